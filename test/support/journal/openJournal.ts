import fs from 'node:fs';
import path from 'node:path';
import { Clock } from '../../../src/journal/clock.ts';
import { foldJournals } from '../../../src/journal/foldJournals.ts';
import { Journal } from '../../../src/journal/journal.ts';
import type { Places } from '../../../src/journal/places.ts';
import { loadSnapshot, saveSnapshot } from '../../../src/journal/snapshot.ts';
import { applyEvent } from '../../../src/model/fold.ts';
import type { SpaceRecords } from '../../../src/model/records.ts';

const version = 'bench';
type Journals = [Journal, Journal];

/** Both journals of the space in `folder`, not read yet. */
async function open(folder: string): Promise<Journals> {
  const options = { author: () => 'ada-wren', clock: new Clock(Date.now) };
  return [
    await Journal.open(path.join(folder, 'space'), options),
    await Journal.open(path.join(folder, 'private'), { ...options, isPrivate: true }),
  ];
}

/** Everything anew, from the files to the state, as a space does it without a snapshot. */
export async function read(folder: string): Promise<{ records: SpaceRecords; journals: Journals }> {
  const journals = await open(folder);
  return { records: await foldJournals(journals), journals };
}

export async function save(folder: string, records: SpaceRecords, journals: Journals): Promise<void> {
  const places = journals.map((journal) => journal.places()) as Places[];
  await saveSnapshot(fs.promises, fileIn(folder), { records, places });
}

/** From the snapshot and what was appended since. */
export async function load(folder: string): Promise<SpaceRecords> {
  const stored = await loadSnapshot(fs.promises, fileIn(folder));
  if (!stored) throw new Error('The snapshot is not to be had.');
  const journals = await open(folder);
  for (const [i, journal] of journals.entries()) {
    const fresh = await journal.readFrom(stored.places[i] as Places);
    if (!fresh?.every((event) => applyEvent(stored.records, event))) throw new Error('It does not fit.');
  }
  return stored.records;
}

const fileIn = (folder: string) => ({ file: path.join(folder, 'snapshot.json'), version });

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
