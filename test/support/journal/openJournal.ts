import fs from 'node:fs';
import path from 'node:path';
import { Journal } from '../../../src/journal/journal.ts';
import type { Places } from '../../../src/journal/reading/places.ts';
import { saveSnapshot } from '../../../src/journal/snapshot/snapshot.ts';
import { Space } from '../../../src/journal/space.ts';
import { foldEvents } from '../../../src/model/fold.ts';
import type { SpaceRecords } from '../../../src/model/records.ts';
import { StoredMark } from '../../../src/model/storedMark.ts';

const author = () => 'ada-wren';
const spaceIn = (folder: string) => ({
  folder: path.join(folder, 'space'),
  privateFolder: path.join(folder, 'private'),
  author,
});
const snapshotIn = (folder: string) => ({ file: path.join(folder, 'snapshot.json'), version: 'bench' });

/** Opens the space in `folder` as a window does that has no snapshot of it. */
export async function read(folder: string): Promise<SpaceRecords> {
  const space = await Space.open(spaceIn(folder));
  space.dispose();
  return space.records;
}

/** Opens it as a window does that has one: from there, and from what was appended since. */
export async function load(folder: string): Promise<SpaceRecords> {
  const space = await Space.open({ ...spaceIn(folder), snapshot: snapshotIn(folder) });
  space.dispose();
  for (const mark of space.records.marks.values()) {
    if (mark instanceof StoredMark) return space.records;
  }
  throw new Error('The snapshot was not used.');
}

/** Writes the snapshot. @returns its size in bytes */
export async function save(folder: string): Promise<number> {
  const { folder: shared, privateFolder } = spaceIn(folder);
  const journals = [
    await Journal.open(shared, { author }),
    await Journal.open(privateFolder, { author, isPrivate: true }),
  ];
  const events = [];
  for (const journal of journals) for (const event of await journal.readAll()) events.push(event);
  const places = journals.map((journal) => journal.places()) as Places[];
  await saveSnapshot(fs.promises, snapshotIn(folder), { records: foldEvents(events), places });
  return fs.statSync(snapshotIn(folder).file).size;
}

/** The records with every excerpt at hand, to be compared. */
export function plain(records: SpaceRecords) {
  const marks = Array.from(records.marks, ([id, mark]) => {
    const { tag, taggedAt, tagged, goalIds, isSetAside, excerpt } = mark;
    return [id, { tag, taggedAt, tagged, goalIds, isSetAside, excerpt }] as const;
  });
  return { ...records, marks: new Map(marks) };
}

/** All lines of both journals, as text in memory. */
export function linesOf(folder: string): string[] {
  return (fs.readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => fs.readFileSync(path.join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => Buffer.from(line).toString());
}
