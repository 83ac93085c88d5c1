import { promises as files } from 'node:fs';
import { join, sep } from 'node:path';

/** A place in a file of the repository: `path` relative to its root with `/`, line and column 1-based. */
export type Place = { path: string; line: number; column: number };

/** As many editors as anybody follows. */
export const mostPlaces = 20;
const longestPath = 1000;

/**
 * Whether a path that somebody else wrote names something below the folder that it is joined to, on every system,
 * and nothing of git's own.
 */
export function staysInside(path: string): boolean {
  if (path === '' || path.length > longestPath || /^\/|[\\:\p{Cc}]/u.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !isOfGit(part));
}

/** Some file systems take other letters, dots and blanks at the end, and a short name, for `.git`, too. */
const isOfGit = (part: string) => {
  const name = part.toLowerCase().replace(/[\u200b-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g, '');
  return name === 'git~1' || name.replace(/[. ]{1,1000}$/, '') === '.git';
};

/** The file of such a path, `null` where there is none, or where a link on the way leads out of the folder. */
export async function fileInside(root: string, path: string): Promise<string | null> {
  if (!staysInside(path)) return null;
  try {
    const [base, file] = await Promise.all([files.realpath(root), files.realpath(join(root, path))]);
    if (!file.startsWith(base.endsWith(sep) ? base : base + sep)) return null;
    return (await files.stat(file)).isFile() ? join(root, path) : null;
  } catch {
    return null;
  }
}

/** The path of a file below a root, with `/`; `null` for one that is elsewhere. */
export function pathBelow(root: string, file: string): string | null {
  const base = root.endsWith(sep) ? root : root + sep;
  if (!file.startsWith(base)) return null;
  const path = file.slice(base.length).replaceAll(sep, '/');
  return staysInside(path) ? path : null;
}
