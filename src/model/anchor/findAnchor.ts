import type { Anchor } from '../events.ts';
import { type Aligned, align, unsure } from './align.ts';
import { changedLines, isTelling } from './changed.ts';
import { bare, lineAt, linesOf, type TextLines } from './lines.ts';
import { movedTo } from './moved.ts';
import { type Window, windowOf } from './window.ts';

/** 1-based, both included. `same`: where it was; `changed`: its own lines were edited. */
export type Found = { startLine: number; endLine: number; how: 'same' | 'moved' | 'changed' };

/**
 * Where the anchor's code is in this text now; `null` when it cannot be told for sure. Never a wrong line: what could
 * be here as well as there is not found. Whitespace does not count.
 * @param anchors of one place, newest first; what is found as it was counts before what is found changed
 */
export function findAnchor(text: string, anchors: readonly Anchor[]): Found | null {
  const lines = linesOf(text);
  let changed: Found | null = null;
  for (const anchor of anchors) {
    const found = find(lines, anchor);
    if (found && found.how !== 'changed') return found;
    changed ??= found;
  }
  return changed;
}

function find(lines: TextLines, anchor: Anchor): Found | null {
  const window = windowOf(anchor);
  const { from, to } = window;
  const offset = anchor.startLine - 1 - from;
  if (anchor.above !== undefined && isThere(window, lines, offset)) return found(offset + from, offset + to);
  const aligned = align(window, lines);
  const { map } = aligned;
  for (let i = from; i < to; i++) {
    // Two lines may have one mark.
    const isSame = map[i]! >= 0 && bare(lineAt(lines, map[i]!)) === bare(window.texts[i] ?? '');
    if (!isSame) map[i] = -1;
  }
  const start = map[from]!;
  // Long code whose end was not kept, between lines that are as far from each other as they were.
  const kept = window.marks.indexOf(-1, from);
  if (kept > from && start >= 0 && map[to] === start + to - from)
    for (let i = kept; i < to; i++) map[i] = start + i - from;
  let isWhole = start >= 0;
  for (let i = from; i < to && isWhole; i++) isWhole = map[i] === start + i - from;
  if (isWhole && isSure(window, lines, aligned)) return found(start, start + to - from);
  for (let i = from; i < to; i++) {
    const isTold =
      map[i]! < 0 || !isTelling(window.texts[i] ?? '') || isAsOften(window, lines, aligned, i, i + 1);
    if (!isTold) map[i] = unsure;
  }
  const changed = changedLines(window, lines, map);
  if (changed) return { ...changed, how: 'changed' };
  const moved = movedTo(window, lines);
  return moved === null ? null : found(moved, moved + to - from);

  function found(first: number, end: number): Found {
    return { startLine: first + 1, endLine: end, how: first + 1 === anchor.startLine ? 'same' : 'moved' };
  }
}

/** Code that is in many places, like a brace, is the same only between the lines between which it was. */
function isSure(window: Window, lines: TextLines, aligned: Aligned): boolean {
  const { texts, marks, from, to, isWholeAbove, isWholeBelow } = window;
  const { map } = aligned;
  if (!texts.slice(from, to).some((line) => line !== undefined && isTelling(line))) {
    const isBelow = from === 0 ? isWholeAbove : map[from - 1] === map[from]! - 1;
    const isAbove = to === marks.length ? isWholeBelow : map[to] === map[to - 1]! + 1;
    if (!isBelow || !isAbove) return false;
  }
  return isAsOften(window, lines, aligned, from, to);
}

/** Whether lines are there as often as they were, between those around that are there once; else which of them is it? */
function isAsOften(
  { marks }: Window,
  lines: TextLines,
  { map, isOnly }: Aligned,
  from: number,
  to: number,
): boolean {
  const code = marks.slice(from, Math.min(to, from + mostCompared));
  if (isOnly.subarray(from, from + code.length).includes(1)) return true;
  let [above, below] = [from - 1, to];
  while (above >= 0 && isOnly[above] === 0) above--;
  while (below < marks.length && isOnly[below] === 0) below++;
  const start = above < 0 ? 0 : map[above]! + 1;
  const end = below < marks.length ? map[below]! : lines.count;
  return timesIn(marks, above + 1, below, code) === timesIn(lines.marks, start, end, code);
}

/** Lines of code that are looked for elsewhere. */
const mostCompared = 100;

/** How often some lines stand among others, from `from` to before `to`. */
function timesIn(marks: ArrayLike<number>, from: number, to: number, code: readonly number[]): number {
  let times = 0;
  for (let at = from; at + code.length <= to; at++) {
    let same = 0;
    while (same < code.length && marks[at + same] === code[same]) same++;
    if (same === code.length) times++;
  }
  return times;
}

/** Whether all that is known of the text is where it was. */
function isThere(
  { marks, texts, from, to, isWholeBelow }: Window,
  lines: TextLines,
  offset: number,
): boolean {
  if (offset < 0 || offset + marks.length > lines.count) return false;
  if (isWholeBelow && offset + marks.length !== lines.count) return false;
  for (let i = 0; i < marks.length; i++) if (marks[i] !== lines.marks[offset + i]) return false;
  for (let i = from; i < to; i++) if (bare(lineAt(lines, offset + i)) !== bare(texts[i] ?? '')) return false;
  return true;
}
