/** As many pairs of lines are looked at for being alike; more of them are no small change. */
const mostPairs = 4000;
/** How alike two lines are at least, from 0 to 1, to be one that was changed. */
const alike = 0.6;

/**
 * Which of some old things each new one is: first by all keys in turn, so that what stands elsewhere now is still itself,
 * then by words that are nearly the same. Each is taken once.
 * @param keys from the most telling one on; the things with the same key belong together in their order
 * @param words of what may have been changed; leave out where a change of words makes something else
 * @returns for each new one the index of the old one, -1 where it is new
 */
export function matchThings<Old, New>(
  old: readonly Old[],
  now: readonly New[],
  keys: readonly (readonly [(one: Old) => string | null, (one: New) => string | null])[],
  words?: readonly [(one: Old) => string, (one: New) => string],
): number[] {
  const matches = now.map(() => -1);
  const free = new Set(old.keys());
  for (const [oldKey, newKey] of keys) {
    const waiting = new Map<string, number[]>();
    // From the last on, as the first is taken from the end.
    for (const i of [...free].reverse()) {
      const key = oldKey(old[i] as Old);
      if (key !== null) mapped(waiting, key).push(i);
    }
    for (const [j, one] of now.entries()) {
      const key = matches[j] === -1 ? newKey(one) : null;
      const i = key === null ? undefined : waiting.get(key)?.pop();
      if (i === undefined) continue;
      matches[j] = i;
      free.delete(i);
    }
  }
  if (words) matchAlike(old.map(words[0]), now.map(words[1]), free, matches);
  return matches;
}

/** The most alike first; of equals those that stand nearest to each other. */
function matchAlike(old: string[], now: string[], free: Set<number>, matches: number[]): void {
  const open = [...matches.keys()].filter((j) => matches[j] === -1);
  if (free.size * open.length > mostPairs) return;
  const olds = [...free].map((i) => ({ i, said: letters(old[i] as string) }));
  const pairs = open.flatMap((j) => {
    const said = letters(now[j] as string);
    return olds.map((one) => ({ i: one.i, j, score: likeness(one.said, said) }));
  });
  const near = pairs.filter(({ score }) => score >= alike);
  near.sort((a, b) => b.score - a.score || Math.abs(a.i - a.j) - Math.abs(b.i - b.j));
  for (const { i, j } of near) {
    if (!free.has(i) || matches[j] !== -1) continue;
    matches[j] = i;
    free.delete(i);
  }
}

/** How alike two lines are, from 0 to 1: the share of letter pairs that both have; enough where one only goes on. */
export const similarity = (one: string, other: string): number => likeness(letters(one), letters(other));

type Letters = { words: string; pairs: Map<string, number>; count: number };

function likeness(a: Letters, b: Letters): number {
  if (a.words === b.words) return a.words === '' ? 0 : 1;
  const [short, long] = a.words.length < b.words.length ? [a, b] : [b, a];
  const goesOn = short.words.length >= 8 && short.words.includes(' ');
  if (goesOn && long.words.startsWith(`${short.words} `)) return alike;
  let both = 0;
  for (const [pair, count] of short.pairs) both += Math.min(count, long.pairs.get(pair) ?? 0);
  return (2 * both) / Math.max(1, a.count + b.count);
}

/** Words without case, punctuation and blanks that make no difference. */
export const plain = (words: string): string =>
  words
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{S}]+/gu, ' ')
    .trim();

/** So many letters tell lines apart. */
const mostLetters = 300;

function letters(line: string): Letters {
  const words = plain(line).slice(0, mostLetters);
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < words.length; i++) {
    const pair = words.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { words, pairs, count: Math.max(0, words.length - 1) };
}

function mapped(lists: Map<string, number[]>, key: string): number[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
