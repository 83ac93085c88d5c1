import { type ActionLine, readActionLine } from '../model/actionLine.ts';
import type { ReadDate } from './dates.ts';

/**
 * Reads a next action as `readActionLine` does, with dates in words: `@ada try the outbox pattern by friday`.
 * @param readDate that of `dates.ts`, which is loaded on first use
 * @returns `problem` where there are no words, or the date is none that the calendar has
 */
export function readNextAction(
  line: string,
  today: Date,
  readDate: (words: string, reference: Date) => ReadDate,
): ActionLine | { problem: 'text' | 'date' } {
  const read = readActionLine(line);
  if ('problem' in read || read.dueDate !== null) return read;
  const due = readDate(read.text, today);
  if (due === null) return read;
  if ('problem' in due) return due;
  return due.before === '' ? { problem: 'text' } : { ...read, text: due.before, dueDate: due.date };
}
