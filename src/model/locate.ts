import type { Feedback } from './state.ts';

/** How far from its place a line is looked for, in lines. */
const reach = 300;
/** Fewer characters than this, like a closing brace, are in every file. */
const telling = 4;

/**
 * The folders in which feedback may be looked for, the likeliest first: those of its repository, then those without a
 * remote, then those of others (a clone of a fork). A folder of another repository has other files under the same
 * names, so the less is known of a folder, the more the commented line has to say; a bare line number says nothing.
 */
export function foldersFor<T extends { repositories: readonly string[] }>(
  feedback: Pick<Feedback, 'line' | 'originalLine' | 'diffHunk' | 'pullRequest'>,
  folders: readonly T[],
): T[] {
  const wanted = lastLineOf(feedback.diffHunk);
  const isAboutFile = feedback.line === null && feedback.originalLine === null;
  const isTelling = !isAboutFile && wanted !== null && wanted.trim().length >= telling;
  const mostDistant = isTelling ? 2 : isAboutFile || wanted !== null ? 1 : 0;
  const repository = feedback.pullRequest?.repository.toLowerCase();
  const distance = ({ repositories }: T) => {
    if (repositories.some((name) => name.toLowerCase() === repository)) return 0;
    return repositories.length === 0 ? 1 : 2;
  };
  return folders
    .filter((folder) => distance(folder) <= mostDistant)
    .sort((a, b) => distance(a) - distance(b));
}

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
  if (wanted.trim().length < telling) return null;
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
