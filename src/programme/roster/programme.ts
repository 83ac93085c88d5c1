import { type FolderTexts, readFolder } from './disk.ts';
import { readPeople } from './people.ts';
import type { Programme, ProgrammeProblem, PublishedFile } from './types.ts';

/** Reads a programme's folder; see `readFolder` for what strangers may have put there. */
export async function readProgrammeFolder(folder: string): Promise<Programme> {
  const [people, spaces] = await Promise.all([
    readFolder(folder, 'people', '.json'),
    readFolder(folder, 'spaces', '.json'),
  ]);
  return programmeOf(folder, people, spaces);
}

/** The same from texts; pure. */
export function programmeOf(folder: string, people: FolderTexts, spaces: FolderTexts): Programme {
  const read = readPeople(people.files);
  const problems: ProgrammeProblem[] = [...people.problems, ...spaces.problems, ...read.problems];
  const published: PublishedFile[] = [];
  for (const { file, text } of spaces.files) {
    try {
      published.push({ file, json: JSON.parse(text) });
    } catch {
      problems.push({ file, kind: 'not-json', detail: null });
    }
  }
  return { folder, people: read.people, spaces: published, problems };
}
