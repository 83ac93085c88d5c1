import type { Feedback } from './state.ts';

/** How far from its place a line is looked for, in lines. */
const reach = 300;

/**
 * Where the code that feedback is about stands in a file's text now, as a 0-based line: at its line when the text
 * there still is the hunk's last line, else the nearest line with that very text. `null` when it is not found, so
 * that nothing is ever shown on a wrong line.
 */
export function locate(
  text: string,
  feedback: Pick<Feedback, 'line' | 'originalLine' | 'diffHunk'>,
): number | null {
  const line = feedback.line ?? feedback.originalLine;
  if (line === null) return null;
  const lines = text.split(/\r\n|\r|\n/);
  const wanted = lastLineOf(feedback.diffHunk);
  if (wanted === null) return line <= lines.length ? line - 1 : null;
  const at = line - 1;
  if (lines[at]?.trimEnd() === wanted) return at;
  // Too little to tell one place from another.
  if (wanted.trim().length < 4) return null;
  for (let distance = 1; distance <= reach; distance++) {
    if (lines[at - distance]?.trimEnd() === wanted) return at - distance;
    if (lines[at + distance]?.trimEnd() === wanted) return at + distance;
  }
  return null;
}

/** The commented line: a hunk that GitHub hands out ends with it. */
function lastLineOf(hunk: string | null): string | null {
  const last = hunk
    ?.replace(/\r/g, '')
    .replace(/\n\\ No newline at end of file$/, '')
    .split('\n')
    .at(-1);
  return last === undefined || last.startsWith('@@') ? null : last.slice(1).trimEnd();
}
