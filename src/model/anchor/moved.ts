import { bare, lineAt, type TextLines } from './lines.ts';
import type { Window } from './window.ts';

/** Lines on either side that have to have come along. */
const near = 3;
/** Lines of long code by which its place is looked for. */
const mostProbed = 100;
/** Code of fewer signs is in many places. */
const tellingCode = 12;

/** Where code stands that was taken elsewhere with some of what is around it; `null` where that is not certain. */
export function movedTo(window: Window, lines: TextLines): number | null {
  const { marks, texts, from, to } = window;
  const length = to - from;
  const probe = Math.min(length, mostProbed);
  const code = texts.slice(from, to);
  if (code.some((line) => line === undefined)) return null;
  if (code.reduce((sum, line) => sum + bare(line!).length, 0) < tellingCode) return null;
  // What is there twice was there twice, or may have been.
  for (let w = 0; w + length <= marks.length; w++) if (w !== from && isAt(marks, w)) return null;
  let place: number | null = null;
  for (let t = 0; t + length <= lines.count; t++) {
    if (!isAt(lines.marks, t)) continue;
    if (place !== null) return null;
    place = t;
  }
  if (place === null) return null;
  for (let i = 0; i < length; i++) {
    if (bare(lineAt(lines, place + i)) !== bare(code[i]!)) return null;
  }
  return cameAlong(place) ? place : null;

  function isAt(all: ArrayLike<number>, at: number): boolean {
    for (let i = 0; i < probe; i++) if (all[at + i] !== marks[from + i]) return false;
    return true;
  }
  /** Whether one of the nearest lines, or code that says enough by itself, is there as well. */
  function cameAlong(at: number): boolean {
    if (code.filter((line) => bare(line!).length >= tellingCode).length >= near) return true;
    const isSame = (w: number, t: number) =>
      w >= 0 &&
      w < marks.length &&
      t >= 0 &&
      t < lines.count &&
      marks[w] === lines.marks[t] &&
      bare(lineAt(lines, t)).length >= tellingCode;
    for (let i = 1; i <= near; i++)
      if (isSame(from - i, at - i) || isSame(to - 1 + i, at + length - 1 + i)) return true;
    return false;
  }
}
