import fs from 'node:fs';
import path from 'node:path';
import { codeOf, type Files, inTheWay, readFlags, syncFolder, syncPath } from './files.ts';

const { O_CREAT, O_TRUNC, O_WRONLY, O_NOFOLLOW } = fs.constants;
const writeFlags = O_WRONLY | O_CREAT | O_TRUNC | (O_NOFOLLOW ?? 0);

/** Larger files of a journal are not read, in bytes. */
export const largestFile = 64 * 1024 * 1024;

/**
 * A file's bytes, `null` where there is none.
 * @throws errors of the file layer; CairnError 'journal-unwritable' for what is no plain file, and `EFBIG` beyond
 * `largest` bytes
 */
export async function readWhole(files: Files, file: string, largest = largestFile): Promise<Buffer | null> {
  let handle: fs.promises.FileHandle;
  try {
    // Where opening follows links all the same (Windows).
    if ((await files.lstat(file)).isSymbolicLink()) throw inTheWay(file);
    handle = await files.open(file, readFlags);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    const there = await handle.stat();
    if (!there.isFile()) throw inTheWay(file);
    if (there.size > largest) throw Object.assign(new Error(`${file} is too large`), { code: 'EFBIG' });
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/**
 * Puts a file in the place of another, or of none: at every moment, also after a power loss, one of the two is there,
 * whole.
 * @param fresh where it is written first, on the same disk; removed when something fails
 * @throws errors of the file layer
 */
export async function replaceFile(
  files: Files,
  file: string,
  bytes: Uint8Array | string,
  fresh: string,
): Promise<void> {
  try {
    const handle = await files.open(fresh, writeFlags, 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await files.rename(fresh, file);
  } catch (error) {
    await files.unlink(fresh).catch(() => {});
    throw error;
  }
  await syncFolder(files, path.dirname(file));
}

/** The same for a file whose folder may be missing, too. */
export async function placeFile(
  files: Files,
  file: string,
  bytes: Uint8Array | string,
  fresh: string,
): Promise<void> {
  const folder = path.dirname(file);
  const made = await files.mkdir(folder, { recursive: true });
  if (made !== undefined) await syncPath(files, folder);
  await replaceFile(files, file, bytes, fresh);
}
