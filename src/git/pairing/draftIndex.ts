import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, lstat, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { CairnError } from '../../model/errors.ts';
import type { Work } from '../work/work.ts';

/** Milliseconds after which a draft that nobody took away is from a process that is gone. */
const oldDraft = 24 * 60 * 60_000;

export const indexOf = ({ gitDir }: Work) => join(gitDir, 'index');
const draftsOf = ({ gitDir }: Work) => join(gitDir, 'cairn');

export type Draft = {
  /** For `GIT_INDEX_FILE`. */
  path: string;
  env: { GIT_INDEX_FILE: string };
  /** Which index it was made of; '' where there was none. */
  stamp: string;
};

/** A copy of the index to work on, so that the repository's own changes only when all is done. */
export async function draftIndex(work: Work): Promise<Draft> {
  const folder = draftsOf(work);
  await mkdir(folder, { recursive: true });
  await removeOld(folder, work.now());
  const path = join(folder, `index-${randomUUID()}`);
  const stamp = await stampOf(work);
  if (stamp !== '') {
    const index = indexOf(work);
    const { mtimeMs } = await stat(index);
    await copyFile(index, path, constants.COPYFILE_FICLONE);
    // A file that was changed right after the index was written is told by its time: the copy must not look younger.
    const time = (Math.floor(mtimeMs) - 1) / 1000;
    await utimes(path, time, time);
  }
  return { path, env: { GIT_INDEX_FILE: path }, stamp };
}

/** Tells one state of the index file from another. */
export async function stampOf(work: Work): Promise<string> {
  try {
    const { ino, size, mtimeNs } = await stat(indexOf(work), { bigint: true });
    return `${ino}-${size}-${mtimeNs}`;
  } catch {
    return '';
  }
}

/** Tells one state of these files from another, without reading them. */
export async function stampFiles(
  { folder }: Work,
  { unstaged, untracked }: { unstaged: readonly string[]; untracked: readonly string[] },
): Promise<string> {
  const stamps = [...unstaged, ...untracked].map(async (path) => {
    try {
      const { mtimeNs, ctimeNs, size, mode } = await lstat(join(folder, path), { bigint: true });
      return `${mtimeNs} ${ctimeNs} ${size} ${mode}`;
    } catch {
      return 'gone';
    }
  });
  return createHash('sha256')
    .update((await Promise.all(stamps)).join('\n'))
    .digest('hex');
}

/**
 * Puts a draft in the place of the index, in the way git does it itself: under its lock, in one step.
 * @returns whether it did; not where the index is another one than the draft was made of
 * @throws CairnError 'git-failed' where another git command holds the lock
 */
export async function useDraft(work: Work, draft: Pick<Draft, 'path' | 'stamp'>): Promise<boolean> {
  const index = indexOf(work);
  const lock = `${index}.lock`;
  await work.step('index');
  try {
    await link(draft.path, lock).catch(async (error: NodeJS.ErrnoException) => {
      // A disk without links.
      if (error.code === 'EEXIST') throw error;
      await copyFile(draft.path, lock, constants.COPYFILE_EXCL);
    });
  } catch (error) {
    throw new CairnError(
      'git-failed',
      'Another git command is at work in this repository, or one broke off and left its lock file. Wait a moment, then try again.',
      { detail: lock, cause: error },
    );
  }
  if ((await stampOf(work)) !== draft.stamp) {
    await rm(lock, { force: true });
    return false;
  }
  await rename(lock, index);
  await dropDraft(draft);
  return true;
}

export async function dropDraft({ path }: Pick<Draft, 'path'>): Promise<void> {
  await Promise.all([rm(path, { force: true }), rm(`${path}.lock`, { force: true })]).catch(() => {});
}

/**
 * Puts these paths, as they are in the working tree, into an index; what is not there any more is taken out.
 * @param deleted those of them that are known to be gone
 */
export async function addPaths(
  work: Work,
  draft: Pick<Draft, 'env'>,
  paths: readonly string[],
  deleted: readonly string[] = [],
): Promise<void> {
  const update = async (options: string[], some: readonly string[]) =>
    some.length > 0 &&
    (await work.change(['update-index', ...options, '-z', '--stdin'], {
      env: draft.env,
      input: some.map((path) => `${path}\0`).join(''),
    }));
  const all = new Set(paths);
  // Where a folder became a link, git refuses to look behind it.
  const hidden = new Set(deleted.filter((path) => foldersOf(path).some((folder) => all.has(folder))));
  await update(['--force-remove'], [...hidden]);
  await update(
    ['--add', '--remove', '--replace'],
    paths.filter((path) => !hidden.has(path)),
  );
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}

/** Writes the tree of an index. @returns its id */
export async function writeTree(work: Work, env: NodeJS.ProcessEnv = {}): Promise<string> {
  return (await work.change(['write-tree'], { env })).stdout.toString().trim();
}

async function removeOld(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const age =
      now -
      (await stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => now,
      ));
    // The times of a copy are those of its index.
    const changed = await stat(path).then(
      ({ ctimeMs }) => ctimeMs,
      () => now,
    );
    if (name.startsWith('index-') && age > oldDraft && now - changed > oldDraft)
      await rm(path, { force: true });
  }
}
