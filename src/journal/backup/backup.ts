import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { codeOf, type Files, unwritable } from '../disk/files.ts';
import { type Lock, withLock } from '../disk/lock.ts';
import { readWhole } from '../disk/wholeFile.ts';
import { envelopeOf } from '../eraseLines.ts';
import { knownWriterId } from '../writer.ts';
import {
  type BackupFile,
  type BackupList,
  type Places,
  readBackups,
  removeUnnamed,
  store,
  writeList,
} from './backupLists.ts';
import { fileAt, spaceFiles } from './spaceFiles.ts';

export { type Backup, type Places, placesOf, readBackups } from './backupLists.ts';

/** How long what a space held can be brought back, in milliseconds. */
export const keptFor = 30 * 24 * 60 * 60 * 1000;

export type BackupOptions = {
  files?: Files;
  now?: Date;
  /** It goes before a restore: a backup of its own beside the day's. */
  isBeforeRestore?: boolean;
  /** Told of a file that is not in the backup, and why. */
  onProblem?: (file: string, error: unknown) => void;
};

/**
 * Keeps a copy of what a space holds, once a day where it has changed since the newest backup, and lets go of backups
 * without which everything of the last 30 days can be brought back. A file that did not change is kept once for all
 * days.
 * @returns the name of the backup, `null` where there was nothing new
 * @throws CairnError 'journal-unwritable'; then the backups are as they were
 */
export async function makeBackup(places: Places, options: BackupOptions = {}): Promise<string | null> {
  const { files = fs.promises, now = new Date() } = options;
  const found = await spaceFiles(files, places);
  if (found.length === 0) return null;
  const second = now.toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-');
  const name = options.isBeforeRestore ? second : second.slice(0, 10);
  return withBackups(files, places, async (lock) => {
    const backups = await readBackups(files, places);
    if (backups.some((backup) => backup.name === name)) return null;
    const [newest] = backups;
    const list: BackupList = {
      format: 'cairn-backup',
      version: 1,
      madeAt: now.toISOString(),
      writer: await knownWriterId(files, places.folder),
      files: [],
    };
    for (const file of found) {
      try {
        const bytes = await readWhole(files, fileAt(places, file));
        if (bytes) list.files.push(await keep(files, places, file, wholeLines(file, bytes)));
      } catch (error) {
        if (!['EFBIG', 'EACCES', 'EIO', 'journal-unwritable'].includes(codeOf(error))) throw error;
        options.onProblem?.(fileAt(places, file), error);
        list.files.push(...(newest?.list.files.filter((known) => known.path === file) ?? []));
      }
    }
    // Who slept for so long that others took it for dead leaves the rest to them.
    if (!(await lock.isHeld())) return null;
    const isNew = JSON.stringify(newest?.list.files) !== JSON.stringify(list.files);
    if (isNew) await writeList(files, places, name, list);
    await prune(files, places, now);
    return isNew ? name : null;
  });
}

/** Runs `work` while nobody else on this machine makes, cleans or removes backups of the space. */
export async function withBackups<T>(
  files: Files,
  places: Places,
  work: (lock: Lock) => Promise<T>,
): Promise<T> {
  try {
    await files.mkdir(places.backups, { recursive: true });
    return await withLock(files, path.join(places.backups, '.lock'), work);
  } catch (error) {
    throw unwritable(error, places.backups);
  }
}

/** A backup stands for all days until the next one: the newest of those before the 30 days is still needed. */
async function prune(files: Files, places: Places, now: Date): Promise<void> {
  const old = (await readBackups(files, places)).filter(
    ({ list }) => now.getTime() - Date.parse(list.madeAt) > keptFor,
  );
  for (const { name } of old.slice(1)) await files.unlink(path.join(places.backups, `${name}.json`));
  await removeUnnamed(files, places);
}

/** Packs a file's bytes away. */
export async function keep(files: Files, places: Places, name: string, bytes: Buffer): Promise<BackupFile> {
  const sha256 = hashOf(bytes);
  await store(files, places, sha256, bytes);
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  return { path: name, sha256, size: bytes.length, lines };
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Without a last line that is not whole: somebody may just be writing it. */
function wholeLines(name: string, bytes: Buffer): Buffer {
  if (!name.endsWith('.jsonl')) return bytes;
  const whole = bytes.lastIndexOf(10) + 1;
  return whole === bytes.length || envelopeOf(bytes.toString('utf8', whole))
    ? bytes
    : bytes.subarray(0, whole);
}
