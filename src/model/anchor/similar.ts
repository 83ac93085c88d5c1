import { bare } from './lines.ts';

/** Longer lines are compared by their beginning. */
const longest = 400;

/** What a line says as it is compared: how often it has each pair of signs, whatever its whitespace. */
export type Signs = { text: string; pairs: Map<number, number> };

export function signsOf(line: string): Signs {
  const text = bare(line).slice(0, longest);
  const pairs = new Map<number, number>();
  for (let i = 1; i < text.length; i++) {
    const pair = text.charCodeAt(i - 1) * 65536 + text.charCodeAt(i);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { text, pairs };
}

/** How alike two lines are, 0 to 1: the share of pairs of signs that both have (Dice). */
export function alike(one: Signs, other: Signs): number {
  if (one.text === other.text) return 1;
  const all = one.text.length + other.text.length - 2;
  if (one.text.length < 2 || other.text.length < 2) return 0;
  let common = 0;
  for (const [pair, count] of one.pairs) common += Math.min(count, other.pairs.get(pair) ?? 0);
  return (2 * common) / all;
}
