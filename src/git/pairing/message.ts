import { clean } from '../../model/cleanText.ts';
import { insidePath, quotePath, unquotePath } from './filePath.ts';
import { emptyNote, type Note, readNote, withoutLastFile, writeNote } from './note.ts';
import { once, type Person, readPerson, writePerson } from './person.ts';

/** The subject that `mob` gives to work in progress, where nobody has set another one. */
export const wipSubject = 'mob next [ci-skip] [ci skip] [skip ci]';

const longestMessage = 100_000;
const mostCoAuthors = 100;
/** A ULID. */
const idShape = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

export type HandOffMessage = {
  /** `wipSubject`, or what `mob` is set to. */
  subject?: string;
  note: Note;
  coAuthors: readonly Person[];
  /** ULID of the handoff. */
  handoff: string;
  /** Relative to the repository, with slashes; `null` where there is none. */
  lastFile: string | null;
};

/**
 * The message of a handoff's commit: the subject, the note, and one last paragraph that git reads as trailers. `mob`
 * takes all that comes after `lastFile:` as the path, so that it is the very last line and ends without a line feed.
 */
export function writeMessage({
  subject = wipSubject,
  note,
  coAuthors,
  handoff,
  lastFile,
}: HandOffMessage): string {
  const trailers = [...writeTrailers(coAuthors), `Cairn-Handoff: ${handoff}`];
  // A path in which these letters stand cannot be read back by `mob`; without one it opens nothing.
  const path = lastFile === null ? null : insidePath(lastFile);
  if (path !== null && !path.includes('lastFile:')) trailers.push(`lastFile:${quotePath(path)}`);
  return [subjectOf(subject), ...writeNote(note), trailers.join('\n')].join('\n\n');
}

/** A line `Co-authored-by: …` for everybody who has an address, once each. */
export function writeTrailers(people: readonly Person[]): string[] {
  const lines = once(people).map(writePerson);
  const known = lines.filter((line) => line !== null);
  return known.slice(0, mostCoAuthors).map((line) => `Co-authored-by: ${withoutLastFile(line)}`);
}

function subjectOf(subject: string): string {
  const first = clean(subject).trim().split('\n', 1)[0]?.trimEnd() ?? '';
  return first === '' ? wipSubject : first;
}

export type ReadMessage = {
  subject: string;
  note: Note;
  coAuthors: Person[];
  /** `null` where the commit was not made by Cairn. */
  handoff: string | null;
  /** Relative, and leads out of nothing; it need not be there. */
  lastFile: string | null;
};

/** What the message of any commit says; a stranger's words, of which nothing is to be believed. */
export function readMessage(message: string): ReadMessage {
  const paragraphs = paragraphsOf(clean(message.slice(0, longestMessage)));
  const [subject = '', ...body] = paragraphs;
  const trailers = trailersOf(body.at(-1) ?? '');
  const words = trailers ? body.slice(0, -1) : body;
  const of = (key: string) => (trailers ?? []).filter((one) => one.key === key).map(({ value }) => value);
  const id = of('cairn-handoff').at(-1) ?? '';
  const people = of('co-authored-by')
    .map(readPerson)
    .filter((person) => person !== null);
  return {
    subject: subject.replaceAll('\n', ' '),
    note: words.length === 0 ? { ...emptyNote } : readNote(words),
    coAuthors: people.slice(0, mostCoAuthors),
    handoff: idShape.test(id) ? id : null,
    lastFile: insidePath(unquotePath(of('lastfile').at(-1) ?? '') ?? ''),
  };
}

/** The lines of a paragraph in which each is a trailer; `null` where one is not. */
function trailersOf(paragraph: string): { key: string; value: string }[] | null {
  const lines = paragraph.split('\n').map((line) => /^([A-Za-z0-9-]{1,100}):(.*)$/.exec(line));
  if (!lines.every((line) => line !== null)) return null;
  return lines.map(([, key = '', value = '']) => ({ key: key.toLowerCase(), value: value.trim() }));
}

/** As git sees them: parted by lines on which nothing stands but blanks. */
function paragraphsOf(text: string): string[] {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : line));
  return lines.join('\n').split(/\n{2,}/);
}
