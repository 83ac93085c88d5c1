import { bare, letters, lineAt, type TextLines } from './lines.ts';
import { alike } from './similar.ts';
import type { Window } from './window.ts';

/** How alike an edited line has to be to the one that it was: alone between two that stayed, and among others. */
const [alone, amongOthers] = [0.4, 0.55];
/** How much more than any other one. */
const margin = 0.1;
/** Share of the code, by its signs, that has to be found again. */
const enough = 0.5;
/** Letters and digits that `return null;` does not have. */
const tellingLine = 12;
/** So many pairs of lines are compared between two lines that stayed. */
const mostPairs = 4000;

/** Lines of a window and of the text between two that stayed; places of the first, and behind the last. */
type Hunk = { w0: number; w1: number; t0: number; t1: number };

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
  for (let w = from; w < to; w++) {
    if (map[w] !== -1) continue;
    const hunk = hunkAt(window, lines, map, w);
    if (!hunk) continue;
    pairUp(hunk, window, lines, map);
    w = Math.max(w, Math.min(hunk.w1, to) - 1);
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
): Hunk | null {
  let [above, below] = [w - 1, w + 1];
  while (above >= 0 && map[above] === -1) above--;
  while (below < marks.length && map[below] === -1) below++;
  if ((above < 0 && !isWholeAbove) || (below >= marks.length && !isWholeBelow)) return null;
  const t0 = above < 0 ? 0 : map[above]! + 1;
  const t1 = below >= marks.length ? lines.count : map[below]!;
  return { w0: above + 1, w1: below, t0, t1 };
}

/** Finds for each line of the code in a hunk the one that it became. */
function pairUp({ w0, w1, t0, t1 }: Hunk, { texts, from, to }: Window, lines: TextLines, map: Int32Array) {
  const [old, now] = [w1 - w0, t1 - t0];
  if (now === 0 || old * now > mostPairs) return;
  const fresh = Array.from({ length: now }, (_, i) => lineAt(lines, t0 + i));
  const scores = Array.from({ length: old }, (_, i) => {
    const text = texts[w0 + i];
    return text === undefined ? null : fresh.map((line) => alike(text, line));
  });
  const isSteady = old === now;
  const least = old === 1 && now === 1 ? alone : amongOthers;
  const pairs = bestPairs(scores, now, least);
  for (const [i, j] of pairs) {
    const w = w0 + i;
    if (w < from || w >= to || bare(texts[w]!) === '') continue;
    const score = scores[i]![j]!;
    const isRivalled =
      scores[i]!.some((other, k) => k !== j && other > score - margin) ||
      scores.some((row, k) => k !== i && row !== null && row[j]! > score - margin);
    // Of lines further away it is not known what they said: one of them may have become this one.
    const isGuess = scores.some((row) => row === null);
    if ((isRivalled || isGuess) && !(isSteady && i === j && score >= amongOthers)) continue;
    map[w] = t0 + j;
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
