import { letters, lineAt, type TextLines } from './lines.ts';
import type { Window } from './window.ts';

/** Lines of a window from `w0` to before `w1` that are among those of a text from `t0` to before `t1`. */
type Gap = { w0: number; w1: number; t0: number; t1: number; isClosedAbove: boolean; isClosedBelow: boolean };

/** In a map of lines: it is there, and nobody can tell which of several that say the same it is. */
export const unsure = -2;

/** Which line each one is; and whether it is the only one that says this between those around that are. */
export type Aligned = { map: Int32Array; isOnly: Uint8Array };

/**
 * Which line of a text each line of a window is now, -1 where it is none or nobody can tell. Lines that are there once
 * in both hold the rest (patience diff); from them on up and down goes what is the same. A line that could be this one
 * as well as that one (which of two braces was added?) is none.
 */
export function align({ marks, isWholeAbove, isWholeBelow }: Window, lines: TextLines): Aligned {
  const isOnly = new Uint8Array(marks.length);
  const map = new Int32Array(marks.length).fill(-1);
  const whole = { w0: 0, w1: marks.length, t0: 0, t1: lines.count };
  const open: Gap[] = [{ ...whole, isClosedAbove: isWholeAbove, isClosedBelow: isWholeBelow }];
  for (let gap = open.pop(); gap; gap = open.pop()) {
    const pairs = longestChain(onlyOnes(gap, marks, lines));
    if (pairs.length === 0) {
      // Only now, when nothing in between tells more: from both ends on, the same line may be claimed twice.
      const rest = extend(gap, marks, lines.marks, map);
      if (rest) open.push(rest);
      continue;
    }
    let [w0, t0, isClosedAbove] = [gap.w0, gap.t0, gap.isClosedAbove];
    for (const [w, t] of pairs) {
      map[w] = t;
      isOnly[w] = 1;
      open.push({ w0, w1: w, t0, t1: t, isClosedAbove, isClosedBelow: true });
      [w0, t0, isClosedAbove] = [w + 1, t + 1, true];
    }
    open.push({ ...gap, w0, t0, isClosedAbove });
  }
  return { map, isOnly };
}

/** Maps what is the same from both ends of a gap on. @returns what is left between, `null` where nothing is */
function extend(gap: Gap, marks: readonly number[], text: Int32Array, map: Int32Array): Gap | null {
  const { w0, w1, t0, t1, isClosedAbove, isClosedBelow } = gap;
  const [old, now] = [w1 - w0, t1 - t0];
  const most = Math.min(old, now);
  if (most <= 0) return null;
  let above = 0;
  while (isClosedAbove && above < most && marks[w0 + above] === text[t0 + above]) above++;
  let below = 0;
  while (isClosedBelow && below < most && marks[w1 - 1 - below] === text[t1 - 1 - below]) below++;
  const shift = now - old;
  // Both ends may claim the same line, or the same place: then it is certain only where they agree.
  const isClear = (w: number, t: number) => shift === 0 || (w < old - below && t < now - below);
  const isClearBelow = (w: number, t: number) => shift === 0 || (w >= above && t >= above);
  for (let i = 0; i < above; i++) if (isClear(i, i)) map[w0 + i] = t0 + i;
  for (let i = 1; i <= below; i++) if (isClearBelow(old - i, now - i)) map[w1 - i] = t1 - i;
  if (above + below >= most || above + below === 0) return null;
  const between = { w0: w0 + above, w1: w1 - below, t0: t0 + above, t1: t1 - below };
  return { ...between, isClosedAbove, isClosedBelow };
}

/** Lines that are there once in the window and once in the text, as pairs, in the window's order. */
function onlyOnes(gap: Gap, marks: readonly number[], lines: TextLines): [number, number][] {
  const { w0, w1, t0, t1 } = gap;
  const seen = new Map<number, { w: number; t: number }>();
  for (let w = w0; w < w1; w++) {
    const mark = marks[w]!;
    if (mark > 0) seen.set(mark, { w: seen.has(mark) ? -1 : w, t: -1 });
  }
  for (let t = t0; t < t1; t++) {
    const one = seen.get(lines.marks[t]!);
    if (one) one.t = one.t === -1 ? t : -2;
  }
  const pairs: [number, number][] = [];
  for (const { w, t } of seen.values())
    if (w >= 0 && t >= 0 && isTelling(lineAt(lines, t))) pairs.push([w, t]);
  return pairs.sort((a, b) => a[0] - b[0]);
}

/** A brace alone is the same brace by accident. */
const isTelling = (line: string) => letters(line) >= 3;

/** The most pairs that are in order in both (patience sorting). */
function longestChain(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (let i = 0; i < pairs.length; i++) {
    const t = pairs[i]![1];
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]![1] < t) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[i] = ends[low - 1]!;
    ends[low] = i;
  }
  const chain: [number, number][] = [];
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i]!) chain.push(pairs[i]!);
  return chain.reverse();
}
