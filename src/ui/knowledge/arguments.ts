import type { commands } from '../ids.ts';
import type { KnowledgeRow } from './nodes.ts';

type Name = keyof typeof commands;

/** What a command gets from a row of the Knowledge view: plain ids. A command that is not about notes gets nothing. */
export function knowledgeArguments(name: Name, row: KnowledgeRow): unknown[] {
  if (row.type === 'group')
    return name === 'exportTour'
      ? [{ knowledge: row.group.notes.map(({ id }) => id) }, { fromRow: true }]
      : [];
  if (row.type !== 'note') return [];
  const { id } = row.note;
  switch (name) {
    case 'openKnowledge':
      return [id, { fromRow: true }];
    case 'editKnowledge':
    case 'withdrawKnowledge':
    case 'togglePrivate':
    case 'showHistory':
    case 'eraseRecord':
      return [id];
    case 'exportTour':
      return [{ knowledge: [id] }, { fromRow: true }];
    default:
      return [];
  }
}
