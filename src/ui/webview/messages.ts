import * as z from 'zod/mini';
import { longest } from './read.ts';

/*
 * What every page whose acts are answered and the extension say to each other; what a page shows and what can be asked
 * for is its own.
 */

const words = z.string().check(z.maxLength(longest));
const count = z.int().check(z.nonnegative());

/** From a page: it is there and listens, or a person did something. */
export const pageMessages = <T extends z.ZodMiniType>(act: T) =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('ready') }),
    /** `request` numbers the acts of a page, so that an answer finds its place. */
    z.object({ type: z.literal('act'), request: count, act }),
    /** The page could not read a message or failed: goes to the log. */
    z.object({ type: z.literal('failed'), message: words }),
  ]);

/** From the extension: what to show, or how an act ended (`problem` is for people, `null` when it went well). */
export const hostMessages = <T extends z.ZodMiniType>(state: T) =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('state'), state }),
    z.object({ type: z.literal('done'), request: count, problem: z.nullable(words) }),
  ]);

export type PageMessage<Act> =
  | { type: 'ready' }
  | { type: 'act'; request: number; act: Act }
  | { type: 'failed'; message: string };
export type HostMessage<State> =
  | { type: 'state'; state: State }
  | { type: 'done'; request: number; problem: string | null };
