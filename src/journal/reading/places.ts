import type { Place } from './place.ts';
import type { JournalProblem } from './problems.ts';

/** How far a journal was read, as plain JSON: who has these and what it said until there reads only the rest. */
export type Places = {
  /** By the file's path within the journal, with `/`. */
  files: [file: string, place: Place][];
  /** The largest id of each writer: a smaller one that comes up later may have been there. */
  largestIds: [writer: string, id: string][];
  ownWriters: string[];
  ownName: string | null;
  problems: JournalProblem[];
  /** The smallest time of a line that was taken for a wrong clock: once it is plausible, the line counts otherwise. */
  until: number | null;
};

/** Whether what came out of a file is of that form; it is this user's own file, and has a checksum. */
export function arePlaces(value: unknown): value is Places {
  const { files, largestIds, ownWriters, ownName, problems, until } = (value ?? {}) as Partial<Places>;
  return (
    [files, largestIds, ownWriters, problems].every(Array.isArray) &&
    (ownName === null || typeof ownName === 'string') &&
    (until === null || typeof until === 'number')
  );
}
