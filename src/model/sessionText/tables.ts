import { itemStart, type Line } from './lines.ts';
import { plainWords } from './plainWords.ts';
import type { Row } from './row.ts';
import { type Column, columnOf, partOf } from './titles.ts';

/** A table of a text. `last`: index of the line of its last row, or of the line below its heads. */
export type Table = { heads: string[]; columns: (Column | null)[] | null; last: number };

/** The cells of a row, without the pipes around it; `\|` is a pipe. */
export function cellsOf(line: string): string[] {
  const text = line.trim();
  const cells: string[] = [];
  let cell = '';
  let from = text.startsWith('|') ? 1 : 0;
  let at = from;
  for (; at < text.length; at++) {
    if (text[at] === '\\' && at + 1 < text.length) {
      if (text[at + 1] === '|') {
        cell += text.slice(from, at);
        from = at + 1;
      }
      at++;
    } else if (text[at] === '|') {
      cells.push((cell + text.slice(from, at)).trim());
      cell = '';
      from = at + 1;
    }
  }
  if (from < text.length || cell !== '') cells.push((cell + text.slice(from)).trim());
  return cells;
}

/** The table whose heads stand in that line, `null` where none begins there. */
export function tableAt(lines: readonly Line[], at: number): Table | null {
  const [head, below] = [lines[at], lines[at + 1]];
  if (!head?.text.includes('|') || !below || below.isBlank || !isRule(below.text)) return null;
  const heads = cellsOf(head.text);
  let last = at + 1;
  for (let line = lines[last + 1]; line && isRow(line); line = lines[last + 1]) last++;
  return { heads, columns: columnsOf(heads), last };
}

/** `| --- | :-: |`; without any pipe it is a line or the underline of a title. */
function isRule(line: string): boolean {
  return (
    line.includes('|') && /^[\s|:-]+$/.test(line) && cellsOf(line).every((cell) => /^:?-+:?$/.test(cell))
  );
}

/** A row has a pipe: what stands below a table without a blank line is mostly meant as a remark. */
function isRow({ text, isForeign }: Line): boolean {
  return !isForeign && text.includes('|') && !/^ {0,3}#{1,6}(?:\s|$)/.test(text) && !itemStart.test(text);
}

/** What the columns of a table of log entries hold, `null` for a table of something else. */
function columnsOf(heads: readonly string[]): (Column | null)[] | null {
  if (heads.length === 3 && heads.every((head) => head === '')) return ['topic', 'insight', 'nextAction'];
  const seen = new Set<Column>();
  const columns = heads.map((head) => {
    const column = columnOf(head);
    if (column === null || seen.has(column)) return null;
    seen.add(column);
    return column;
  });
  return seen.has('nextAction') || (seen.has('topic') && seen.has('insight')) ? columns : null;
}

/** The parts that the heads of a table of keep, stop and start name, `null` for a table of something else. */
export function tagsOf({ heads }: Table): ReturnType<typeof partOf>[] | null {
  const parts = heads.map(partOf);
  const isOfTags = parts.every((part) => part === 'keep' || part === 'stop' || part === 'start');
  return isOfTags && parts.length > 1 ? parts : null;
}

/** A next action as it stands in a text. `isDone: null`: it has no box. */
export type Box = { words: string; isDone: boolean | null };

/** A row by its columns; next actions that stand below each other in their cell are several. */
export function readCells(
  cells: readonly string[],
  columns: readonly (Column | null)[],
): { row: Row; actions: Box[] } {
  const cell = (column: Column) => cells[columns.indexOf(column)] ?? '';
  const [who, when] = [plainWords(cell('owner')).replace(/^@/, ''), plainWords(cell('due'))];
  const owner = who === '' ? '' : /\s/.test(who) ? `@"${who.replaceAll('"', '')}" ` : `@${who} `;
  const due = when === '' ? '' : ` by ${when.replace(/^by /i, '')}`;
  const actions = cell('nextAction')
    .split(/<br ?\/?>/i)
    .map(readBox)
    .filter(({ words }) => words !== '')
    .map(({ words, isDone }) => ({ words: `${/^\\?@/.test(words) ? '' : owner}${words}${due}`, isDone }));
  const nextAction = actions.map(({ words }) => words).join('; ');
  return {
    row: { topic: plainWords(cell('topic')), insight: plainWords(cell('insight')), nextAction },
    actions,
  };
}

/** A next action as it was written, its box and its Markdown taken off. An escaped `@` names no owner. */
export function readBox(action: string): Box {
  const box = /^\s*(?:[-*+]\s{1,9})?\[([ xX]?)\](?:\s+|$)/.exec(action);
  const text = (box ? action.slice(box[0].length) : action).trim();
  const isStruck = text.startsWith('~~') && text.indexOf('~~', 2) === text.length - 2;
  const words = isStruck ? '' : `${text.startsWith('\\@') ? '\\' : ''}${plainWords(text)}`;
  return { words, isDone: box ? (box[1] ?? '').toLowerCase() === 'x' : null };
}
