import path from 'node:path';
import type { Envelope } from '../model/events.ts';
import { codeOf, type Files } from './disk/files.ts';
import { eraseInFile } from './eraseLines.ts';
import type { Journal } from './journal.ts';

/** The files of this clone's own writer, oldest first. */
export async function ownFiles(files: Files, journal: Journal): Promise<string[]> {
  const writer = await journal.writer();
  if (writer === null) return [];
  const folder = path.join(journal.folder, 'journal', writer);
  const names = await files.readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => path.join(folder, name));
}

/**
 * Takes the content of own lines away, for good, while nobody appends.
 * @returns how many lines
 */
export function eraseOwn(
  files: Files,
  journal: Journal,
  isErased: (event: Envelope) => boolean,
): Promise<number> {
  return journal.hold(() => eraseHeld(files, journal, isErased));
}

/** `eraseOwn` for those who hold the journal's lock already. */
export async function eraseHeld(
  files: Files,
  journal: Journal,
  isErased: (event: Envelope) => boolean,
): Promise<number> {
  let lines = 0;
  for (const file of await ownFiles(files, journal)) lines += await eraseInFile(files, file, isErased);
  return lines;
}

/** What a record of its own is about, or belongs to: it stays when that goes. By the beginning of the type. */
const elsewhere: [type: string, fields: string[]][] = [
  ['action.', ['goal', 'session']],
  ['annotation.added', ['feedback']],
  ['feedback.entered', ['session']],
  ['session.', ['goals', 'pairing']],
  ['pairing.', ['goal', 'session']],
  ['scaffold.', ['session']],
];

/**
 * Whether a line speaks of one of these records, whatever its type. What says where words stand is kept: what is said
 * about a private record later stays private, and hidden words stay hidden. A next action that serves a goal is a
 * promise of its own, and so is an annotation about feedback, and what a session's text made.
 */
export function isAbout(records: ReadonlySet<string>): (event: Envelope) => boolean {
  const speaks = (value: unknown): boolean =>
    typeof value === 'string'
      ? records.has(value)
      : typeof value === 'object' && value !== null && Object.values(value).some(speaks);
  const places = ['record.hidden', 'record.private'];
  return ({ type, payload }) => {
    if (places.includes(type)) return false;
    const other = elsewhere.find(([begin]) => type.startsWith(begin))?.[1] ?? [];
    return Object.entries(payload).some(([field, value]) => !other.includes(field) && speaks(value));
  };
}
