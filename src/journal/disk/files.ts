import fs from 'node:fs';
import path from 'node:path';
import { CairnError } from '../../model/errors.ts';

/** The part of node's `fs/promises` that the journal stands on; tests hand in one that fails on purpose. */
export type Files = Pick<
  typeof fs.promises,
  | 'open'
  | 'mkdir'
  | 'readdir'
  | 'lstat'
  | 'stat'
  | 'rename'
  | 'unlink'
  | 'readFile'
  | 'symlink'
  | 'readlink'
  | 'lutimes'
>;

/** Opens for reading without following a symbolic link (where the platform can). */
export const readFlags =
  fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0);
/** Opens one's own file for appending, again without following a link; made where it does not exist. */
export const appendFlags =
  fs.constants.O_RDWR | fs.constants.O_CREAT | fs.constants.O_APPEND | (fs.constants.O_NOFOLLOW ?? 0);

/** The system's error code, `ENOENT`, or an empty string for what is no system error. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** Makes a folder's list of files survive a power loss. Where folders cannot be synced (Windows) it does nothing. */
export async function syncFolder(files: Files, folder: string): Promise<void> {
  let handle: fs.promises.FileHandle;
  try {
    handle = await files.open(folder, 'r');
  } catch (error) {
    if (['EISDIR', 'EPERM', 'EACCES'].includes(codeOf(error))) return;
    throw error;
  }
  try {
    await handle.sync();
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EINVAL', 'EBADF', 'ENOTSUP'].includes(codeOf(error))) throw error;
  } finally {
    await handle.close();
  }
}

/** Syncs a folder and all above it, up to the root: whoever made them, a power loss takes none of them away. */
export async function syncPath(files: Files, folder: string): Promise<void> {
  for (let above = path.resolve(folder); ; above = path.dirname(above)) {
    await syncFolder(files, above);
    if (above === path.dirname(above)) return;
  }
}

/** What a person reads where something else stands at the place of one of Cairn's files or folders. */
export function inTheWay(file: string): CairnError {
  return new CairnError(
    'journal-unwritable',
    `Nothing was recorded: ${file} is not what Cairn left there (a link, or another kind of file). Move it away, then do it again.`,
    { detail: file },
  );
}

/** What a person reads when the disk refuses an act: nothing was recorded, and what to do. */
export function unwritable(error: unknown, folder: string): CairnError {
  if (error instanceof CairnError) return error;
  const code = codeOf(error);
  const say = (message: string) =>
    new CairnError('journal-unwritable', `Nothing was recorded: ${message}`, {
      detail: `${code} ${folder}`,
      cause: error,
    });
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return say('the disk is full. Free some space, then do it again.');
  }
  if (['ENOTDIR', 'EEXIST', 'EISDIR', 'ELOOP'].includes(code)) {
    return inTheWay((error as { path?: string }).path ?? folder);
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return say(
      `Cairn may not write to ${folder}. Give yourself write permission there, or choose another folder with the setting cairn.dataFolder, then do it again.`,
    );
  }
  if (code === '') throw error;
  return say(`writing to ${folder} failed (${code}). Check the disk, then do it again.`);
}
