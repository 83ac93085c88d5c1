import type { Side } from '../../model/state.ts';
import type { ReviewPlace } from './types.ts';

/** A hunk of a patch: lines of both sides, 1-based; a count of 0 means that a side has none of them. */
export type Hunk = Record<Side, { start: number; count: number }> & {
  /** Its lines with their signs, without the header. */
  lines: string[];
};

/** The hunks of one file's patch (from the first `@@` on), in their order. Linear in its length. */
export function hunksOf(patch: string): Hunk[] {
  const hunks: Hunk[] = [];
  for (const line of patch.split('\n')) {
    const header = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@/.exec(line);
    if (header) {
      const [, left, leftCount = '1', right, rightCount = '1'] = header;
      hunks.push({
        LEFT: { start: Number(left), count: Number(leftCount) },
        RIGHT: { start: Number(right), count: Number(rightCount) },
        lines: [],
      });
    } else hunks.at(-1)?.lines.push(line);
  }
  return hunks;
}

/** The lines of one side on which a review comment can stand, as ranges with both ends; for showing where. */
export function commentable(patch: string, side: Side): { startLine: number; endLine: number }[] {
  return hunksOf(patch)
    .map((hunk) => hunk[side])
    .filter(({ count }) => count > 0)
    .map(({ start, count }) => ({ startLine: start, endLine: start + count - 1 }));
}

/**
 * Why GitHub would not take a comment there: `line` is not shown, or the range does not lie `within` one hunk from an
 * earlier line to a later one. `null`: it can stand there.
 */
export function placeProblem(patch: string, place: ReviewPlace): 'line' | 'range' | null {
  const { line, side, startLine } = place;
  if (line === null) return null;
  const hunk = hunksOf(patch).find((one) => isIn(one, side, line));
  if (!hunk) return 'line';
  const startSide = place.startSide ?? side;
  if (startLine === null || (startLine === line && startSide === side)) return null;
  if (!isIn(hunk, startSide, startLine)) return 'range';
  return rowOf(hunk, startSide, startLine) < rowOf(hunk, side, line) ? null : 'range';
}

function isIn(hunk: Hunk, side: Side, line: number): boolean {
  const { start, count } = hunk[side];
  return Number.isInteger(line) && line >= start && line < start + count;
}

/** Where in the hunk a line stands, counted in rows of the diff. */
function rowOf(hunk: Hunk, side: Side, line: number): number {
  const absent = side === 'LEFT' ? '+' : '-';
  let at = hunk[side].start - 1;
  for (const [row, text] of hunk.lines.entries()) {
    if (text.startsWith(absent) || text.startsWith('\\')) continue;
    at += 1;
    if (at === line) return row;
  }
  return hunk.lines.length;
}
