import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { codeOf, type Files, inTheWay, readFlags, syncFolder } from './disk/files.ts';

/** What the folder of a writer is called: nothing that could climb out of the space or differ by case only. */
export const writerPattern = /^[a-z0-9]{8,32}$/;

/** Where a clone keeps its own id; never shared. */
export const writerFile = '.writer-id';

/** A file for oneself, emptied, and never through a link. */
const freshFlags =
  fs.constants.O_WRONLY | fs.constants.O_CREAT | fs.constants.O_TRUNC | (fs.constants.O_NOFOLLOW ?? 0);

/**
 * The id of this clone of the space, made when there is none yet or the file is damaged. Call it under the
 * space's lock.
 * @throws errors of the file layer
 */
export async function writerId(files: Files, space: string): Promise<string> {
  const file = path.join(space, writerFile);
  const known = await knownWriterId(files, space, (error) => {
    throw error;
  });
  if (known !== null) return known;

  const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
  const id = Array.from(randomBytes(16), (byte) => letters[byte % 32]).join('');
  const fresh = `${file}.new`;
  const handle = await files.open(fresh, freshFlags, 0o600);
  try {
    await handle.writeFile(`${id}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await files.rename(fresh, file);
  await syncFolder(files, space);
  return id;
}

/** The id of this clone of the space, `null` while it has none; `onError` hears of a file that cannot be read. */
export async function knownWriterId(
  files: Files,
  space: string,
  onError: (error: unknown) => void = () => {},
): Promise<string | null> {
  const known = await readStart(files, path.join(space, writerFile)).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') onError(error);
    return '';
  });
  return writerPattern.test(known.trim()) ? known.trim() : null;
}

/** The first bytes of a small text file. A pipe in its place would never end, a link may lead anywhere. */
async function readStart(files: Files, file: string): Promise<string> {
  const handle = await files.open(file, readFlags);
  try {
    if (!(await handle.stat()).isFile()) throw inTheWay(file);
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(100), 0, 100, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
