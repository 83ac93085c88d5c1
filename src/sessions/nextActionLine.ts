import { type ActionLine, readActionLine } from '../model/actionLine.ts';
import type { ReadDate } from './dates.ts';

type DateReader = (words: string, reference: Date) => ReadDate;

/**
 * Reads a next action as `readActionLine` does, with dates in words: `@ada try the outbox pattern by friday`.
 * @param readDate that of `dates.ts`, which is loaded on first use
 * @returns `problem` where there are no words, or the date is none that the calendar has
 */
export function readNextAction(
  line: string,
  today: Date,
  readDate: DateReader,
): ActionLine | { problem: 'text' | 'date' } {
  const read = readActionLine(named(line));
  if ('problem' in read || read.dueDate !== null) return read;
  const due = readDate(read.text, today);
  if (due === null) return read;
  if ('problem' in due) return due;
  return due.before === '' ? { problem: 'text' } : { ...read, text: due.before, dueDate: due.date };
}

/** `@ada: try it` is how people write in a list; no login ends with that sign. */
const named = (line: string) =>
  line.replace(/^(\s{0,9}@(?:"[^"]{1,200}"|[^\s"]{0,198}[^\s":,]))[:,](?=\s)/u, '$1');

/** A line of a text that promises something. */
export type Promised = ActionLine & {
  line: string;
  isDone: boolean;
  /** The words of its date as they stand there; empty without one. */
  due: string;
  /** Its date is none that the calendar has: no promise until that is mended. */
  isUnclear: boolean;
};

/** Longest text of a next action and longest name of its owner, in UTF-16 code units, as the journal takes them. */
const [longestText, longestOwner] = [1000, 200];

/** What a line of a text promises; `null` where it has no words. */
export function readPromised(
  { line, isDone }: { line: string; isDone: boolean },
  today: Date,
  readDate: DateReader,
): Promised | null {
  const read = readNextAction(line, today, readDate);
  const isUnclear = 'problem' in read && read.problem === 'date';
  // With a word behind it, a date is words as well.
  const whole = readActionLine(`${named(line)} –`);
  if ('problem' in whole || ('problem' in read && !isUnclear)) return null;
  const words = whole.text.slice(0, -1).trim();
  const unclear = { ...whole, text: words.slice(0, lastBy(words)).trim() };
  const { text, owner, dueDate } = 'problem' in read ? unclear : read;
  if (text === '') return null;
  const due = words.startsWith(text) ? words.slice(text.length).trim() : '';
  const short = { text: cut(text, longestText), owner: owner && cut(owner, longestOwner) };
  return { line, isDone, ...short, dueDate, due, isUnclear };
}

function lastBy(words: string): number {
  return [...words.matchAll(/(?:^|\s)\(?by\s/giu)].at(-1)?.index ?? words.length;
}

const cut = (text: string, longest: number) => text.slice(0, longest).toWellFormed().trim();
