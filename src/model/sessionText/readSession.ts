import type { ReadSession } from '../session.ts';
import { indentOf, itemStart, type Line, linesOf } from './lines.ts';
import { Pieces } from './pieces.ts';
import { plainWords } from './plainWords.ts';
import { type Box, cellsOf, readBox, readCells, type Table, tableAt, tagsOf } from './tables.ts';

/**
 * What the text of a session says: the rows of its tables, next actions (task lists and the tables' third column), what
 * stands under keep, stop and start, and what was prepared. Markdown in as people write it, plain lines out. Code, quotes
 * and comments say nothing. Takes linear time.
 */
export function readSession(text: string): ReadSession {
  const lines = linesOf(text);
  const entries: ReadSession['entries'] = [];
  const actions = new Actions();
  const pieces = new Pieces();
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line;
    const table = tableAt(lines, at);
    if (table) {
      readTable(table, lines.slice(at + 2, table.last + 1), { entries, actions, pieces });
      at = table.last;
      continue;
    }
    const title = titleOf(line, lines[at + 1]);
    const item = title ? null : itemStart.exec(line.text);
    if (line.isForeign) {
      actions.close();
      pieces.foreign(line.foreign);
    } else if (isBreak(line.text)) {
      actions.close();
      pieces.end();
    } else if (line.isBlank) {
      actions.close();
      pieces.blank();
    } else if (title) {
      actions.close();
      pieces.heading(title.words, title.level);
      at = title.isUnderlined ? at + 1 : at;
    } else if (item) {
      const content = line.text.slice(item[0].length);
      const box = readBox(content);
      actions.close();
      if (box.isDone !== null) actions.open(box, indentOf(line.text));
      pieces.item(content, line.indent, box);
    } else {
      actions.more(line);
      pieces.text(line.text, line.indent);
    }
  }
  actions.close();
  return { entries, actions: actions.all(), ...pieces.read() };
}

function readTable(
  table: Table,
  rows: readonly Line[],
  { entries, actions, pieces }: { entries: ReadSession['entries']; actions: Actions; pieces: Pieces },
): void {
  actions.close();
  pieces.end();
  const tags = table.columns ? null : tagsOf(table);
  for (const { text } of rows) {
    const cells = cellsOf(text);
    if (table.columns) {
      const read = readCells(cells, table.columns);
      if (Object.values(read.row).some((words) => words !== '')) entries.push(read.row);
      for (const action of read.actions) actions.add(action);
    } else if (tags) cells.forEach((cell, i) => void pieces.cell(tags[i] ?? null, cell));
  }
}

/** A heading: its words as Markdown, and whether the line below belongs to it. */
export type Title = { words: string; level: number; isUnderlined: boolean };

/** The heading that a line is, `null` where it is none. */
export function titleOf(line: Line, below: Line | undefined): Title | null {
  if (line.isForeign || line.isBlank || line.indent > 3) return null;
  const marks = /^\s{0,3}(#{1,6})(?:\s|$)/.exec(line.text);
  if (marks) {
    const words = line.text.slice(marks[0].length).trim();
    return { words: withoutMarks(words), level: marks[1]?.length ?? 1, isUnderlined: false };
  }
  if (!below || below.isForeign || below.indent > 3 || itemStart.test(line.text)) return null;
  const underline = /^(?:=+|-+)$/.exec(below.text.trim());
  if (!underline) return null;
  return { words: line.text.trim(), level: underline[0].startsWith('=') ? 1 : 2, isUnderlined: true };
}

/** Without the number signs that may close a title. */
function withoutMarks(words: string): string {
  let end = words.length;
  while (words[end - 1] === '#') end--;
  return end === words.length || /\s/.test(words[end - 1] ?? ' ') ? words.slice(0, end).trim() : words;
}

function isBreak(line: string): boolean {
  const signs = line.replace(/\s+/g, '');
  return signs.length > 2 && (/^-+$/.test(signs) || /^\*+$/.test(signs) || /^_+$/.test(signs));
}

/** Next actions as they are found; the same words twice are one, done where either is. */
class Actions {
  readonly #found = new Map<string, { line: string; isDone: boolean }>();
  #open: { words: string[]; isDone: boolean; indent: number } | null = null;

  add({ words, isDone }: Box): void {
    if (!/[\p{L}\p{N}]/u.test(words)) return;
    const key = words.toLowerCase().normalize('NFC');
    const known = this.#found.get(key);
    if (known) known.isDone ||= isDone === true;
    else this.#found.set(key, { line: words, isDone: isDone === true });
  }

  /** A task, whose next lines may belong to it. */
  open({ words, isDone }: Box, indent: number): void {
    this.#open = { words: [words], isDone: isDone === true, indent };
  }

  more({ text, indent }: Line): void {
    if (this.#open && indent > this.#open.indent) this.#open.words.push(plainWords(text));
    else this.close();
  }

  close(): void {
    const task = this.#open;
    this.#open = null;
    if (!task || task.words[0] === '') return;
    // A line of marks alone says nothing, and leaves no room for it either.
    this.add({ words: task.words.filter((words) => words !== '').join(' '), isDone: task.isDone });
  }

  all(): ReadSession['actions'] {
    return [...this.#found.values()];
  }
}
