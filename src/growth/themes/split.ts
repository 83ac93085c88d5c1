import type { Reading } from './reading.ts';
import { placeMark } from './terms.ts';

/** Pieces that share a term, and the term. */
export type Part = { term: string; members: Reading[] };

export type SplitRules = {
  /** Fewest pieces of a part. */
  least: number;
  /** A term that more of the pieces have than this share of them tells nothing. */
  most: number;
  /** How much of a piece the term has to be, 0 to 1: a long comment that mentions it in passing is not about it. */
  salience: number;
  /** How alike a piece has to be to the others of its part, on the average, 0 to 1; the term alone may be enough. */
  alike: number;
  /** Whether the place in the code may be what a part shares. */
  byPlace: boolean;
  /** Stems that tell nothing new. */
  known?: ReadonlySet<string>;
};

type Posting = { term: string; members: number[]; score: number };

/**
 * Takes parts that share a term out of pieces, the strongest term first: that which is much of many pieces, of
 * several pull requests. What is left over is in no part.
 * @param pieces in canonical order: the same pieces give the same parts
 */
export function splitByTerms(
  pieces: readonly Reading[],
  rules: SplitRules,
): { parts: Part[]; rest: Reading[] } {
  const heap = postingsOf(pieces, rules);
  const taken = new Uint8Array(pieces.length);
  const parts: Part[] = [];
  for (let next = heap.pop(); next !== undefined; next = heap.pop()) {
    const members = next.members.filter((at) => taken[at] === 0);
    if (members.length < rules.least) continue;
    if (members.length < next.members.length) {
      const again = { ...next, members, score: scoreOf(next.term, members, pieces) };
      // Scores only fall, so that whoever is on top with a score that holds is the strongest.
      if (isBefore(heap.at(-1), again)) {
        insert(heap, again);
        continue;
      }
    }
    const kept = alikeOf(next.term, members, pieces, rules.alike);
    if (kept.length < rules.least) continue;
    for (const at of kept) taken[at] = 1;
    parts.push({ term: next.term, members: kept.map((at) => pieces[at] as Reading) });
  }
  return { parts, rest: pieces.filter((_, at) => taken[at] === 0) };
}

/** Terms with the pieces that they are much of, the weakest first. */
function postingsOf(
  pieces: readonly Reading[],
  { least, most, salience, byPlace, known }: SplitRules,
): Posting[] {
  const members = new Map<string, number[]>();
  pieces.forEach((piece, at) => {
    for (const [term, weight] of piece.terms) {
      if (weight < salience || (!byPlace && term.startsWith(placeMark))) continue;
      const list = members.get(term);
      if (list) list.push(at);
      else members.set(term, [at]);
    }
  });
  const postings: Posting[] = [];
  for (const [term, list] of members) {
    if (known && term.split(' ').every((stem) => known.has(stem))) continue;
    if (list.length >= least && list.length <= most * pieces.length)
      postings.push({ term, members: list, score: scoreOf(term, list, pieces) });
  }
  return postings.sort((one, other) => (isBefore(one, other) ? 1 : -1));
}

function scoreOf(term: string, members: readonly number[], pieces: readonly Reading[]): number {
  let sum = 0;
  const pullRequests = new Set<string>();
  for (const at of members) {
    const piece = pieces[at] as Reading;
    sum += piece.terms.get(term) as number;
    pullRequests.add(piece.pullRequest);
  }
  return sum * (1 + Math.min(1, (pullRequests.size - 1) / 4));
}

/** Whether a term comes first: by its score, then by its letters. */
const isBefore = (one: Posting | undefined, other: Posting): boolean =>
  one !== undefined && (one.score > other.score || (one.score === other.score && one.term < other.term));

function insert(sorted: Posting[], one: Posting): void {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(one, sorted[middle] as Posting)) low = middle + 1;
    else high = middle;
  }
  sorted.splice(low, 0, one);
}

/** A pair of words or a name of code says what something is about; a word alone does not. */
const isTelling = (term: string) => /^=.*(?:_|\p{Ll}\p{Lu})|^[^=].* /u.test(term);

/** The pieces that are enough like the others, looked at once more after the first were left out. */
function alikeOf(
  term: string,
  members: readonly number[],
  pieces: readonly Reading[],
  alike: number,
): number[] {
  const passed = isTelling(term) ? '' : term;
  let kept = [...members];
  for (let round = 0; round < 2 && alike > 0; round++) {
    const sums = new Map<string, number>();
    for (const at of kept)
      for (const [term, weight] of (pieces[at] as Reading).terms)
        sums.set(term, (sums.get(term) ?? 0) + weight);
    const others = Math.max(1, kept.length - 1);
    kept = kept.filter((at) => {
      let sum = 0;
      for (const [one, weight] of (pieces[at] as Reading).terms)
        if (one !== passed) sum += weight * ((sums.get(one) as number) - weight);
      return sum / others >= alike;
    });
  }
  return kept;
}
