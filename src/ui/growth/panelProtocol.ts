import * as z from 'zod/mini';
import { choices } from '../../growth/panel/period.ts';
import { chartSchema } from '../webview/chart.ts';
import { hostMessages, pageMessages } from '../webview/messages.ts';
import { longest } from '../webview/read.ts';

/*
 * What the extension and the page of the growth panel say to each other. Both ends check what they receive by these
 * schemas; what does not fit is logged and never acted on. The page is given words and charts as data, so that it
 * needs no translations of its own and draws at the width that it has.
 */

const id = z.string().check(z.minLength(1), z.maxLength(300));
const words = z.string().check(z.maxLength(longest));
const choice = z.enum(choices);

const sectionIds = [
  'tagged',
  'themes',
  'followed',
  'rhythm',
  'promised',
  'reviewing',
  'own',
  'time',
  'scales',
] as const;
const sectionId = z.enum(sectionIds);
export type SectionId = (typeof sectionIds)[number];

const plain = <T extends string>(act: T) => z.object({ act: z.literal(act) });

/** What the page asks the extension to do. */
export const actSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('filter'), period: choice, goal: z.nullable(id) }),
  /** A section, as Markdown, onto the clipboard. */
  z.object({ act: z.literal('copy'), section: sectionId }),
  z.object({ act: z.literal('openFeedback'), feedback: id }),
  /** All feedback of a theme, in the Feedback view. */
  z.object({ act: z.literal('showTheme'), theme: id }),
  plain('createGoal'),
  plain('signIn'),
  plain('pullFeedback'),
  plain('chooseRepositories'),
  plain('showFeedback'),
  plain('logSession'),
  plain('showReviewTrend'),
  plain('answerScales'),
  plain('writeReport'),
  plain('showLog'),
  plain('reload'),
]);
export type Act = z.infer<typeof actSchema>;

export const pageMessageSchema = pageMessages(actSchema);
export type PageMessage = z.infer<typeof pageMessageSchema>;

/** The first cell of a row names it. */
const tableSchema = z.object({ caption: words, head: z.array(words), rows: z.array(z.array(words)) });
export type Table = z.infer<typeof tableSchema>;

const figureSchema = z.object({
  id,
  /** Below the section's heading, where it has more than one figure. */
  title: z.nullable(words),
  /** `null` where there is nothing to draw. */
  chart: z.nullable(chartSchema),
  table: tableSchema,
});
export type Figure = z.infer<typeof figureSchema>;

const offerSchema = z.object({ label: words, act: actSchema });
export type Offer = z.infer<typeof offerSchema>;

const themeSchema = z.object({
  id,
  name: words,
  tag: z.nullable(z.object({ tag: z.enum(['keep', 'stop', 'start']), word: words })),
  standing: z.nullable(
    z.object({ kind: z.enum(['not-enough', 'open', 'learned', 'recurred']), word: words }),
  ),
  /** How often, how long since, what came after. */
  about: words,
  chart: chartSchema,
  /** Newest first; `more` says how many are left out. */
  pieces: z.array(z.object({ id, text: words, about: words })),
  more: z.nullable(words),
  /** The words of what unfolds the pieces. */
  unfold: words,
  show: z.object({ label: words, name: words }),
});
export type ThemeView = z.infer<typeof themeSchema>;

const sectionSchema = z.object({
  id: sectionId,
  title: words,
  /** What the charts say, in one sentence. */
  summary: words,
  notes: z.array(words),
  figures: z.array(figureSchema),
  /** Only for the section of themes: those shown at once, and those behind `moreThemes`. */
  themes: z.array(themeSchema),
  moreThemes: z.nullable(words),
  /** How the marks of timelines are to be read. */
  legend: z.nullable(chartSchema),
  offers: z.array(offerSchema),
  copyName: words,
  tableName: words,
});
export type Section = z.infer<typeof sectionSchema>;

const stateSchema = z.object({
  language: words,
  /** True until the journal has been read. */
  isLoading: z.boolean(),
  /** Themes or what became of lines are still being worked out. */
  working: z.nullable(words),
  labels: z.object({
    loading: words,
    period: words,
    goal: words,
    table: words,
    copy: words,
    copied: words,
    problem: words,
  }),
  title: words,
  /** Whose growth, and of which time. */
  subtitle: words,
  period: choice,
  goal: z.nullable(id),
  periods: z.array(z.object({ choice, label: words })),
  goals: z.array(z.object({ id: z.nullable(id), label: words })),
  problem: z.nullable(z.object({ text: words, offers: z.array(offerSchema) })),
  /** What to do next where there is nothing yet. */
  welcome: z.nullable(z.object({ title: words, text: words, offers: z.array(offerSchema) })),
  sections: z.array(sectionSchema),
  /** Said below: where the numbers come from, and who sees them. */
  footer: words,
});
export type PanelState = z.infer<typeof stateSchema>;

export const hostMessageSchema = hostMessages(stateSchema);
export type HostMessage = z.infer<typeof hostMessageSchema>;

/** What a page remembers of its filter, over a reload of the window. */
export const keptFilterSchema = z.object({ period: choice, goal: z.nullable(id) });
export type Filter = z.infer<typeof keptFilterSchema>;
