/** An expectation as it is typed. */
export type Line = { text: string; path: string | null };

const longestText = 500;

/**
 * Reads a line: a path and a colon in front name a file. What is no path stays part of the words.
 * @returns `null` where nothing is said
 */
export function lineOf(typed: string): Line | null {
  const line = typed.trim();
  const at = line.indexOf(': ');
  const path = at > 0 ? line.slice(0, at) : '';
  const isPath =
    path !== '' && !/\s/.test(path) && path.length <= 1000 && /[./]/.test(path) && !/^https?$/.test(path);
  const text = (isPath ? line.slice(at + 2) : line).trim().slice(0, longestText).toWellFormed();
  return text === '' ? null : { text, path: isPath ? path.replace(/^\.?\//, '') : null };
}

/** The line as it was typed. */
export const textOf = ({ text, path }: Line): string => (path === null ? text : `${path}: ${text}`);
