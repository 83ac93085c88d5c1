import { indentOf, itemStart, type Line, linesOf } from '../../model/sessionText/lines.ts';
import { plainWords } from '../../model/sessionText/plainWords.ts';
import { type Title, titleOf } from '../../model/sessionText/readSession.ts';
import { readField } from './fields.ts';

/** An item of a list. `line`: 0-based, as editors count inside; `indent`: columns before its sign. */
export type OutlineItem = { text: string; line: number; indent: number; isTask: boolean; isDone: boolean };

/** What stands under a heading, up to the next heading of whatever level. */
export type OutlineSection = {
  /** Plain words, one line. */
  heading: string;
  /** 2 for `##`. */
  level: number;
  /** Markdown as it was written, without comments and the blank lines around it; untrusted. */
  text: string;
  /** 0-based, of the heading. */
  line: number;
  /** In the order in which they stand; those within others have a larger `indent`. */
  items: OutlineItem[];
};

/** What a template, a charter, a rubric or a playbook is made of. All words are plain text and untrusted. */
export type Outline = {
  /** The first heading, where it is one of the first level; else empty. */
  title: string;
  sections: OutlineSection[];
  /** What stands directly below the title, by its name in lower case; of two of one name the first. */
  fields: Map<string, { value: string; line: number }>;
};

/** Longest text that is read, in UTF-16 code units; what comes after it is left out. */
export const longestOutline = 65_536;

/**
 * Reads the plain Markdown of our templates and of what teams made of them: headings, lists, and fields (`- Name: value`
 * or `Name: value`) directly below the title. Code, quotes and HTML comments are no headings, items or fields. Never
 * throws, whatever the text is; takes linear time.
 */
export function readOutline(text: string): Outline {
  const source = text.slice(0, longestOutline);
  const lines = linesOf(source);
  const outline: Outline = { title: '', sections: [], fields: new Map() };
  let section: { made: OutlineSection; from: number } | null = null;
  let item: OutlineItem | null = null;
  let isAmongFields = true;
  const close = (before: number) => {
    if (section) section.made.text = textOf(source, lines, section.from, before);
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line;
    const title = titleOf(line, lines[at + 1]);
    if (title) {
      close(at);
      item = null;
      const heading = plainWords(title.words);
      const isTitle = title.level === 1 && outline.title === '' && outline.sections.length === 0;
      if (isTitle) outline.title = heading;
      else {
        const made = { heading, level: title.level, text: '', line: at, items: [] };
        section = { made, from: at + linesOfTitle(title) };
        outline.sections.push(made);
      }
      // Only what follows the title at once are fields: words before it are not.
      isAmongFields = isTitle;
      if (isTitle) outline.fields.clear();
      at += linesOfTitle(title) - 1;
      continue;
    }
    if (isAmongFields) isAmongFields = takeField(outline, line, at);
    if (line.isBlank || line.isForeign) item = null;
    else item = readItem(line, at, section?.made.items ?? [], item);
  }
  close(lines.length);
  return outline;
}

const linesOfTitle = ({ isUnderlined }: Title) => (isUnderlined ? 2 : 1);

/** @returns whether the next line may be a field, too */
function takeField({ fields }: Outline, line: Line, at: number): boolean {
  if (line.isBlank) return true;
  const field = line.isForeign ? null : readField(line.text);
  if (field && !fields.has(field.name)) fields.set(field.name, { value: field.value, line: at });
  return field !== null;
}

/** The item that a line begins or goes on with, `null` where it is none of a list. */
function readItem(
  line: Line,
  at: number,
  items: OutlineItem[],
  open: OutlineItem | null,
): OutlineItem | null {
  const start = itemStart.exec(line.text);
  if (!start) {
    if (open) open.text = `${open.text} ${plainWords(line.text)}`.trim();
    return open;
  }
  const content = line.text.slice(start[0].length);
  const box = /^\[([ xX])\](?:\s+|$)/.exec(content);
  const text = plainWords(box ? content.slice(box[0].length) : content);
  const isDone = box !== null && box[1] !== ' ';
  const item = { text, line: at, indent: indentOf(line.text), isTask: box !== null, isDone };
  items.push(item);
  return item;
}

function textOf(source: string, lines: readonly Line[], from: number, before: number): string {
  const written = lines
    .slice(from, before)
    .map((line) => (line.isForeign ? source.slice(line.start, line.end) : line.text.trimEnd()));
  while (written[0]?.trim() === '') written.shift();
  while (written.at(-1)?.trim() === '') written.pop();
  return written.join('\n').toWellFormed();
}
