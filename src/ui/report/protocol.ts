import * as z from 'zod/mini';
import { looks } from '../../growth/charts/types.ts';
import { sectionIds } from '../../growth/report/types.ts';
import { longest } from '../webview/read.ts';

/*
 * What the extension and the preview of a report say to each other. Both ends check what they receive by these schemas;
 * what does not fit is logged and never acted on. The page is given words, so that it needs no translations of its own.
 */

/** Feedback ids and what the claims put before them. */
const id = z.string().check(z.minLength(1), z.maxLength(400));
const words = z.string().check(z.maxLength(longest));
const count = z.int().check(z.nonnegative());

export const tools = ['saveMarkdown', 'saveHtml', 'copy'] as const;

/** What the page asks the extension to do. */
export const actSchema = z.discriminatedUnion('act', [
  /** A claim, a section with all of its claims, or something that goes through the whole report. */
  z.object({ act: z.literal('put'), what: z.enum(['claim', 'section', 'switch']), id, isIn: z.boolean() }),
  z.object({ act: z.enum([...tools, 'open', 'again', 'showLog']) }),
]);
export type Act = z.infer<typeof actSchema>;

/** From the page: it is there and listens, or a person did something. */
export const pageMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('act'), act: actSchema }),
  /** The page could not read a message or failed: goes to the log. */
  z.object({ type: z.literal('failed'), message: words }),
]);
export type PageMessage = z.infer<typeof pageMessageSchema>;

const parts = z.array(
  z.union([
    z.object({ text: z.string() }),
    z.object({ said: z.string() }),
    z.object({ name: z.string(), isClosed: z.boolean() }),
  ]),
);
/** `to` is an address that a browser opens, or a part of the page. */
const linkSchema = z.object({ label: parts, to: z.string().check(z.regex(/^(?:https?:\/\/|#)/)) });
export type LinkView = z.infer<typeof linkSchema>;

const look = z.enum(looks);
const key = z.string().check(z.regex(/^[a-z]{1,20}$/));
const months = z.object({
  kind: z.literal('months'),
  label: words,
  series: z.array(z.object({ key, label: words, look })),
  months: z.array(z.object({ tick: words, name: words, values: z.array(count) })),
});
const table = z.object({ caption: words, head: z.array(words), rows: z.array(z.array(words)) });

const claimSchema = z.object({
  id,
  parts,
  isIn: z.boolean(),
  links: z.array(linkSchema),
  chart: z.nullable(z.object({ chart: months, table })),
  /** Private, or from a private repository. */
  marks: z.array(words),
});
export type ClaimView = z.infer<typeof claimSchema>;

const sectionSchema = z.object({
  id: z.enum(sectionIds),
  title: words,
  /** How many of its claims are in. */
  has: z.enum(['all', 'some', 'none']),
  hint: z.nullable(words),
  claims: z.array(claimSchema),
});
export type SectionView = z.infer<typeof sectionSchema>;

const switchSchema = z.object({ id, label: words, hint: z.nullable(words), isIn: z.boolean() });
export type SwitchView = z.infer<typeof switchSchema>;

const reportSchema = z.object({
  title: parts,
  lead: z.array(words),
  switches: z.array(switchSchema),
  sections: z.array(sectionSchema),
  sources: z.nullable(
    z.object({
      title: words,
      lists: z.array(z.object({ anchor: id, heading: words, about: parts, links: z.array(linkSchema) })),
      entries: z.array(z.object({ anchor: id, heading: words, facts: z.array(parts) })),
    }),
  ),
});
export type ReportView = z.infer<typeof reportSchema>;

const stateSchema = z.object({
  language: words,
  labels: z.object({
    page: words,
    about: words,
    tools: words,
    choose: words,
    shownBy: words,
    leftOut: words,
    numbers: words,
    working: words,
  }),
  tools: z.array(z.object({ act: z.enum(tools), label: words })),
  /** `null` while it is being put together. */
  report: z.nullable(reportSchema),
  /** What came of the last act, with what may be done next. */
  notice: z.nullable(
    z.object({
      kind: z.enum(['done', 'problem']),
      text: words,
      offers: z.array(z.object({ act: z.enum(['open', 'again', 'showLog']), label: words })),
    }),
  ),
});
export type PreviewState = z.infer<typeof stateSchema>;

/** From the extension: what to show. */
export const hostMessageSchema = z.object({ type: z.literal('state'), state: stateSchema });
export type HostMessage = z.infer<typeof hostMessageSchema>;
