import * as z from 'zod/mini';
import { compiled } from './pattern.ts';

/** A path within the folder that a tour is for: relative, with `/`, and it climbs out of nothing. */
export function isInside(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
  if (path === '' || path.length > 4000 || /[\\\u0000-\u001f\u007f]/.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

const stepSchema = z.strictObject({
  file: z.optional(z.string().check(z.refine(isInside))),
  /** 1-based. CodeTour looks for a pattern only where this is missing. */
  line: z.optional(z.int().check(z.gte(1))),
  /** A regular expression for the flag `m`. */
  pattern: z.optional(
    z.string().check(
      z.minLength(1),
      z.refine((text) => compiled(text) !== null),
    ),
  ),
  title: z.string().check(z.minLength(1)),
  description: z.string().check(z.minLength(1)),
});

/**
 * What Cairn writes into a `.tour` file: a part of what CodeTour reads (github.com/microsoft/codetour, `schema.json`).
 * `when`, `commands`, `uri` and `view` are left out on purpose: each would let words do something.
 */
export const tourSchema = z.strictObject({
  $schema: z.literal('https://aka.ms/codetour-schema'),
  title: z.string().check(z.minLength(1)),
  description: z.optional(z.string()),
  /** A commit, tag or branch at which the code is shown, whatever is checked out. */
  ref: z.optional(z.string().check(z.regex(/^[\w][\w./-]*$/))),
  steps: z.array(stepSchema).check(z.minLength(1)),
});
export type Tour = z.infer<typeof tourSchema>;
export type TourStep = Tour['steps'][number];
