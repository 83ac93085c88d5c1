import { isLogin } from '../roster/index.ts';

/** Pairs of one file. */
const mostPairs = 10_000;

/**
 * Pairs who shall not be matched, as a lead keeps them on their own machine: `[["ada", "bo"], …]`, or the same under
 * `pairs` in an object. `null` for anything else: a file of which half is understood would let through what it forbids.
 */
export function readNoGo(json: unknown): [string, string][] | null {
  const pairs: unknown =
    typeof json === 'object' && json !== null && !Array.isArray(json) && Object.hasOwn(json, 'pairs')
      ? (json as { pairs: unknown }).pairs
      : json;
  if (!Array.isArray(pairs) || pairs.length > mostPairs || !pairs.every(isPair)) return null;
  return pairs.map(([one, other]) => [one, other]);
}

const isPair = (pair: unknown): pair is [string, string] =>
  Array.isArray(pair) &&
  pair.length === 2 &&
  pair.every((login) => typeof login === 'string' && isLogin(login));
