import type { ReadSession } from '../session.ts';
import { type Line, linesOf } from './lines.ts';
import { type Table, tableAt } from './tables.ts';
import type { Column } from './titles.ts';

/** A row of a session: Markdown within one line each. */
export type Row = ReadSession['entries'][number];

const parts = ['topic', 'insight', 'nextAction'] as const satisfies Column[];

/**
 * Reads a row as it is typed in one line: `topic | insight | @who next action by friday`. Each part may be empty or
 * missing, pipes around the row are left out, `\|` is a pipe. What comes after a third pipe belongs to the next action.
 */
export function readRow(line: string): Row {
  const cells: string[] = [];
  let cell = '';
  for (let at = 0; at < line.length; at++) {
    const isPipe = line[at] === '\\' && line[at + 1] === '|';
    if (isPipe) at++;
    if (line[at] === '|' && !isPipe) {
      cells.push(cell);
      cell = '';
    } else cell += line[at];
  }
  cells.push(cell);
  const said = cells.map(oneLine);
  const isAround = said.length > 1 && said[0] === '' && (said.at(-1) === '' || said.length > 3);
  if (isAround) said.shift();
  if (said.length > 1 && said.at(-1) === '') said.pop();
  const [topic = '', insight = '', ...rest] = said;
  return { topic, insight, nextAction: rest.join(' | ') };
}

/** The line that `readRow` reads as this row. */
export function writeRow(row: Row): string {
  const cells = parts.map((part) => oneLine(row[part]).replaceAll('|', '\\|'));
  while (cells.length > 1 && cells.at(-1) === '') cells.pop();
  return cells.join(' | ').trimStart();
}

/**
 * A session's text with one more row at the end of its first table of log entries that has a column for each of the row's
 * parts, or with such a table after it. Nothing else of it changes. A row that says nothing changes nothing.
 */
export function addRow(text: string, row: Row): string {
  if (parts.every((part) => oneLine(row[part]) === '')) return text;
  const lines = linesOf(text);
  const table = findTable(lines, row);
  const end = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  if (table) {
    const { end: at, start } = lines[table.last] as Line;
    const blanks = /^[ \t]{0,200}/.exec(text.slice(start, at))?.[0] ?? '';
    return `${text.slice(0, at)}${end}${blanks}${written(table.columns, row)}${text.slice(at)}`;
  }
  const made = ['| Topic | Insight | Next action |', '| --- | --- | --- |', written(parts, row)].join(end);
  const before = text.replace(/^\ufeff/, '');
  const [last, above] = [lines.at(-1), lines.at(-2)];
  const gap = !last?.isBlank ? end + end : above?.isBlank === false ? end : '';
  const after = `${text}${before === '' ? '' : gap}${made}${end}`;
  if (findTable(linesOf(after), row)) return after;
  // Below code that is never closed it would be code.
  return `${text.slice(0, text.length - before.length)}${made}${end}${end}${before}`;
}

type Found = Table & { columns: (Column | null)[] };

function findTable(lines: readonly Line[], row: Row): Found | null {
  for (let at = 0; at < lines.length; at++) {
    const table = tableAt(lines, at);
    if (!table) continue;
    const { columns } = table;
    if (columns && parts.every((part) => oneLine(row[part]) === '' || columns.includes(part)))
      return { ...table, columns };
    at = table.last;
  }
  return null;
}

function written(columns: readonly (Column | null)[], row: Row): string {
  const cell = (column: Column | null) =>
    column === 'topic' || column === 'insight' || column === 'nextAction' ? cellOf(row[column]) : '';
  return `| ${columns.map(cell).join(' | ')} |`;
}

/** Words within a cell: no pipe ends it, and no comment begins or ends in it. */
function cellOf(words: string): string {
  let out = '';
  let slashes = 0;
  for (const sign of oneLine(words)) {
    if (sign === '|') out += slashes % 2 === 1 ? '\\\\|' : '\\|';
    else out += sign;
    slashes = sign === '\\' ? slashes + 1 : 0;
  }
  return out.replaceAll('<!--', '\\<!--').replaceAll('-->', '--\\>');
}

const oneLine = (words: string) => words.replace(/[\s\u0085]+/gu, ' ').trim();
