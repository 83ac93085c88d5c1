import { clean } from '../../model/cleanText.ts';

/** What whoever drives next has to know; empty where nothing is to be said. */
export type Note = { done: string; todo: string; unclear: string; failing: string };

export const emptyNote: Note = { done: '', todo: '', unclear: '', failing: '' };

const longestPart = 2000;
/** In the order in which they stand in the message; the words are part of the format and are not translated. */
const labels: readonly [keyof Note, string][] = [
  ['done', 'Done:'],
  ['todo', 'Next:'],
  ['unclear', 'Unclear:'],
  ['failing', 'Failing:'],
];

/** The paragraphs of a note, for a commit's message: `Done: …`. Parts of which nothing is left are not there. */
export function writeNote(note: Note): string[] {
  return labels.flatMap(([part, label]) => {
    const words = plain(note[part]);
    return words === '' ? [] : [harmless(`${label} ${words}`)];
  });
}

/** The note that these paragraphs say; what stands before the first label counts as done. */
export function readNote(paragraphs: readonly string[]): Note {
  const note = { ...emptyNote };
  let part: keyof Note = 'done';
  for (const paragraph of paragraphs) {
    const found = labels.find(([, label]) => paragraph.startsWith(label));
    if (found) part = found[0];
    const words = plain(found ? paragraph.slice(found[1].length) : paragraph);
    note[part] = plain(note[part] === '' ? words : `${note[part]}\n${words}`);
  }
  return note;
}

/** Without empty lines, since these end a paragraph, and without blanks at the ends of lines, which git takes away. */
export function plain(text: string): string {
  const lines = clean(text.slice(0, 2 * longestPart))
    .split('\n')
    .map((line) => line.trimEnd().replace(/^ (?=#|---)/, ''))
    .filter((line) => line.trim() !== '');
  return lines.join('\n').trim().slice(0, longestPart).toWellFormed().trim();
}

/**
 * The same words so that no program takes them for something else: git ends a message at a line that begins with
 * `---`, and takes out lines with `#` when a message is edited; `mob` looks for `lastFile:` anywhere in a message, and
 * takes each line with "author" and something in angle brackets after it for a co-author.
 */
export function harmless(text: string): string {
  return withoutLastFile(text)
    .split('\n')
    .map(apart)
    .join('\n')
    .replace(/^(?=#|---)/gm, ' ');
}

/** `mob` opens nothing where these letters stand twice in a message. */
export function withoutLastFile(text: string): string {
  return text.replaceAll('lastFile:', 'lastFile :');
}

function apart(line: string): string {
  const lines: string[] = [];
  for (let rest = line; ; ) {
    const author = rest.search(/author/i);
    const open = author < 0 ? -1 : rest.indexOf('<', author);
    if (open < 0 || !rest.includes('>', open)) return [...lines, rest].join('\n');
    lines.push(rest.slice(0, open).trimEnd());
    rest = rest.slice(open);
  }
}
