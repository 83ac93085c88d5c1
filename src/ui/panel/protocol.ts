import * as z from 'zod/mini';
import { chartSchema } from '../webview/chart.ts';
import { hostMessages, pageMessages } from '../webview/messages.ts';
import { longest } from '../webview/read.ts';

/*
 * What the extension and the page of a panel say to each other. Both ends check what they receive by these schemas; what
 * does not fit is logged and never acted on.
 */

/** More of one kind than this is cut by `fitted`, which says how many are left out. */
export const most = {
  text: 20_000,
  items: 500,
  rows: 1000,
  columns: 20,
  sections: 100,
  blocks: 100,
  offers: 20,
};

const id = z.string().check(z.minLength(1), z.maxLength(300));
const words = z.string().check(z.maxLength(longest));
const list = <T extends z.ZodMiniType>(of: T, limit: number) => z.array(of).check(z.maxLength(limit));

/** What the page asks the extension to do. */
export const actSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('offer'), offer: id }),
  /** A section, as Markdown, onto the clipboard. */
  z.object({ act: z.literal('copy'), section: id }),
  z.object({ act: z.enum(['reload', 'showLog']) }),
]);
export type Act = z.infer<typeof actSchema>;
export const pageMessageSchema = pageMessages(actSchema);

const offer = z.object({
  id,
  label: words,
  says: z.optional(words),
  isPrimary: z.optional(z.boolean()),
});
const offers = z.optional(list(offer, most.offers));
const item = z.object({
  text: words,
  about: z.optional(words),
  marks: z.optional(list(words, most.offers)),
  offers,
});
const table = {
  caption: words,
  columns: list(words, most.columns),
  // One more: the row that says how many are left out.
  rows: list(list(words, most.columns), most.rows + 1),
};
const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string().check(z.maxLength(most.text)) }),
  z.object({
    kind: z.literal('list'),
    items: list(item, most.items + 1),
    isNumbered: z.optional(z.boolean()),
  }),
  z.object({ kind: z.literal('table'), ...table }),
  z.object({ kind: z.literal('chart'), ...table, picture: chartSchema }),
]);
const section = z.object({
  id,
  heading: words,
  note: z.optional(words),
  blocks: list(block, most.blocks),
  isOnlyHere: z.optional(z.literal(true)),
  offers,
});

/** What the page remembers, so that its panel can come back with the window. */
export const keptSchema = z.object({
  id: z.string().check(z.regex(/^[\w.:-]{1,200}$/)),
  again: z.nullable(
    z.object({
      // It runs without being asked: only what shows something.
      command: z.string().check(z.regex(/^cairn\.(?:show|find|match)[A-Z]\w{1,60}$/)),
      args: z.array(z.json()).check(z.maxLength(5)),
    }),
  ),
});
export type Kept = z.infer<typeof keptSchema>;

const stateSchema = z.object({
  language: words,
  /** Something is being read; what was shown before stays. */
  isLoading: z.boolean(),
  labels: z.object({
    loading: words,
    jump: words,
    table: words,
    copied: words,
    copy: words,
    problem: words,
  }),
  title: words,
  problem: z.nullable(z.object({ text: words, again: words, log: words })),
  sections: list(z.extend(section, { copyName: words }), most.sections),
  kept: keptSchema,
});
export type PanelState = z.infer<typeof stateSchema>;
export type SectionState = PanelState['sections'][number];
export type BlockState = SectionState['blocks'][number];
export type ItemState = z.infer<typeof item>;
export type OfferState = z.infer<typeof offer>;

export const hostMessageSchema = hostMessages(stateSchema);
export type PanelMessage = z.infer<typeof hostMessageSchema>;
