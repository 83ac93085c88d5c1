import { markOf, writeMarks } from '../../model/anchor/lines.ts';
import type { Anchor } from '../../model/events.ts';
import type { Feedback } from '../../model/state.ts';

/** Lines above the commented ones that help to find them again; an anchor holds no more. */
const mostAbove = 200;
const context = 3;
const [longestCode, longestContext] = [8000, 1000];
/** Commented lines that are looked for: nobody means a thousand of them. */
const mostLines = 40;

type Commented = Pick<
  Feedback,
  'path' | 'line' | 'startLine' | 'originalLine' | 'side' | 'diffHunk' | 'pullRequest'
>;

/**
 * What finds the code of a line comment again: its hunk ends with the commented line, and above it stand the lines
 * around. `null` where there is no hunk, or the comment is about the whole file.
 */
export function hunkAnchor(feedback: Commented): Anchor | null {
  const { path, diffHunk, side } = feedback;
  const line = feedback.originalLine ?? feedback.line;
  if (path === null || diffHunk === null || line === null) return null;
  const other = side === 'LEFT' ? '+' : '-';
  const shown = diffHunk
    .split('\n')
    .slice(-mostAbove - mostLines)
    .map((each) => each.replace(/\r$/, ''))
    .filter((each) => !each.startsWith('@@') && !each.startsWith('\\') && !each.startsWith(other))
    .map((each) => each.slice(1));
  const meant = commentedLines(feedback, shown.length);
  const code = shown.slice(-meant);
  const above = shown.slice(0, -meant);
  if (code.length === 0 || code.every((each) => each.trim() === '')) return null;
  const endLine = Math.max(line, code.length);
  return {
    path,
    repository: feedback.pullRequest?.repository ?? null,
    side: side ?? 'RIGHT',
    commit: null,
    startLine: endLine - code.length + 1,
    endLine,
    code: code.join('\n').slice(0, longestCode),
    before: above.slice(-context).join('\n').slice(-longestContext),
    after: '',
    above: writeMarks(above.reverse().slice(0, mostAbove).map(markOf)),
  };
}

/** How many lines are meant, the commented one among them. */
function commentedLines({ line, startLine, originalLine }: Commented, most: number): number {
  const end = line ?? originalLine;
  const meant = startLine !== null && end !== null && startLine <= end ? end - startLine + 1 : 1;
  return Math.min(meant, most, mostLines);
}
