import type { KnowledgeNote } from '../../model/mentorship.ts';
import type { Group } from '../../programme/knowledge/outline.ts';

/** A row of the Knowledge view: notes that belong together, a note, or what to do where nothing could be read. */
export type KnowledgeRow = { row: 'cairn.knowledge'; id: string; parent: KnowledgeRow | undefined } & (
  | { type: 'group'; group: Group; children: KnowledgeRow[] }
  | { type: 'note'; note: KnowledgeNote }
  | { type: 'remedy'; remedy: 'reload' | 'showLog' }
);

export const isKnowledgeRow = (value: unknown): value is KnowledgeRow =>
  typeof value === 'object' && value !== null && 'row' in value && value.row === 'cairn.knowledge';

/** The rows of some groups. A note that stands under several topics is a row under each. */
export function rowsOf(groups: readonly Group[]): KnowledgeRow[] {
  return groups.map((group) => {
    const id = group.name === null ? 'none' : `in/${group.name}`;
    const row = { row: 'cairn.knowledge' as const, id, parent: undefined, type: 'group' as const, group };
    const made: KnowledgeRow & { type: 'group' } = { ...row, children: [] };
    for (const note of group.notes)
      made.children.push({
        ...{ row: 'cairn.knowledge', id: `${id}//${note.id}`, parent: made, type: 'note', note },
      });
    return made;
  });
}
