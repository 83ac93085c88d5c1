import { isUtf8 } from 'node:buffer';
import type { JournalEvent } from '../../model/events.ts';
import { checkLine, type From } from './check.ts';

/** Longest line that is read, in bytes: far above what any event needs. */
export const longestLine = 1024 * 1024;

/**
 * Reads whole lines (the bytes up to and with the last line feed, or a file's end). Each line is parsed by itself,
 * so that no line's content can change where the next one begins.
 * @param visit gets each event, or why a line is none, with the line's number, 1-based, counted from `firstLine`;
 * blank lines and what a newer Cairn wrote are passed over
 * @returns how many lines there were
 */
export function readLines(
  bytes: Buffer,
  firstLine: number,
  from: From,
  visit: (line: JournalEvent | string, number: number) => void,
): number {
  const isClean = isUtf8(bytes);
  let number = firstLine - 1;
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(10, start);
    const end = feed < 0 ? bytes.length : feed;
    number++;
    const line = readLine(bytes, start, end, isClean, from);
    if (line !== null) visit(line, number);
    start = end + 1;
  }
  return number - firstLine + 1;
}

function readLine(
  bytes: Buffer,
  start: number,
  end: number,
  isClean: boolean,
  from: From,
): JournalEvent | string | null {
  if (end - start > longestLine) return 'The line is longer than any event.';
  if (!isClean && !isUtf8(bytes.subarray(start, end))) return 'The line is not UTF-8 text.';
  const text = bytes.toString('utf8', start, end);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text.trim() === '' ? null : 'The line is not whole: it is no JSON.';
  }
  return checkLine(value, from);
}
