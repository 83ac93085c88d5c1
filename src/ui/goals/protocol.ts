import * as z from 'zod/mini';
import { hostMessages, pageMessages } from '../webview/messages.ts';
import { longest } from '../webview/read.ts';

/*
 * What the extension and the goal tracker's page say to each other. Both ends check what they receive by
 * these schemas; what does not fit is logged and never acted on. The page is given words, not data to put
 * into words, so that it needs no translations of its own.
 */

const id = z.string().check(z.minLength(1), z.maxLength(200));
const words = z.string().check(z.maxLength(longest));
const count = z.int().check(z.nonnegative());
const tag = z.enum(['keep', 'stop', 'start']);

const onGoal = <T extends string>(act: T) => z.object({ act: z.literal(act), goal: id });
const plain = <T extends string>(act: T) => z.object({ act: z.literal(act) });

/** What the page asks the extension to do. */
export const actSchema = z.discriminatedUnion('act', [
  plain('createGoal'),
  plain('createGoalFromTemplate'),
  onGoal('editGoal'),
  onGoal('completeGoal'),
  onGoal('reopenGoal'),
  onGoal('archiveGoal'),
  onGoal('addMilestone'),
  z.object({ act: z.literal('completeMilestone'), goal: id, milestone: id, isDone: z.boolean() }),
  /** `null` where it serves no goal. */
  z.object({ act: z.literal('addNextAction'), goal: z.nullable(id) }),
  z.object({ act: z.literal('editNextAction'), action: id }),
  z.object({ act: z.literal('completeNextAction'), action: id, isDone: z.boolean() }),
  /** A goal or a next action; what reaches others is asked for in the workbench. */
  z.object({ act: z.enum(['togglePrivate', 'showHistory']), record: id }),
  z.object({ act: z.literal('openFeedback'), feedback: id }),
  plain('showFeedback'),
  /** No more of what is recalled for the files that are staged now. */
  plain('dismissRecall'),
  plain('answerScales'),
  /** Not now: asked again in four weeks. */
  plain('dismissScales'),
  /** What Cairn noticed about the mentorship: the nearest way out, other ways, or not now. */
  plain('takeNudge'),
  plain('nudgeWays'),
  plain('laterNudge'),
  /** `null` where only the rhythm says that there is one. */
  z.object({ act: z.literal('prepareSession'), session: z.nullable(id) }),
  plain('pullFeedback'),
  plain('cancelPull'),
  plain('chooseRepositories'),
  plain('signIn'),
  plain('showSpace'),
  plain('startMentorship'),
  plain('showLog'),
  plain('reload'),
]);
export type Act = z.infer<typeof actSchema>;

export const pageMessageSchema = pageMessages(actSchema);
export type PageMessage = z.infer<typeof pageMessageSchema>;

const offer = z.object({ label: words, act: actSchema, isPrimary: z.boolean() });

const monthSchema = z.object({
  /** One letter or two, below the bar. */
  initial: words,
  /** With the year, for the tooltip and the table. */
  name: words,
  counts: z.record(tag, count),
  /** "October 2026: 3 keep, 1 stop, 2 start". */
  summary: words,
});

/** What is to be known about whose words a record is and who sees it: an icon with its words. */
const mark = z.object({ kind: z.enum(['private', 'unverified']), icon: words, text: words });
const button = z.object({ label: words, name: words });

const actionSchema = z.object({
  id,
  text: z.string(),
  isDone: z.boolean(),
  due: z.nullable(z.object({ text: words, isOverdue: z.boolean() })),
  /** Whose it is, who promised it for whom, when it was done. */
  about: z.array(words),
  marks: z.array(mark),
  edit: button,
  more: button,
});
export type ActionView = z.infer<typeof actionSchema>;

const actionsSchema = z.object({
  title: words,
  open: z.array(actionSchema),
  /** Folded away at first. */
  done: z.nullable(z.object({ label: words, actions: z.array(actionSchema) })),
  add: z.nullable(button),
});
export type ActionsView = z.infer<typeof actionsSchema>;

const goalSchema = z.object({
  id,
  status: z.enum(['active', 'completed', 'archived']),
  title: z.string(),
  category: z.nullable(z.object({ icon: words, text: words })),
  origin: z.object({ icon: words, text: words }),
  /** Who made it, where more than one person writes. */
  by: z.nullable(words),
  marks: z.array(mark),
  due: z.nullable(z.object({ text: words, isOverdue: z.boolean() })),
  counts: z.array(z.object({ tag, count, word: words })),
  chart: z.nullable(z.object({ caption: words, months: z.array(monthSchema) })),
  progress: z.nullable(z.object({ done: count, total: count, text: words, name: words })),
  milestones: z.array(z.object({ id, title: z.string(), isDone: z.boolean(), when: z.nullable(words) })),
  latest: z.nullable(
    z.object({
      id,
      text: words,
      tag: z.nullable(z.object({ tag, word: words })),
      about: z.array(words),
      name: words,
    }),
  ),
  /** Said where there is no feedback yet. */
  hint: z.nullable(words),
  acts: z.array(z.object({ icon: words, label: words, name: words, act: actSchema })),
  more: button,
  addMilestone: z.nullable(button),
  actions: actionsSchema,
  /** The whole goal in one sentence, for a screen reader when it changed. */
  summary: z.string(),
});
export type GoalView = z.infer<typeof goalSchema>;

export const noticeSchema = z.object({
  kind: z.enum(['progress', 'next', 'note', 'problem', 'recall', 'scales', 'mentorship']),
  text: words,
  offers: z.array(offer),
  /** What was said before about what is staged now; `key` stays the same as long as the same files are meant. */
  recalled: z.optional(
    z.object({
      key: words,
      rows: z.array(z.object({ text: words, about: words, act: actSchema })),
    }),
  ),
});
export type Notice = z.infer<typeof noticeSchema>;

const stateSchema = z.object({
  language: words,
  /** True until the journal has been read. */
  isLoading: z.boolean(),
  labels: z.object({
    page: words,
    dismiss: words,
    loading: words,
    problem: words,
    month: words,
    milestones: words,
  }),
  notices: z.array(noticeSchema),
  /** What to do next where there is no goal yet. */
  welcome: z.nullable(
    z.object({
      title: words,
      text: words,
      examples: z.array(words),
      examplesTitle: words,
      /** Below the examples. */
      more: offer,
      offers: z.array(offer),
      /** For those who are not the mentee here, or not alone: a quiet word below. */
      link: offer,
    }),
  ),
  /** One line above the goals: whom they come from. */
  balance: z.nullable(
    z.object({
      text: words,
      /** Where more come from the organisation: a question, and a way on. */
      question: z.nullable(z.object({ text: words, offer })),
    }),
  ),
  groups: z.array(
    z.object({
      status: z.enum(['active', 'completed', 'archived']),
      title: words,
      goals: z.array(goalSchema),
    }),
  ),
  /** Next actions without an active goal, with one sentence for a screen reader when they change. */
  actions: z.nullable(z.object({ list: actionsSchema, summary: words })),
});
export type PageState = z.infer<typeof stateSchema>;
export type Offer = z.infer<typeof offer>;

export const hostMessageSchema = hostMessages(stateSchema);
export type HostMessage = z.infer<typeof hostMessageSchema>;
