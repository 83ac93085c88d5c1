import { createHash } from 'node:crypto';
import type fs from 'node:fs';
import path from 'node:path';
import { codeOf, type Files, readFlags, syncFolder } from '../disk/files.ts';

/** What copying and removing folders needs beyond what the journal does. */
export type MoveFiles = Files & Pick<typeof fs.promises, 'rmdir'>;

/** A file that was looked at: `stamp` changes whenever its content may have. */
export type TreeFile = { name: string; stamp: string };

/** Bytes that are read at a time. */
const chunk = 1024 * 1024;
/** Locks belong to the place that they lock, and what is being written is nobody's yet. */
const passing = /^\.(?:sync-)?lock(?:\.|$)|\.new$/;

/**
 * Every ordinary file below a folder, by its path from there, with `/`; sorted. Locks are left out.
 * @param onOdd told of links and other things that are no file and no folder
 */
export async function treeFiles(
  files: Files,
  folder: string,
  onOdd: (name: string) => void,
  below = '',
): Promise<TreeFile[]> {
  const found: TreeFile[] = [];
  for (const entry of await files.readdir(path.join(folder, below), { withFileTypes: true })) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (passing.test(entry.name)) continue;
    if (entry.isDirectory()) found.push(...(await treeFiles(files, folder, onOdd, name)));
    else if (entry.isFile()) found.push({ name, stamp: await stampOf(files, path.join(folder, name)) });
    else onOdd(name);
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

export async function stampOf(files: Files, file: string): Promise<string> {
  const { ino, size, mtimeMs, ctimeMs } = await files.lstat(file);
  return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}

/**
 * Copies a file to where none is, syncs the copy, and reads it again: what comes back must be what was read.
 * @throws errors of the file layer; `EIO` for a copy that reads otherwise
 */
export async function copyFile(files: Files, from: string, to: string): Promise<void> {
  const source = await files.open(from, readFlags);
  let copied: string;
  try {
    const { mode } = await source.stat();
    const target = await files.open(to, 'wx', mode & 0o777);
    try {
      const hash = createHash('sha256');
      for await (const bytes of chunksOf(source)) {
        hash.update(bytes);
        for (let done = 0; done < bytes.length; ) {
          const { bytesWritten } = await target.write(bytes, done, bytes.length - done);
          if (bytesWritten === 0) throw Object.assign(new Error('Nothing was written.'), { code: 'ENOSPC' });
          done += bytesWritten;
        }
      }
      await target.sync();
      copied = hash.digest('hex');
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
  if ((await hashOf(files, to)) !== copied) {
    throw Object.assign(new Error(`${to} reads otherwise than it was written.`), { code: 'EIO' });
  }
}

/** SHA-256 of a file's content, as hex. */
export async function hashOf(files: Files, file: string): Promise<string> {
  const handle = await files.open(file, readFlags);
  try {
    const hash = createHash('sha256');
    for await (const bytes of chunksOf(handle)) hash.update(bytes);
    return hash.digest('hex');
  } finally {
    await handle.close();
  }
}

async function* chunksOf(handle: fs.promises.FileHandle): AsyncGenerator<Buffer> {
  const buffer = Buffer.alloc(chunk);
  for (let at = 0; ; ) {
    const { bytesRead } = await handle.read(buffer, 0, chunk, at);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

/** Removes a folder with all that is in it. */
export async function removeTree(files: MoveFiles, folder: string): Promise<void> {
  const entries = await files.readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) await removeTree(files, file);
    else await files.unlink(file);
  }
  await files.rmdir(folder).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
}

/** Removes what somebody began to write and did not put in its place; nobody does now, under the lock. */
export async function removeUnfinished(files: Files, folder: string): Promise<void> {
  for (const entry of await files.readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) await removeUnfinished(files, file);
    else if (entry.name.endsWith('.new')) await files.unlink(file);
  }
}

/** Removes the folders below, and the folder itself, in which nothing is left. */
export async function removeEmpty(files: MoveFiles, folder: string): Promise<void> {
  const entries = await files.readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries)
    if (entry.isDirectory()) await removeEmpty(files, path.join(folder, entry.name));
  await files.rmdir(folder).catch(() => {});
}

/** Makes the lists of files of a folder and of all below survive a power loss. */
export async function syncTree(files: Files, folder: string): Promise<void> {
  for (const entry of await files.readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory()) await syncTree(files, path.join(folder, entry.name));
  await syncFolder(files, folder);
}
