import fs from 'node:fs';
import path from 'node:path';
import type { Envelope } from '../../model/events.ts';
import { erasedType } from '../../model/kinds.ts';
import { append } from '../append.ts';
import { type Files, unwritable } from '../disk/files.ts';
import { withLock } from '../disk/lock.ts';
import { placeFile, readWhole } from '../disk/wholeFile.ts';
import { knownWriterId } from '../writer.ts';
import { hashOf } from './backup.ts';
import { type BackupFile, type BackupList, type Places, unpack } from './backupLists.ts';
import { envelopesIn, type Found, fileAt, readFound, writerOf } from './spaceFiles.ts';

/** What a backup holds and the space does not. */
export type Missing = {
  /** Own events that are gone; those that are private now, or were, in a list of their own. */
  shared: Envelope[];
  own: Envelope[];
  /** Files that are gone, or shorter than they were, to be put back whole. */
  whole: { path: string; bytes: Buffer }[];
  /** Files whose copy is damaged. */
  damaged: string[];
};

/** How many events there are to bring back. */
export const countOf = ({ shared, own, whole }: Missing): number =>
  shared.length + own.length + whole.reduce((sum, { bytes }) => sum + envelopesIn(bytes).length, 0);

/**
 * Looks at what a backup holds and the space has no longer. What was erased since is not missing, and nothing that is
 * kept private by now is missing in what is shared.
 * @throws errors of the file layer
 */
export async function findMissing(
  places: Places,
  list: BackupList,
  files: Files = fs.promises,
): Promise<Missing> {
  const missing: Missing = { shared: [], own: [], whole: [], damaged: [] };
  const changed: { file: BackupFile; bytes: Buffer; there: Buffer | null }[] = [];
  for (const file of list.files) {
    const there = await readWhole(files, fileAt(places, file.path));
    if (there && there.length >= file.size && hashOf(there.subarray(0, file.size)) === file.sha256) continue;
    const bytes = await unpack(files, places, file.sha256).catch(() => null);
    if (bytes && hashOf(bytes) === file.sha256) changed.push({ file, bytes, there });
    else missing.damaged.push(file.path);
  }
  if (changed.length === 0) return missing;

  const found = await readFound(files, places);
  const own = {
    space: await knownWriterId(files, places.folder),
    private: await knownWriterId(files, places.privateFolder),
  };
  const isPrivate = privateRecords([
    ...found.filter((event) => event.isPrivate),
    ...changed.flatMap(({ file, bytes }) => (file.path.startsWith('private/') ? envelopesIn(bytes) : [])),
  ]);
  const known = new Set(found.map(({ id }) => id));
  const knownPrivate = new Set(found.flatMap((event) => (event.isPrivate ? event.id : [])));
  const add = (to: Envelope[], ids: Set<string>, event: Envelope) => {
    if (event.type === erasedType || ids.has(event.id)) return;
    ids.add(event.id);
    to.push(event);
  };
  // The private ones come first: what stands in both is private.
  for (const { file, bytes, there } of changed.sort((a, b) => (a.file.path < b.file.path ? -1 : 1))) {
    const isOfPrivate = file.path.startsWith('private/');
    const writer = writerOf(file.path);
    const mine = own[isOfPrivate ? 'private' : 'space'];
    const wasMine = writer !== null && (isOfPrivate || writer === list.writer);
    // Of a folder that is gone nobody is the writer any more: what was this clone's becomes its new writer's.
    const isMine = writer !== null && (mine === null ? wasMine : writer === mine);
    const events = isMine || wasMine ? envelopesIn(bytes) : [];
    const isTold = !isOfPrivate && events.some((event) => speaksOf(event, isPrivate));
    if (isMine || isTold) {
      for (const event of events) {
        if (isOfPrivate || speaksOf(event, isPrivate)) add(missing.own, knownPrivate, event);
        else add(missing.shared, known, event);
      }
    } else if (there === null || bytes.subarray(0, there.length).equals(there)) {
      missing.whole.push({ path: file.path, bytes });
      if (isOfPrivate) for (const { id } of envelopesIn(bytes)) knownPrivate.add(id);
    }
  }
  return missing;
}

/**
 * Brings back what is missing. Nothing that is there is removed, and a file that has grown meanwhile stays.
 * @throws CairnError 'journal-unwritable'; what was brought back until then stays
 */
export async function bringBack(places: Places, missing: Missing, files: Files = fs.promises): Promise<void> {
  const now = new Date();
  for (const root of [places.privateFolder, places.folder]) {
    try {
      const lines = root === places.folder ? missing.shared : missing.own;
      if (lines.length > 0) await append(files, root, now, lines.map(lineOf));
      const prefix = root === places.folder ? 'space/' : 'private/';
      const whole = missing.whole.filter((file) => file.path.startsWith(prefix));
      if (whole.length === 0) continue;
      await files.mkdir(root, { recursive: true });
      await withLock(files, path.join(root, '.lock'), async () => {
        for (const file of whole) await putBack(files, fileAt(places, file.path), file.bytes, root);
      });
    } catch (error) {
      throw unwritable(error, root);
    }
  }
}

async function putBack(files: Files, file: string, bytes: Buffer, root: string): Promise<void> {
  const there = await readWhole(files, file);
  if (there && !(there.length < bytes.length && bytes.subarray(0, there.length).equals(there))) return;
  await placeFile(files, file, bytes, path.join(root, '.restore.new'));
}

/** The records that are kept private, by the newest word about each. */
function privateRecords(events: (Found | Envelope)[]): Set<string> {
  const words = events.filter(({ type }) => type === 'record.private');
  words.sort((a, b) => a.time[0] - b.time[0] || a.time[1] - b.time[1] || (a.id < b.id ? -1 : 1));
  const isPrivate = new Set<string>();
  for (const { payload } of words) {
    if (payload.isPrivate === true) isPrivate.add(String(payload.record));
    else isPrivate.delete(String(payload.record));
  }
  return isPrivate;
}

/** Whether an event names one of these records, whatever its type. */
function speaksOf({ payload }: Envelope, records: ReadonlySet<string>): boolean {
  return records.size > 0 && Object.values(payload).some((value) => records.has(String(value)));
}

function lineOf({ id, time, author, act, type, version, payload }: Envelope): Envelope {
  return { id, time, author, act, type, version, payload };
}
