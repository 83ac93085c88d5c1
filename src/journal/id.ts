import { monotonicFactory } from 'ulid';

const next = monotonicFactory();

/**
 * A new ULID: 26 characters, unique over machines, later ones of one process sort behind earlier ones.
 * @param now milliseconds since 1970 to write into it; the local clock when left out
 */
export function newId(now = Date.now()): string {
  return next(Math.max(1, Math.trunc(now)));
}
