import type { Note } from '../../git/pairing/note.ts';

/** As much as the journal takes of each part, in UTF-16 code units. */
export const longestPart = 2000;

/**
 * Reads `done | next | unclear | failing`: each part may be empty or missing, and what comes after the last one
 * belongs to it. `\|` is a pipe.
 */
export function readNote(line: string): Note {
  const parts: string[] = [''];
  for (let at = 0; at < line.length; at++) {
    const sign = line[at]!;
    const isKept = sign === '\\' && line[at + 1] === '|';
    if (isKept) at++;
    if (sign === '|' && !isKept && parts.length < 4) parts.push('');
    else parts[parts.length - 1] += isKept ? '|' : sign;
  }
  const [done = '', todo = '', unclear = '', failing = ''] = parts.map((part) => part.trim());
  return { done, todo, unclear, failing };
}

/** The line that `readNote` reads as this note. */
export function writeNote({ done, todo, unclear, failing }: Note): string {
  const parts = [done, todo, unclear, failing].map((part) => part.replaceAll('|', '\\|'));
  while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  return parts.join(' | ').trim();
}

export const isTooLong = (note: Note): boolean =>
  [note.done, note.todo, note.unclear, note.failing].some((part) => part.length > longestPart);
