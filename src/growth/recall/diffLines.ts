import type { Lines } from './recallIndex.ts';

/**
 * The lines that a diff of one file changes, in the new text and in the old one, from its hunks' headers. Content
 * cannot pass for a header, since it begins with a sign of its own.
 * @param diff as git writes it
 */
export function diffLines(diff: string): { now: Lines[]; before: Lines[] } {
  const lines: { now: Lines[]; before: Lines[] } = { now: [], before: [] };
  for (let at = 0; at >= 0 && at < diff.length; at = next(diff, at)) {
    if (!diff.startsWith('@@ -', at)) continue;
    const header = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@/.exec(
      diff.slice(at, at + 60),
    );
    if (!header) continue;
    const [, before, beforeCount = '1', now, nowCount = '1'] = header;
    lines.before.push(linesFrom(Number(before), Number(beforeCount)));
    lines.now.push(linesFrom(Number(now), Number(nowCount)));
  }
  return lines;
}

function next(diff: string, at: number): number {
  const end = diff.indexOf('\n', at);
  return end < 0 ? -1 : end + 1;
}

/** Of a side without lines git names the one above. */
const linesFrom = (start: number, count: number): Lines => ({
  startLine: start,
  endLine: start + Math.max(0, count - 1),
});
