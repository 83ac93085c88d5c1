/**
 * A text by its lines. Lines are compared without their whitespace, so that what was indented anew, or has other line
 * ends, is the same line; by a number first, since a file has many lines.
 */
export type TextLines = {
  readonly text: string;
  readonly count: number;
  /** Where each line begins in the text, and behind the last one where the text ends. */
  readonly starts: Int32Array;
  /** A number for what each line says, 0 for a blank one. */
  readonly marks: Int32Array;
};

/** Signs of a mark in an anchor's `above` and `below`, 6 bits each. */
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const markLength = 4;
const markMask = 0xffffff;

let last: TextLines | undefined;

/** Splits a text as VS Code does: at \n, \r\n and \r. The text asked for last is not split again. */
export function linesOf(text: string): TextLines {
  if (last?.text === text) return last;
  const starts: number[] = [0];
  const marks: number[] = [];
  let mark = blankMark;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) {
      if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
      marks.push(finished(mark));
      starts.push(i + 1);
      mark = blankMark;
    } else if (!isBlank(code)) mark = Math.imul(mark ^ code, 16777619);
  }
  marks.push(finished(mark));
  const count = starts.length;
  starts.push(text.length);
  last = { text, count, starts: Int32Array.from(starts), marks: Int32Array.from(marks) };
  return last;
}

/** A line as it stands, without its end. */
export function lineAt({ text, starts }: TextLines, line: number): string {
  return text.slice(starts[line], starts[line + 1]).replace(/[\r\n]+$/, '');
}

/** Lines `from` to before `to`, with their ends as `\n`. */
export function linesAt(lines: TextLines, from: number, to: number): string[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => lineAt(lines, from + i));
}

/** What a line says, whatever its whitespace. */
export const bare = (line: string): string => line.replace(/[\s\ufeff]+/g, '');

/** How many letters and digits a line has, so that a brace is told from a sentence; at most `most`. */
export function letters(line: string, most = 12): number {
  let count = 0;
  for (const letter of line) if (isLetter.test(letter) && ++count >= most) break;
  return count;
}
const isLetter = /[\p{L}\p{N}]/u;

/** The mark of one line. */
export function markOf(line: string): number {
  let mark = blankMark;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (!isBlank(code)) mark = Math.imul(mark ^ code, 16777619);
  }
  return finished(mark);
}

/** Marks as text, for an anchor. */
export function writeMarks(marks: ArrayLike<number>): string {
  let text = '';
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i]!;
    for (let shift = 18; shift >= 0; shift -= 6) text += digits[(mark >> shift) & 63];
  }
  return text;
}

/** What `writeMarks` wrote; whatever else somebody put there gives marks that no line has. */
export function readMarks(text: string): number[] {
  const marks: number[] = [];
  for (let i = 0; i + markLength <= text.length; i += markLength) {
    let mark = 0;
    for (let j = i; j < i + markLength; j++) mark = mark * 64 + Math.max(0, digits.indexOf(text[j]!));
    marks.push(mark);
  }
  return marks;
}

const blankMark = 0x811c9dc5 | 0;

function finished(mark: number): number {
  if (mark === blankMark) return 0;
  // The high bits know more of the line than the low ones.
  return (mark ^ (mark >>> 15)) & markMask || 1;
}

const isBlank = (code: number) =>
  code === 32 || (code >= 9 && code <= 12) || code === 0xa0 || code === 0xfeff || code === 0x3000;
