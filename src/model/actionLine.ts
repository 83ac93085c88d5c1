import { isDate } from './isoDate.ts';

/** What a line about a next action says. */
export type ActionLine = {
  text: string;
  /** Login or name. */
  owner: string | null;
  /** ISO date, `yyyy-mm-dd`. */
  dueDate: string | null;
};

const ownerPart = /^@(?:"([^"]{1,200})"|([^\s"]{1,200}))(?:\s+|$)/u;
const duePart = /(?:^|\s)by\s+(\d{4}-\d{1,2}-\d{1,2})\s*$/iu;

/**
 * Reads a next action as people write it in one line: `@ada try the outbox pattern by 2026-12-01`. Owner and due
 * date may be left out; an owner of several words stands in quotes: `@"Ada Wren"`.
 * @returns `problem` where there are no words, or the date is none that the calendar has
 */
export function readActionLine(line: string): ActionLine | { problem: 'text' | 'date' } {
  let rest = line.trim();
  const named = ownerPart.exec(rest);
  if (named) rest = rest.slice(named[0].length);
  const due = duePart.exec(rest);
  if (due) rest = rest.slice(0, due.index);
  const text = rest.replace(/^\\@/, '@').trim();
  if (due && !isDate(due[1] as string)) return { problem: 'date' };
  if (text === '') return { problem: 'text' };
  return { text, owner: (named?.[1] ?? named?.[2])?.trim() || null, dueDate: due?.[1] ?? null };
}

/** The line that `readActionLine` reads as these words, to be edited. */
export function writeActionLine({ text, owner, dueDate }: ActionLine): string {
  const name = owner?.replaceAll('"', '');
  return [
    name && (/\s/.test(name) ? `@"${name}"` : `@${name}`),
    text.replace(/\s+/g, ' ').replace(/^@/, '\\@'),
    dueDate && `by ${dueDate}`,
  ]
    .filter(Boolean)
    .join(' ');
}
