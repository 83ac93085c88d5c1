import type { ReadSession } from '../session.ts';

/** A row of a session: Markdown within one line each. */
export type Row = ReadSession['entries'][number];

/**
 * Reads a row as it is typed in one line: `topic | insight | @who next action by friday`. Each part may be empty or
 * missing, pipes around the row are left out, `\|` is a pipe. What comes after a third pipe belongs to the next action.
 */
export function readRow(line: string): Row {
  const parts = line
    .replaceAll('\\|', '\u0000')
    .split('|')
    .map((part) => part.replaceAll('\u0000', '|').replace(/\s+/g, ' ').trim());
  if (parts.length > 1 && parts[0] === '' && (parts.length > 3 || parts.at(-1) === '')) parts.shift();
  if (parts.length > 1 && parts.at(-1) === '') parts.pop();
  const [topic = '', insight = '', ...rest] = parts;
  return { topic, insight, nextAction: rest.join(' | ') };
}

/** The line that `readRow` reads as this row. */
export function writeRow({ topic, insight, nextAction }: Row): string {
  const cell = (words: string) => words.replace(/\s+/g, ' ').trim().replaceAll('|', '\\|');
  return [topic, insight, nextAction].map(cell).join(' | ').trimEnd();
}

/**
 * A session's text with one more row at the end of its first table of log entries, or with such a table at its end
 * where it has none. Nothing else of it changes.
 */
export function addRow(text: string, row: Row): string {
  const cell = (words: string) => words.replace(/\s+/g, ' ').trim().replaceAll('|', '\\|');
  const line = `| ${cell(row.topic)} | ${cell(row.insight)} | ${cell(row.nextAction)} |\n`;
  const head = '| Topic | Insight | Next action |\n| --- | --- | --- |\n';
  if (text.includes(head)) {
    const gap = text === '' || text.endsWith('\n') ? '' : '\n';
    return `${text}${gap}${line}`;
  }
  return `${text}${text === '' ? '' : '\n\n'}${head}${line}`;
}
