import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { CairnError } from '../model/errors.ts';
import { objectId } from './tree.ts';
import type { Skipped } from './types.ts';

export const writerPattern = /^[a-z0-9]{8,32}$/;
export const filePattern = /^\d{4}-\d{2}(\.\d{1,4})?\.jsonl$/;
/** Larger files of a journal are not read, in bytes. */
export const largestFile = 64 * 1024 * 1024;

/** A journal file on this disk; `stamp` changes whenever its content may have changed. */
export type LocalFile = { file: string; size: number; stamp: string };

/** By writer, by file name. What is no ordinary file is in `odd`, by path. */
export type LocalJournal = { writers: Map<string, Map<string, LocalFile>>; odd: Map<string, Skipped> };

/**
 * The journal's files on this disk, without following a link anywhere.
 * @param only the one writer to look at; everybody when left out
 * @throws CairnError 'bad-space' where the journal's folder is no folder
 */
export async function listJournal(space: string, only?: string): Promise<LocalJournal> {
  const folder = path.join(space, 'journal');
  const journal: LocalJournal = { writers: new Map(), odd: new Map() };
  const odd = (where: string) => journal.odd.set(where, { path: where, reason: 'local' });
  const folders: string[] = [];
  for (const writer of await list(folder, 'the journal')) {
    if (!writerPattern.test(writer.name) || (only !== undefined && writer.name !== only)) continue;
    if (writer.isDirectory()) folders.push(writer.name);
    else odd(`journal/${writer.name}`);
  }
  for (let at = 0; at < folders.length; at += 32) {
    const some = folders.slice(at, at + 32);
    const found = await Promise.all(some.map((writer) => listWriter(path.join(folder, writer), writer, odd)));
    for (const [index, writer] of some.entries())
      journal.writers.set(writer, found[index] as Map<string, LocalFile>);
  }
  return journal;
}

async function listWriter(folder: string, writer: string, odd: (where: string) => void) {
  const files = new Map<string, LocalFile>();
  for (const { name } of await list(folder, writer)) {
    if (!filePattern.test(name)) continue;
    const file = path.join(folder, name);
    const stats = await fs.promises.lstat(file, { bigint: true }).catch(() => null);
    if (!stats?.isFile() || stats.size > largestFile) odd(`journal/${writer}/${name}`);
    else {
      const stamp = `${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}`;
      files.set(name, { file, size: Number(stats.size), stamp });
    }
  }
  return files;
}

async function list(folder: string, what: string): Promise<fs.Dirent[]> {
  try {
    if (!(await fs.promises.lstat(folder)).isDirectory()) {
      throw new CairnError('bad-space', `The folder of ${what} is a link or a file. Put a folder there.`, {
        detail: folder,
      });
    }
    return await fs.promises.readdir(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return [];
    throw error;
  }
}

const known = new Map<string, { stamp: string; oid: string }>();
const mostKnown = 50_000;

/** The id that git gives to a file's content; remembered while the file stays as it is. */
export async function oidOf(local: LocalFile, oidLength: number): Promise<string> {
  const key = `${oidLength} ${local.file}`;
  const before = known.get(key);
  if (before?.stamp === local.stamp) return before.oid;
  const oid = objectId('blob', await readLocal(local.file), oidLength);
  if (known.size >= mostKnown) known.clear();
  known.set(key, { stamp: local.stamp, oid });
  return oid;
}

/** Reads a file without following a link. */
export async function readLocal(file: string): Promise<Buffer> {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = fs.constants;
  const handle = await fs.promises.open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/**
 * Puts a file in place as a whole: written beside, in `scratch` on the same disk, and renamed.
 * @param isPrecious synced before it counts; what can be fetched again need not be
 * @returns false where a folder on the way is a link or a file, or something odd is in its place
 */
export async function putFile(
  space: string,
  where: string,
  bytes: Buffer,
  scratch: string,
  isPrecious = false,
): Promise<boolean> {
  const parts = where.split('/');
  let folder = space;
  for (const part of parts.slice(0, -1)) {
    folder = path.join(folder, part);
    await fs.promises.mkdir(folder).catch((error: { code?: string }) => {
      if (error.code !== 'EEXIST') throw error;
    });
    if (!(await fs.promises.lstat(folder)).isDirectory()) return false;
  }
  const file = path.join(space, ...parts);
  const there = await fs.promises.lstat(file).catch(() => null);
  if (there && !there.isFile()) return false;
  await fs.promises.mkdir(scratch, { recursive: true });
  const fresh = path.join(scratch, randomUUID());
  const handle = await fs.promises.open(fresh, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    if (isPrecious) await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await rename(fresh, file);
  } catch (error) {
    await fs.promises.rm(fresh, { force: true });
    throw error;
  }
  if (isPrecious) await syncFolder(path.dirname(file));
  return true;
}

/** On Windows a file that somebody (a virus scanner) has open just now cannot be replaced: a moment later it can. */
async function rename(from: string, to: string): Promise<void> {
  for (let times = 1; ; times++) {
    try {
      return await fs.promises.rename(from, to);
    } catch (error) {
      const isBusy = ['EPERM', 'EBUSY', 'EACCES'].includes(String((error as { code?: unknown }).code));
      if (process.platform !== 'win32' || !isBusy || times === 10) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * times));
    }
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.promises.open(folder, 'r');
  try {
    await handle.sync();
  } catch {
    // Some disks cannot sync a folder; the file itself is synced.
  } finally {
    await handle.close();
  }
}
