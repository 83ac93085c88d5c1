import { commentTooLong, emptyComment } from './failures.ts';

/** Characters; GitHub refuses more with "body is too long (maximum is 65536 characters)". */
const longest = 65_536;

/**
 * A comment's words as they are sent: whole characters only, since half of one cannot be sent as UTF-8.
 * @throws CairnError 'invalid-argument' for nothing but white space, 'comment-too-long'
 */
export function checkedBody(text: string): string {
  const body = text.toWellFormed();
  if (body.trim() === '') throw emptyComment();
  // No character has more than two code units, so that a short text need not be counted.
  const length = body.length > longest ? [...body].length : body.length;
  if (length > longest) throw commentTooLong(length);
  return body;
}

/**
 * The same for two texts where GitHub may have kept one differently from what was sent: line ends, and white space at
 * the ends of lines and of the whole.
 */
export function normalBody(text: string): string {
  const lines = text.toWellFormed().split(/\r\n|\r|\n/);
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}
