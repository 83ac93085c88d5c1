import { join } from 'node:path';
import type { Git } from './git.ts';

/** Newest commits of a file that are looked at. */
const mostCommits = 2000;

/** A commit of a file: who wrote it, as git says, and its author's day, ISO. */
export type FileCommit = { name: string; email: string; day: string };

/**
 * Who has changed a file of a clone, newest first, over its renames as far as git follows them; `.mailmap` counts.
 * @param folder the clone's work tree
 * @param path relative to it, with `/`; a stranger's words may stand in it
 * @returns empty where the file has no history here
 * @throws CairnError 'git-missing', 'git-failed', 'cancelled'
 */
export async function authorsOf(
  git: Git,
  folder: string,
  path: string,
  signal?: AbortSignal,
): Promise<FileCommit[]> {
  const where = { gitDir: join(folder, '.git'), cwd: folder };
  const format = '--format=%x01%aN%x00%aE%x00%as';
  const bounds = ['log', '--follow', '--no-merges', `--max-count=${mostCommits}`, format, 'HEAD', '--', path];
  const { stdout } = await git.local(
    where,
    ['--literal-pathspecs', '-c', 'log.showSignature=false', ...bounds],
    // A branch without a commit has no history.
    { signal, accepts: ({ code }) => code === 128 },
  );
  return stdout
    .toString('utf8')
    .split('\x01')
    .flatMap((line) => {
      const [name = '', email = '', day = ''] = line.trimEnd().split('\0');
      return /^\d{4}-\d\d-\d\d$/.test(day) ? [{ name, email, day }] : [];
    });
}
