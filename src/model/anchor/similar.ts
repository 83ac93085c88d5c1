import { bare } from './lines.ts';

/** Longer lines are compared by their beginning. */
const longest = 400;

/** How alike two lines are, 0 to 1: the share of pairs of signs that both have (Dice). Whitespace does not count. */
export function alike(one: string, other: string): number {
  const [a, b] = [bare(one).slice(0, longest), bare(other).slice(0, longest)];
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let i = 1; i < a.length; i++) {
    const pair = a.slice(i - 1, i + 1);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let i = 1; i < b.length; i++) {
    const pair = b.slice(i - 1, i + 1);
    const left = pairs.get(pair) ?? 0;
    if (left === 0) continue;
    common++;
    pairs.set(pair, left - 1);
  }
  return (2 * common) / (a.length + b.length - 2);
}
