import path from 'node:path';
import type { Envelope } from '../../model/events.ts';
import { codeOf, type Files } from '../disk/files.ts';
import { readWhole } from '../disk/wholeFile.ts';
import { envelopeOf } from '../eraseLines.ts';
import { writerPattern } from '../writer.ts';
import type { Places } from './backupLists.ts';

const monthPattern = /^\d{4}-\d{2}(\.\d{1,4})?\.jsonl$/;

/** The names of the files that hold what was said in a space, `space/...` and `private/...`, sorted. */
export async function spaceFiles(files: Files, { folder, privateFolder }: Omit<Places, 'backups'>) {
  const found: string[] = [];
  for (const [prefix, root] of [
    ['private', privateFolder],
    ['space', folder],
  ] as const) {
    const journal = path.join(root, 'journal');
    for (const writer of await names(files, journal, 'isDirectory')) {
      if (!writerPattern.test(writer)) continue;
      for (const month of await names(files, path.join(journal, writer), 'isFile')) {
        if (monthPattern.test(month)) found.push(`${prefix}/journal/${writer}/${month}`);
      }
    }
  }
  if ((await names(files, folder, 'isFile')).includes('space.json')) found.push('space/space.json');
  return found;
}

/** Where a file stands that `spaceFiles` names. */
export function fileAt({ folder, privateFolder }: Omit<Places, 'backups'>, name: string): string {
  const [prefix, ...rest] = name.split('/');
  return path.join(prefix === 'private' ? privateFolder : folder, ...rest);
}

/** The writer in whose folder a file stands, `null` for one that is no writer's. */
export const writerOf = (name: string): string | null => /^\w+\/journal\/([^/]+)\//.exec(name)?.[1] ?? null;

/** The events of a file, whatever their type and version; what is none is left out. */
export function envelopesIn(bytes: Buffer): Envelope[] {
  const lines = bytes.toString('utf8').split('\n');
  return lines.flatMap((line) => envelopeOf(line) ?? []);
}

/** Where an event was found; `writer` is left out for the private journal. */
export type Found = Envelope & { writer?: string; isPrivate?: true };

/**
 * Every event of a space as its line holds it, also those that only a newer Cairn knows.
 * @param onProblem told of files that cannot be read
 */
export async function readFound(
  files: Files,
  places: Omit<Places, 'backups'>,
  onProblem: (file: string, error: unknown) => void = () => {},
): Promise<Found[]> {
  const found: Found[] = [];
  for (const name of await spaceFiles(files, places)) {
    const writer = writerOf(name);
    if (writer === null) continue;
    const file = fileAt(places, name);
    const origin = name.startsWith('private/') ? { isPrivate: true as const } : { writer };
    try {
      const bytes = (await readWhole(files, file)) ?? Buffer.alloc(0);
      for (const event of envelopesIn(bytes)) found.push({ ...event, ...origin });
    } catch (error) {
      onProblem(file, error);
    }
  }
  return found;
}

async function names(files: Files, folder: string, kind: 'isFile' | 'isDirectory'): Promise<string[]> {
  try {
    if (!(await files.lstat(folder)).isDirectory()) return [];
    const entries = await files.readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry[kind]())
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
