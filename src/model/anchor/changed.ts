import { bare, letters, lineAt, type TextLines } from './lines.ts';
import { alike, type Signs, signsOf } from './similar.ts';
import type { Window } from './window.ts';

/** How alike an edited line has to be to the one that it was: alone between two that stayed, and among others. */
const [alone, amongOthers] = [0.4, 0.55];
/** How much more than any other one. */
const margin = 0.1;
/** Share of the code, by its signs, that has to be found again. */
const enough = 0.5;
/** Letters and digits that `return null;` does not have. */
const tellingLine = 12;
/** How far away another line may be more alike. */
const reach = 100;
/** So many pairs of lines are compared between two lines that stayed. */
const mostPairs = 4000;

/**
 * Lines of a window and of the text between two that stayed; places of the first, and behind the last. One that is not
 * closed goes on beyond what is known.
 */
type Hunk = { w0: number; w1: number; t0: number; t1: number; isClosed: boolean };

/**
 * Where code is whose own lines were edited, in part at least; 1-based. `null` where too little of it is left, or where
 * nobody can tell which of the lines it is now.
 * @param map see `align`; what is found is put in
 */
export function changedLines(
  window: Window,
  lines: TextLines,
  map: Int32Array,
): { startLine: number; endLine: number } | null {
  const { texts, from, to } = window;
  const taken = new Set(map);
  for (let w = from; w < to; w++) {
    if (map[w]! >= 0) continue;
    const hunk = hunkAt(window, lines, map, w);
    if (hunk.isClosed) pairUp(hunk, window, lines, map, taken);
    w = hunk.w1 - 1;
  }
  let [first, last, found, all] = [-1, -1, 0, 0];
  for (let w = from; w < to; w++) {
    const signs = bare(texts[w] ?? '').length;
    all += signs;
    if (map[w]! < 0) continue;
    found += signs;
    if (!isTelling(texts[w] ?? '')) continue;
    if (first < 0) first = w;
    last = w;
  }
  if (first < 0 || found < all * enough) return null;
  // What is in many places counts where it goes on from what is not.
  while (first > from && map[first]! > 0 && map[first - 1] === map[first]! - 1) first--;
  while (last < to - 1 && map[last + 1] === map[last]! + 1) last++;
  const [startLine, endLine] = [map[first]! + 1, map[last]! + 1];
  return endLine - startLine < 3 * (to - from) + 20 ? { startLine, endLine } : null;
}

/** Whether a line says enough to be told from others by itself. */
export const isTelling = (line: string): boolean => letters(line) >= tellingLine;

function hunkAt(
  { marks, isWholeAbove, isWholeBelow }: Window,
  lines: TextLines,
  map: Int32Array,
  w: number,
): Hunk {
  let [above, below] = [w - 1, w + 1];
  while (above >= 0 && map[above]! < 0) above--;
  while (below < marks.length && map[below]! < 0) below++;
  const isClosed = (above >= 0 || isWholeAbove) && (below < marks.length || isWholeBelow);
  const t0 = above < 0 ? 0 : map[above]! + 1;
  const t1 = below >= marks.length ? lines.count : map[below]!;
  return { w0: above + 1, w1: below, t0, t1, isClosed };
}

/** Finds for each line of the code in a hunk the one that it became. */
function pairUp(
  { w0, w1, t0, t1 }: Hunk,
  { marks, texts, from, to }: Window,
  lines: TextLines,
  map: Int32Array,
  taken: ReadonlySet<number>,
): void {
  const [old, now] = [w1 - w0, t1 - t0];
  if (now <= 0 || old * now > mostPairs) return;
  const known = new Map<number, Signs>();
  const signsAt = (t: number): Signs => {
    const signs = known.get(t) ?? signsOf(lineAt(lines, t));
    known.set(t, signs);
    return signs;
  };
  const scores = Array.from({ length: old }, (_, i) => {
    const text = texts[w0 + i];
    if (text === undefined) return null;
    const signs = signsOf(text);
    return Array.from({ length: now }, (_, j) => alike(signs, signsAt(t0 + j)));
  });
  // Of lines further away it is not known what they said: one of them may have become this one.
  const isGuess = scores.includes(null);
  const least = old === 1 && now === 1 ? alone : amongOthers;
  for (const [i, j] of bestPairs(scores, now, least)) {
    const w = w0 + i;
    if (w < from || w >= to || map[w] !== -1 || bare(texts[w]!) === '') continue;
    const score = scores[i]![j]!;
    const isInPlace = old === now && i === j && score >= amongOthers;
    if (isGuess && !isInPlace) continue;
    if (rival(w, i, j) > (isInPlace ? score : score - margin)) continue;
    map[w] = t0 + j;
  }

  /** How alike any other line is to this one, or its new one to any other. */
  function rival(w: number, i: number, j: number): number {
    let most = 0;
    for (const [k, row] of scores.entries()) if (k !== i && row !== null) most = Math.max(most, row[j]!);
    // What it said is still there: it was not edited, but moved.
    if (marks[w] !== lines.marks[t0 + j] && lines.marks.includes(marks[w]!)) return 1;
    const signs = signsOf(texts[w]!);
    const end = Math.min(lines.count, t0 + j + reach);
    for (let t = Math.max(0, t0 + j - reach); t < end; t++) {
      if (t !== t0 + j && !taken.has(t)) most = Math.max(most, alike(signs, signsAt(t)));
    }
    return most;
  }
}

/** The pairs that are most alike together and keep their order. */
function bestPairs(scores: readonly (number[] | null)[], now: number, least: number): [number, number][] {
  const best = Array.from({ length: scores.length + 1 }, () => new Float64Array(now + 1));
  const worth = (i: number, j: number) => {
    const score = scores[i]?.[j] ?? 0;
    return score >= least ? score : 0;
  };
  for (let i = scores.length - 1; i >= 0; i--)
    for (let j = now - 1; j >= 0; j--)
      best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, best[i + 1]![j + 1]! + worth(i, j));
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < scores.length && j < now; ) {
    const value = worth(i, j);
    if (value > 0 && best[i]![j] === best[i + 1]![j + 1]! + value) pairs.push([i++, j++]);
    else if (best[i]![j] === best[i + 1]![j]) i++;
    else j++;
  }
  return pairs;
}
