import * as z from 'zod/mini';
import { dotKinds, looks } from '../../growth/charts/types.ts';
import { choices } from '../../growth/panel/period.ts';
import { longest } from '../webview/read.ts';

/*
 * What the extension and the page of the growth panel say to each other. Both ends check what they receive by these
 * schemas; what does not fit is logged and never acted on. The page is given words and charts as data, so that it
 * needs no translations of its own and draws at the width that it has.
 */

const id = z.string().check(z.minLength(1), z.maxLength(300));
const words = z.string().check(z.maxLength(longest));
const count = z.int().check(z.nonnegative());
const value = z.number().check(z.nonnegative());
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

/** From the page: it is there and listens, or a person did something. */
export const pageMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  /** `request` numbers the acts of a page, so that an answer finds its place. */
  z.object({ type: z.literal('act'), request: count, act: actSchema }),
  /** The page could not read a message or failed: goes to the log. */
  z.object({ type: z.literal('failed'), message: words }),
]);
export type PageMessage = z.infer<typeof pageMessageSchema>;

const look = z.enum(looks);
/** Becomes part of a class. */
const key = z.string().check(z.regex(/^[a-z]{1,20}$/));
const series = { key, label: words, look };
const ticks = z.array(z.object({ at: z.number(), label: words }));
const reference = z.optional(z.object({ value, label: words }));

const chartSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('months'),
    label: words,
    series: z.array(z.object(series)),
    months: z.array(z.object({ tick: words, name: words, values: z.array(value) })),
    reference,
  }),
  z.object({
    kind: z.literal('lines'),
    label: words,
    series: z.array(
      z.object({
        ...series,
        points: z.array(z.object({ x: z.number(), y: z.nullable(value), name: words })),
      }),
    ),
    isSteps: z.boolean(),
    from: z.number(),
    to: z.number(),
    ticks,
    max: z.optional(value),
    valueWords: z.optional(words),
    reference,
  }),
  z.object({
    kind: z.literal('bars'),
    label: words,
    rows: z.array(z.object({ key, look, name: words, value, text: words })),
    max: z.optional(value),
  }),
  z.object({
    kind: z.literal('timeline'),
    label: words,
    from: z.number(),
    to: z.number(),
    ticks,
    points: z.array(z.object({ at: z.number(), kind: z.enum(dotKinds), name: words })),
    legend: z.array(z.object({ kind: z.enum(dotKinds), label: words })),
  }),
]);

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

/** From the extension: what to show, or how an act ended (`problem` is for people, `null` when it went well). */
export const hostMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('state'), state: stateSchema }),
  z.object({ type: z.literal('done'), request: count, problem: z.nullable(words) }),
]);
export type HostMessage = z.infer<typeof hostMessageSchema>;

/** What a page remembers of its filter, over a reload of the window. */
export const keptFilterSchema = z.object({ period: choice, goal: z.nullable(id) });
export type Filter = z.infer<typeof keptFilterSchema>;
