import fs from 'node:fs';
import path from 'node:path';
import type { ProgrammeProblem } from './types.ts';

/** Bytes of a file; a person's is about one kilobyte. */
export const largestFile = 256 * 1024;
/** Files of a folder. */
export const mostFiles = 5000;
/** Bytes of all files of a folder together: a programme of thousands has a few million. */
export const largestFolder = 32 * 1024 * 1024;
const atOnce = 32;

/** The folders in which Cairn writes files of its own. */
export const ownKinds = ['people', 'spaces'] as const;
export type OwnKind = (typeof ownKinds)[number];

export type TextFile = { file: string; text: string };
export type FolderTexts = { files: TextFile[]; problems: ProgrammeProblem[] };

const readFlags = fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0);
const fileName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,149}$/;

/**
 * The ordinary files of one of a programme's folders with this ending, by name: strangers may have put anything there.
 * Links are not followed, and what cannot be read is a problem of its own while all others are read. A folder that is
 * not there is empty. Names begin with the folder's: `people/ada.json`. Of a folder that is larger than all may be together
 * the small files are read: what somebody put there to fill it keeps nobody's out.
 */
export async function readFolder(
  programme: string,
  kind: string,
  ending: string,
  { largest, most, together = largestFolder }: { largest: number; most: number; together?: number } = {
    largest: largestFile,
    most: mostFiles,
  },
): Promise<FolderTexts> {
  const folder = path.join(programme, kind);
  const problems: ProgrammeProblem[] = [];
  const say = (file: string, problem: ProgrammeProblem['kind'], detail: string | null = null) =>
    void problems.push({ file, kind: problem, detail });
  let names: string[];
  try {
    // A link in place of the folder may lead anywhere on this machine.
    if (!(await fs.promises.lstat(folder)).isDirectory()) {
      say(kind, 'not-a-file');
      return { files: [], problems };
    }
    names = await fs.promises.readdir(folder);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') say(kind, 'unreadable', codeOf(error));
    return { files: [], problems };
  }
  const wanted = names.filter((name) => name.toLowerCase().endsWith(ending) && !name.startsWith('.')).sort();
  if (wanted.length > most) say(kind, 'too-many', String(wanted.length - most));
  const sized: { name: string; size: number }[] = [];
  await inBatches(wanted.slice(0, most), async (name) => {
    const file = `${kind}/${name}`;
    if (!fileName.test(name)) return say(file, 'odd-name');
    const found = await sizeOf(path.join(folder, name), largest);
    if (typeof found === 'number') sized.push({ name, size: found });
    else say(file, found.kind, found.detail);
  });
  sized.sort((a, b) => a.size - b.size || compare(a.name, b.name));
  const files: TextFile[] = [];
  // As they are when they are read: they may have grown.
  let [held, left] = [0, 0];
  await inBatches(sized, async ({ name, size }) => {
    if (held + size > together) return void left++;
    held += size;
    const file = `${kind}/${name}`;
    const found = await readText(path.join(folder, name), largest);
    if ('kind' in found) return say(file, found.kind, found.detail);
    held += Math.max(0, found.size - size);
    files.push({ file, text: found.text });
  });
  if (left > 0) say(kind, 'too-large-together', String(left));
  return { files: files.sort(byFile), problems: problems.sort(byFile) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byFile = (a: { file: string }, b: { file: string }): number => compare(a.file, b.file);

async function inBatches<T>(all: readonly T[], run: (one: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < all.length; at += atOnce) await Promise.all(all.slice(at, at + atOnce).map(run));
}

type Refusal = Pick<ProgrammeProblem, 'kind' | 'detail'>;

/** The bytes of an ordinary file, or why it is not read. */
async function sizeOf(file: string, largest: number): Promise<number | Refusal> {
  try {
    const stat = await fs.promises.lstat(file);
    if (!stat.isFile()) return { kind: 'not-a-file', detail: null };
    return stat.size > largest ? { kind: 'too-large', detail: String(stat.size) } : stat.size;
  } catch (error) {
    return refusalOf(error);
  }
}

/** The text of an ordinary file, at most so many bytes of it, or why not. */
async function readText(file: string, largest: number): Promise<{ text: string; size: number } | Refusal> {
  try {
    // Windows cannot open without following.
    if (!(await fs.promises.lstat(file)).isFile()) return { kind: 'not-a-file', detail: null };
    const handle = await fs.promises.open(file, readFlags);
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) return { kind: 'not-a-file', detail: null };
      if (stat.size > largest) return { kind: 'too-large', detail: String(stat.size) };
      // It may grow while it is read: a buffer that is filled to its last byte may not hold all of it.
      for (let room = stat.size + 1; ; room = Math.min(2 * room, largest + 1)) {
        const buffer = Buffer.alloc(room);
        const { bytesRead } = await handle.read(buffer, 0, room, 0);
        if (bytesRead > largest) return { kind: 'too-large', detail: String(bytesRead) };
        if (bytesRead < room)
          return { text: buffer.toString('utf8', 0, bytesRead).replace(/^\ufeff/, ''), size: bytesRead };
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    return refusalOf(error);
  }
}

function refusalOf(error: unknown): Refusal {
  const code = codeOf(error);
  return { kind: code === 'ELOOP' ? 'not-a-file' : 'unreadable', detail: code || null };
}

/** Whether this may be the name of a file that Cairn writes, without its ending. */
export const isOwnName = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(name);

/**
 * Writes one's own file as pretty JSON, all of it or nothing, and returns its whole path. A link in its place is replaced
 * and never written through. Throws errors of the file system, `RangeError` for a name that is none or a text that
 * nobody's Cairn would read.
 */
export async function writeOwnFile(
  programme: string,
  kind: OwnKind,
  name: string,
  json: unknown,
): Promise<string> {
  const text = `${JSON.stringify(json, null, 2)}\n`;
  if (!isOwnName(name) || !ownKinds.includes(kind)) throw new RangeError('No name of a file of Cairn.');
  if (Buffer.byteLength(text) > largestFile) throw new RangeError('Too large for a file of a programme.');
  const folder = path.join(programme, kind);
  await fs.promises.mkdir(folder, { recursive: true });
  if (!(await fs.promises.lstat(folder)).isDirectory())
    throw Object.assign(new Error(`${folder} is a link.`), { code: 'ELOOP' });
  const file = path.join(folder, `${name}.json`);
  const made = path.join(folder, `.${name}.${process.pid}.${Date.now().toString(36)}.new`);
  try {
    await fs.promises.writeFile(made, text, { flag: 'wx' });
    await fs.promises.rename(made, file);
  } catch (error) {
    await fs.promises.rm(made, { force: true }).catch(() => undefined);
    throw error;
  }
  return file;
}

/** The system's error code, empty for what is no error of the system. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
