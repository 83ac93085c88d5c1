import { sampleFiles } from './files.ts';

/** Where a line comment stands, in the fields of GitHub's REST API. */
export type Place = {
  path: string;
  diff_hunk: string;
  line: number | null;
  original_line: number | null;
  start_line: number | null;
  original_start_line: number | null;
  side: 'LEFT' | 'RIGHT';
  start_side: 'LEFT' | 'RIGHT' | null;
  position: number | null;
  original_position: number | null;
  subject_type: 'line' | 'file';
};

const contextLines = 3;
const files = sampleFiles();

/** Onto the line that holds `text`, or from there to the line that holds `lastText`. */
export function on(path: string, text: string, lastText: string = text): Place {
  const lines = linesOf(path);
  const start = lineWith(path, text);
  const end = lastText === text ? start : lineWith(path, lastText);
  return place(path, hunkOf(lines, start, end), end, start === end ? null : start);
}

/** A hunk that ends with these lines, which it shows as new. */
export function hunkOf(lines: readonly string[], start: number, end: number): string[] {
  const first = Math.max(1, start - contextLines);
  const context = lines.slice(first - 1, start - 1).map((line) => ` ${line}`);
  const added = lines.slice(start - 1, end).map((line) => `+${line}`);
  return [header(first, context.length, first, context.length + added.length), ...context, ...added];
}

/** Code that an earlier commit had below line `above` of the file as it is now, in the place of some of its lines. */
export type Earlier = { path: string; above: number; was: string[]; replaced: number };

/** The earlier code by the place that stands on it; by the comments that were made there, too. */
export const earlierCode = new WeakMap<object, Earlier>();

/**
 * Onto code that is gone since: lines that stood after the one that holds `after`. Outdated. What stands there now
 * came to stand beside them, unless `replacedBy` says that it took their place.
 */
export function onOld(path: string, after: string, ...was: string[]): Place {
  const above = lineWith(path, after);
  const first = Math.max(1, above - contextLines + 1);
  const context = linesOf(path)
    .slice(first - 1, above)
    .map((line) => ` ${line}`);
  const added = was.map((line) => `+${line}`);
  const hunk = [header(first, context.length, first, context.length + added.length), ...context, ...added];
  const at = { ...place(path, hunk, above + was.length, null), line: null, position: null };
  earlierCode.set(at, { path, above, was, replaced: 0 });
  return at;
}

/** Onto old code in whose place there are so many lines now. */
export function replacedBy(lines: number, at: Place): Place {
  const earlier = earlierCode.get(at);
  if (!earlier) throw new Error('Only old code can be replaced');
  earlier.replaced = lines;
  return at;
}

/** What an earlier commit did not have yet: the line that holds `text`. */
export function notYet(path: string, text: string): Earlier {
  return { path, above: lineWith(path, text) - 1, was: [], replaced: 1 };
}

/** Onto a line that the pull request took away, which stood after the one that holds `after`: the left side. */
export function onRemoved(path: string, after: string, was: string): Place {
  const above = lineWith(path, after);
  const first = Math.max(1, above - contextLines + 1);
  const context = linesOf(path)
    .slice(first - 1, above)
    .map((line) => ` ${line}`);
  const hunk = [header(first, context.length + 1, first, context.length), ...context, `-${was}`];
  return { ...place(path, hunk, above + 1, null), side: 'LEFT' };
}

/** Onto the file as a whole. */
export function onFile(path: string): Place {
  const first = linesOf(path)
    .slice(0, 1)
    .map((line) => `+${line}`);
  const at = place(path, [header(0, 0, 1, 1), ...first], 1, null);
  return { ...at, line: null, original_line: null, position: null, subject_type: 'file' };
}

function place(path: string, hunk: string[], end: number, start: number | null): Place {
  return {
    path,
    diff_hunk: hunk.join('\n'),
    line: end,
    original_line: end,
    start_line: start,
    original_start_line: start,
    side: 'RIGHT',
    start_side: start === null ? null : 'RIGHT',
    position: hunk.length - 1,
    original_position: hunk.length - 1,
    subject_type: 'line',
  };
}

function header(oldStart: number, oldCount: number, newStart: number, newCount: number): string {
  return `@@ -${oldStart},${oldCount} +${newStart},${newCount} @@`;
}

function linesOf(path: string): string[] {
  const text = files[path];
  if (text === undefined) throw new Error(`The sample has no file ${path}`);
  return text.split('\n');
}

/** 1-based; the text must stand on exactly one line, so that a comment cannot slip when the code changes. */
function lineWith(path: string, text: string): number {
  const found = linesOf(path).flatMap((line, index) => (line.includes(text) ? [index + 1] : []));
  if (found.length !== 1) throw new Error(`${path} has "${text}" on ${found.length} lines, not on one`);
  return found[0] ?? 1;
}
