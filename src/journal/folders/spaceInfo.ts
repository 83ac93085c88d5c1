import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { clean } from '../../model/cleanText.ts';
import { CairnError } from '../../model/errors.ts';
import { codeOf, readFlags, syncPath } from '../disk/files.ts';

/** What a space is called and by which id its clones know each other; shared, and never changed. */
export type SpaceInfo = {
  /** ULID. */
  id: string;
  name: string;
  /** ISO time. */
  createdAt: string;
};

export const infoFile = 'space.json';
/** Bytes; what Cairn writes has some 150. */
const largest = 16 * 1024;

const infoSchema = z.object({
  cairn: z.int().check(z.positive()),
  id: z.string().check(z.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  createdAt: z.string().check(z.maxLength(40)),
});

/**
 * Reads `space.json` as the strangers' file that it is in a shared space: bounded, checked, no link followed.
 * @returns `null` where there is none
 * @throws CairnError 'bad-space' for what is no such file
 */
export async function readInfo(folder: string): Promise<SpaceInfo | null> {
  const file = path.join(folder, infoFile);
  const text = await readText(file, largest).catch((error: unknown) => {
    throw bad(folder, error instanceof CairnError ? error.message : codeOf(error));
  });
  return text === null ? null : parseInfo(text, folder);
}

/**
 * @param place where the text was found, for the message
 * @throws CairnError 'bad-space'
 */
export function parseInfo(text: string, place: string): SpaceInfo {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw bad(place, 'it is no JSON');
  }
  const parsed = infoSchema.safeParse(value);
  if (!parsed.success) throw bad(place, 'it does not say which space this is');
  const { cairn, id, createdAt } = parsed.data;
  if (cairn !== 1) throw bad(place, 'a newer Cairn wrote it; update Cairn');
  return { id, name: plainName(parsed.data.name) || id, createdAt };
}

/** The text of a `space.json`. */
export const infoText = ({ id, name, createdAt }: SpaceInfo) =>
  `${JSON.stringify({ cairn: 1, id, name, createdAt })}\n`;

/**
 * Puts `space.json` into a folder, whole and synced, and leaves one that is there already.
 * @throws errors of the file layer
 */
export async function writeInfo(folder: string, info: SpaceInfo): Promise<void> {
  const file = path.join(folder, infoFile);
  const fresh = `${file}.${randomBytes(6).toString('hex')}.new`;
  try {
    const handle = await fs.promises.open(fresh, 'wx', 0o644);
    try {
      await handle.writeFile(infoText(info));
      await handle.sync();
    } finally {
      await handle.close();
    }
    try {
      // Of several windows that do this at once, one makes it.
      await fs.promises.link(fresh, file);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return;
      // A disk without hard links.
      await fs.promises.rename(fresh, file);
    }
    await syncPath(fs.promises, folder);
  } finally {
    await fs.promises.unlink(fresh).catch(() => {});
  }
}

/**
 * The text of a small file, `null` where there is none.
 * @throws CairnError 'bad-space' for a link, a folder or a file over `longest` bytes; errors of the file layer
 */
export async function readText(file: string, longest: number): Promise<string | null> {
  let handle: fs.promises.FileHandle;
  try {
    // Where opening follows links all the same (Windows).
    if ((await fs.promises.lstat(file)).isSymbolicLink()) throw bad(file, 'it is a link');
    handle = await fs.promises.open(file, readFlags);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    const there = await handle.stat();
    if (!there.isFile()) throw bad(file, 'it is no file');
    const bytes = Buffer.alloc(longest + 1);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    if (bytesRead > longest) throw bad(file, 'it is too large');
    return bytes.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** One line without characters that hide or turn others around. */
export const plainName = (name: string) =>
  clean(name).replace(/\s+/g, ' ').trim().slice(0, 100).toWellFormed();

function bad(place: string, why: string): CairnError {
  return new CairnError('bad-space', `${path.join(place, infoFile)} cannot be read: ${why}.`);
}
