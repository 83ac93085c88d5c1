import { clean, closes, fence } from '../cleanText.ts';

/** A line of a text: what it shows, and where it stands. */
export type Line = {
  /** Without HTML comments; empty for code and quotes. */
  text: string;
  /** What stands in code or in a quote. */
  foreign: string;
  /** Columns before its first sign; a tab goes to the next fourth. */
  indent: number;
  isBlank: boolean;
  /** Code, a quote: nobody's own words. */
  isForeign: boolean;
  /** Offsets in the whole text, without the line's end. */
  start: number;
  end: number;
};

/** What a list's item begins with: blanks, its sign, blanks. */
export const itemStart = /^[ \t]{0,200}(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;

/** The lines of a text. Comments that never end are text, as it is while somebody writes one. Linear time. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const comments = new Comments(text);
  let marks = '';
  let isInList = false;
  let wasOpen = true;
  for (const [start, end] of spans(text)) {
    const raw = clean(comments.without(start, end, marks !== ''));
    const shown = raw.replaceAll('\n', ' ');
    const indent = indentOf(shown);
    const isBlank = shown.trim() === '';
    const isItem = itemStart.test(shown);
    let isForeign = marks !== '';
    let isMark = false;
    if (marks !== '') {
      isMark = closes(shown, marks);
      if (isMark) marks = '';
    } else {
      if (!isBlank && indent < 2) isInList = isItem;
      else if (isItem && indent < 4) isInList = true;
      isForeign = /^[ \t]{0,12}>/.test(shown) || (indent >= 4 && !isInList && wasOpen && !isBlank);
      const opening = isForeign ? null : fence.exec(shown.replace(itemStart, ''));
      if (opening) {
        marks = opening[2] as string;
        isForeign = true;
        isMark = true;
      }
      // Indented code begins after a blank line, or after more of it.
      wasOpen = isBlank || (isForeign && indent >= 4);
    }
    const foreign = isForeign && !isMark ? shown.replace(/^[\s>]+/, '') : '';
    lines.push({ text: isForeign ? '' : shown, foreign, indent, isBlank, isForeign, start, end });
  }
  return lines;
}

function* spans(text: string): Generator<[start: number, end: number]> {
  let start = 0;
  for (const { index, 0: lineEnd } of text.matchAll(/\r\n?|\n/g)) {
    yield [start, index];
    start = index + lineEnd.length;
  }
  yield [start, text.length];
}

export function indentOf(line: string): number {
  let columns = 0;
  for (const sign of line) {
    if (sign === '\t') columns += 4 - (columns % 4);
    else if (sign === ' ') columns++;
    else break;
  }
  return columns;
}

/** Finds the comments of a text, line after line. */
class Comments {
  readonly #text: string;
  /** Where the comment ends that began on an earlier line. */
  #until = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** A line without its comments. */
  without(start: number, end: number, isCode: boolean): string {
    let out = '';
    let from = Math.max(start, Math.min(this.#until, end));
    while (!isCode && from < end) {
      const line = this.#text.slice(from, end);
      const begin = line.indexOf('<!--');
      if (begin < 0) break;
      const close = this.#closeAfter(from + begin + 4);
      if (close < 0 || isLiteral(line, begin)) {
        out += line.slice(0, begin + 4);
        from += begin + 4;
      } else {
        out += line.slice(0, begin);
        this.#until = close + 3;
        from = Math.min(this.#until, end);
      }
    }
    return from < end ? out + this.#text.slice(from, end) : out;
  }

  #closing = -2;

  /** The next end of a comment; looked for once for all that begin before it. */
  #closeAfter(at: number): number {
    if (this.#closing !== -1 && this.#closing < at) this.#closing = this.#text.indexOf('-->', at);
    return this.#closing;
  }
}

/** Whether a comment's sign is escaped, or code. */
function isLiteral(line: string, at: number): boolean {
  if (line[at - 1] === '\\') return true;
  let marks = 0;
  for (let i = 0; i < at; i++) if (line[i] === '`') marks++;
  return marks % 2 === 1;
}
