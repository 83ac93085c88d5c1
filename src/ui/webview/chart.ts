import * as z from 'zod/mini';
import { dotKinds, looks } from '../../growth/charts/types.ts';
import { longest } from './read.ts';

const words = z.string().check(z.maxLength(longest));
const value = z.number().check(z.nonnegative());
const look = z.enum(looks);
/** Becomes part of a class. */
const key = z.string().check(z.regex(/^[a-z]{1,20}$/));
const series = { key, label: words, look };
const ticks = z.array(z.object({ at: z.number(), label: words }));
const reference = z.optional(z.object({ value, label: words }));

/** A chart as data: a page draws it at the width that it has. */
export const chartSchema = z.discriminatedUnion('kind', [
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
