import type { ThreadRecord } from '../../model/pullRequest.ts';
import type { Side } from '../../model/state.ts';
import type { Code, Region } from './code.ts';
import { saysEnough } from './elsewhere.ts';

/** Lines of one side of a diff hunk, with the number of the first, 1-based, and which of them the other side has not. */
export type SideOfHunk = { first: number; texts: string[]; isAdded: boolean[] };

/** What a comment's hunk says of one side; `null` where it is no hunk. */
export function sideOfHunk(hunk: string | null, side: Side): SideOfHunk | null {
  const [head = '', ...lines] = (hunk ?? '').split('\n');
  const numbers = /^@@ -(\d{1,9})(?:,\d{1,9})? \+(\d{1,9})(?:,\d{1,9})? @@/.exec(head);
  if (!numbers) return null;
  const other = side === 'LEFT' ? '+' : '-';
  const own = lines.filter((line) => line !== '' && !line.startsWith(other) && !line.startsWith('\\'));
  return {
    first: Number(numbers[side === 'LEFT' ? 1 : 2]),
    texts: own.map((line) => line.slice(1).replace(/\r$/, '')),
    isAdded: own.map((line) => !line.startsWith(' ')),
  };
}

/** The lines that a thread stands on, in the code that was commented on, 0-based; `null` for a whole file. */
export function linesOfThread({ originalLine, originalStartLine }: ThreadRecord): Region | null {
  if (originalLine === null || originalLine < 1) return null;
  const start = originalStartLine ?? originalLine;
  return { from: Math.min(Math.max(start, 1), originalLine) - 1, to: originalLine };
}

/**
 * The lines where they stand in a text by what the hunk says of them: where GitHub says, or else in the one place that
 * says the same. `null` where text and hunk do not fit.
 */
export function locate(region: Region, side: SideOfHunk | null, code: Code): Region | null {
  if (region.to <= code.lines.count && fits(region, side, code)) return region;
  return side && findHunk(region, side, code);
}

/** Lines above the commented ones that have to be the same, too. */
const context = 3;

/** The only place where the hunk's lines stand, the commented ones and the nearest above. */
export function findHunk(region: Region, side: SideOfHunk, code: Code): Region | null {
  const from = Math.max(side.first - 1, region.from - context);
  const said = side.texts.slice(from - side.first + 1, region.to - side.first + 1);
  // A hunk that does not hold all of the lines says nothing of the rest.
  if (region.from < side.first - 1 || said.length < region.to - from || !saysEnough(said)) return null;
  let found: number | null = null;
  for (let t = 0; t + said.length <= code.lines.count; t++) {
    let i = 0;
    while (i < said.length && code.texts[t + i] === said[i]) i++;
    if (i < said.length) continue;
    if (found !== null) return null;
    found = t;
  }
  if (found === null) return null;
  const offset = found - from;
  return { from: region.from + offset, to: region.to + offset };
}

function fits({ from, to }: Region, side: SideOfHunk | null, code: Code): boolean {
  if (!side) return true;
  for (let i = from; i < to; i++) {
    const said = side.texts[i - side.first + 1];
    if (said !== undefined && said !== code.texts[i]) return false;
  }
  return true;
}
