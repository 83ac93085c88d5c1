import fs from 'node:fs';
import path from 'node:path';
import { CairnError } from '../model/errors.ts';
import type { Where } from './environment.ts';
import type { Git } from './git.ts';

/** The branch of a shared space, at the remote. */
export const branch = 'refs/heads/main';
/** What the remote had when a sync last ended well. */
export const lastSeen = 'refs/remotes/origin/main';

/** Where fetched heads are named while a sync works on them: each by a name of its own, so that no two collide. */
export const incomingFolder = 'refs/cairn';

export function whereOf(space: string): Where {
  return { gitDir: path.join(space, '.git'), cwd: space };
}

/** A folder in the repository for files that are being written. */
export function scratchOf({ gitDir }: Where): string {
  return path.join(gitDir, 'cairn');
}

/** Whether the folder has a repository at all. @throws CairnError 'bad-space' where its `.git` is no folder */
export async function hasRepository(space: string): Promise<boolean> {
  const { gitDir } = whereOf(space);
  const stats = await fs.promises.lstat(gitDir).catch(() => null);
  if (!stats) return false;
  if (!stats.isDirectory()) {
    throw new CairnError(
      'bad-space',
      'The .git of this space is no folder. Remove it, then share the space again.',
      {
        detail: gitDir,
      },
    );
  }
  return fs.existsSync(path.join(gitDir, 'config'));
}

/** Makes the repository, or completes one whose making was cut off. Nothing is checked out, ever. */
export async function initRepository(git: Git, space: string, oidLength = 20): Promise<Where> {
  await hasRepository(space);
  const where = whereOf(space);
  // Nobody else on this machine may read the space.
  await fs.promises.mkdir(where.gitDir, { recursive: true, mode: 0o700 });
  const format = oidLength === 32 ? ['--object-format=sha256'] : [];
  const settings = ['-c', 'init.defaultBranch=main', '-c', 'init.defaultObjectFormat=sha1'];
  await git.local(where, [...settings, 'init', '--quiet', '--template=', ...format]);
  return where;
}
