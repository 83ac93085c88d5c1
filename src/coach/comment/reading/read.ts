import { blockCovers, type Cover } from './blocks.ts';
import { inlineCovers } from './inline.ts';
import { type Label, labelOf } from './label.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** What stands in `prose` for inline code, for a link and for somebody's name. */
export const codeSign = '\ue001';
export const linkSign = '\ue002';
export const nameSign = '\ue003';

/** A comment as the coach reads it. All offsets are those of the text itself. */
export type Reading = {
  text: string;
  /**
   * The text's own length: the writer's words in lower case (a to z only, which keeps the length), straight
   * apostrophes; blanks for quotes, code blocks and HTML; signs for inline code, links and names.
   */
  prose: string;
  covers: Cover[];
  sentences: Sentence[];
  label: Label | null;
  hasSuggestion: boolean;
  hasCode: boolean;
  hasLink: boolean;
};

/** Reads a comment once, for all rules. Takes linear time. */
export function read(text: string): Reading {
  const blocks = blockCovers(text);
  const covers: Cover[] = [];
  let at = 0;
  for (const block of blocks) {
    if (block.start > at) covers.push(...inlineCovers(text, at, block.start));
    covers.push(block);
    at = block.end;
  }
  covers.push(...inlineCovers(text, at, text.length));
  const prose = proseOf(text, covers);
  const sentences = sentencesOf(prose);
  return {
    text,
    prose,
    covers,
    sentences,
    label: labelOf(prose, sentences[0]?.start ?? 0),
    hasSuggestion: covers.some(({ kind }) => kind === 'suggestion'),
    hasCode: covers.some(({ kind }) => kind === 'code'),
    hasLink: covers.some(({ kind }) => kind === 'link'),
  };
}

const signOf = { code: codeSign, cited: codeSign, link: linkSign, quote: ' ', html: ' ', suggestion: ' ' };

function proseOf(text: string, covers: readonly Cover[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, kind } of covers) {
    parts.push(own(text.slice(at, start)));
    const part = text.slice(start, end);
    const isBlock = kind !== 'link' && part.includes('\n');
    // Line ends stay, so that paragraphs do.
    parts.push(isBlock ? part.replace(/[^\n]/g, ' ') : signOf[kind].repeat(part.length));
    at = end;
  }
  parts.push(own(text.slice(at)));
  return parts.join('');
}

function own(part: string): string {
  return part
    .replace(/[A-Z]{1,400}/g, (letters) => letters.toLowerCase())
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replaceAll('\r\n', ' \n')
    .replaceAll('\r', '\n')
    .replace(
      /(^|[\s(,])@[a-z0-9][a-z0-9-]{0,38}/g,
      (name, before: string) => before + nameSign.repeat(name.length - before.length),
    );
}

/** Whether anything between two offsets is no word of the writer's own; between equal ones, whether it is inside of such. */
export function isCovered(covers: readonly Cover[], start: number, end: number): boolean {
  return covers.some((cover) =>
    start === end ? cover.start < start && start < cover.end : cover.start < end && cover.end > start,
  );
}
