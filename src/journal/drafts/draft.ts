import * as z from 'zod/mini';
import { placeOf } from '../../model/anchorList.ts';
import { anchorSchema } from '../../model/events.ts';

const text = (longest: number) => z.string().check(z.maxLength(longest));
/** It names a file: nothing that leaves the folder, is hidden, or differs from another by its case only. */
export const draftId = /^[0-9A-Za-z_-]{1,100}$/;

const attemptSchema = z.object({
  repository: text(300),
  number: z.int(),
  /** ISO time, before the first try. */
  at: text(40),
  how: z.enum(['single', 'pending', 'reply']),
  reviewId: z.nullable(text(200)),
});

/** What stands in the file of a draft. Longer than what may be sent: what was typed is not lost for its length. */
export const draftSchema = z.object({
  id: z.string().check(z.regex(draftId)),
  /** Markdown as it was typed. */
  body: text(1_000_000),
  /** ISO time. */
  updatedAt: text(40),
  place: z.object({ uri: text(8000), anchor: anchorSchema }),
  kind: z.enum(['note', 'reply', 'publish']),
  /** The annotation that it changes, answers or publishes. */
  annotation: z.nullable(text(200)),
  /** The thread, or the reply, that it belongs to. */
  thread: z.nullable(text(400)),
  attempt: z.nullable(attemptSchema),
});

/** What was typed and not sent. */
export type Draft = z.infer<typeof draftSchema>;
/** A publish that was begun: looked up before it is sent again. */
export type Attempt = z.infer<typeof attemptSchema>;

/** Reads a draft's file: the draft, or why it is none. */
export function parseDraft(bytes: Uint8Array, id: string): Draft | string {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return 'The file is no JSON.';
  }
  const { data, error } = z.safeParse(draftSchema, value);
  if (!data) {
    const [issue] = error.issues;
    return `It is no draft of Cairn: ${issue?.path.join('.').slice(0, 80) || 'it'} is not valid.`;
  }
  if (data.id !== id) return 'It belongs to a file of another name.';
  // As of any stranger's note, no path climbs out of its folder.
  return { ...data, place: { ...data.place, anchor: placeOf(data.place.anchor) } };
}
