import { clean } from '../../../model/cleanText.ts';

/*
 * CodeTour trusts the Markdown of a tour: command links run, lines that begin with ">>" become a command for the
 * terminal, brackets become links to other tours. So a stranger's words go in as nothing but words.
 */

/** A plain address; a sentence's end is none of it, and nothing in it could end the link that is made of it. */
const address = /\bhttps?:\/\/[\w./:?=&%~+,;@#-]{0,2000}[\w/=#-]/g;
const signs = /[\\`*_[\]{}()<>&!|~#$^"]/g;
const entity = (sign: string) => `&#${sign.charCodeAt(0)};`;
/** What begins a list, a heading or a rule at the beginning of a line. */
const beginning = /^(?:[-+=]|\d{1,9}[.)])/;

/** Anybody's words as paragraphs and lines of a tour's description, as they are; at most `longest` characters of them. */
export function tourWords(text: string, longest: number): string {
  const isCut = text.length > longest;
  const whole = clean(isCut ? text.slice(0, longest) : text).trim();
  const lines = (isCut ? `${whole}…` : whole).split('\n').map(lineWords);
  // Two blanks end a line; a blank one stays a paragraph's end.
  return lines
    .map((line, i) => (line !== '' && (lines[i + 1] ?? '') !== '' ? `${line}  ` : line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
}

function lineWords(line: string): string {
  const words = line.trim();
  if (words === '') return '';
  // Four blanks would make code of it; code that was indented stays so to the eye.
  const indent = Math.min(line.length - line.trimStart().length, 24);
  let out = '';
  let from = 0;
  for (const match of words.matchAll(address)) {
    out += `${plain(words.slice(from, match.index))}<${match[0]}>`;
    from = match.index + match[0].length;
  }
  out += plain(words.slice(from));
  return '&nbsp;'.repeat(indent) + out.replace(beginning, (start) => start.replace(/[^\d]/, entity));
}

const plain = (text: string) => text.replace(signs, entity);

/**
 * Anybody's words as a title: shown as they are in lists, and within the text of a link in a tour's own Markdown. No
 * sign is left that could end that; a number and a dash in front would have a meaning of its own for CodeTour.
 */
export function tourTitle(text: string, longest: number): string {
  const line = clean(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[[{]/g, '(')
    .replace(/[\]}]/g, ')')
    .replace(/[`"]/g, "'")
    .replace(/</g, '‹')
    .replace(/>/g, '›')
    .replace(/[\\|]/g, '/')
    .replace(/^(#?\d{1,9} ?)[-:]/, '$1·')
    .replace(/\(command:/gi, '(command ');
  return line.length <= longest
    ? line
    : `${line
        .slice(0, longest - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
