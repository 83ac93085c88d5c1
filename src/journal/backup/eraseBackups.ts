import path from 'node:path';
import type { Envelope } from '../../model/events.ts';
import type { Files } from '../disk/files.ts';
import { eraseLines } from '../eraseLines.ts';
import { knownWriterId } from '../writer.ts';
import { keep, withBackups } from './backup.ts';
import {
  type BackupFile,
  type Places,
  readBackups,
  removeUnnamed,
  unpack,
  writeList,
} from './backupLists.ts';
import { writerOf } from './spaceFiles.ts';

/**
 * Takes the content of own lines away in all backups of a space, and then does `work` before another backup can be
 * made: with the backups first, a failure leaves a record that can still be erased.
 * @param isErased as in `eraseInFile`; asked for own lines only
 * @returns what `work` gave, and the lists that a newer Cairn, or nobody, can read: their copies stay as they are
 * @throws CairnError 'journal-unwritable'; what `work` throws
 */
export function eraseInBackups<T>(
  files: Files,
  places: Places,
  isErased: (event: Envelope) => boolean,
  work: () => Promise<T>,
): Promise<{ done: T; unread: string[] }> {
  return withBackups(files, places, async () => {
    const unread: string[] = [];
    const backups = await readBackups(files, places, (file) => unread.push(file));
    const own = new Set([
      await knownWriterId(files, places.folder),
      ...backups.map(({ list }) => list.writer),
    ]);
    const isOwn = ({ path }: BackupFile) => path.startsWith('private/') || own.has(writerOf(path) ?? '');
    const cleaned = new Map<string, BackupFile>();
    const clean = async (file: BackupFile): Promise<BackupFile> => {
      if (!isOwn(file)) return file;
      const known = cleaned.get(file.sha256);
      if (known) return { ...known, path: file.path };
      const bytes = await unpack(files, places, file.sha256).catch(() => null);
      const erased = bytes && eraseLines(bytes, isErased);
      const kept = erased && erased.lines > 0 ? await keep(files, places, file.path, erased.kept) : file;
      cleaned.set(file.sha256, kept);
      return kept;
    };
    for (const { name, list } of backups) {
      const fresh: BackupFile[] = [];
      for (const file of list.files) fresh.push(await clean(file));
      if (fresh.some((file, index) => file.sha256 !== list.files[index]?.sha256)) {
        await writeList(files, places, name, { ...list, files: fresh });
      }
    }
    // Where a list cannot be read nobody knows what it names: then only what was just cleaned may go.
    for (const [old, { sha256 }] of unread.length > 0 ? cleaned : []) {
      if (sha256 !== old) await files.unlink(path.join(places.backups, 'files', `${old}.gz`)).catch(() => {});
    }
    await removeUnnamed(files, places);
    return { done: await work(), unread };
  });
}
