import type { KnowledgeNote } from '../../model/mentorship.ts';

export const groupings = ['folder', 'topic'] as const;
export type Grouping = (typeof groupings)[number];

/** Notes that belong together. `name` is a folder or a topic, '' for the top of a repository, `null` for what has none. */
export type Group = { name: string | null; notes: KnowledgeNote[] };

/**
 * The notes of a space as they are listed: by the folder of their code, or by their topics, a note under each of them.
 * Groups by name, what has none last; notes by their place in the file, else the newest first.
 */
export function groupsOf(notes: readonly KnowledgeNote[], by: Grouping): Group[] {
  const groups = new Map<string, Group>();
  for (const note of notes) {
    for (const name of by === 'folder' ? [folderOf(note)] : topicsOf(note)) {
      const key = name === null ? '' : `/${name.toLowerCase()}`;
      const group = groups.get(key) ?? { name, notes: [] };
      groups.set(key, group);
      group.notes.push(note);
    }
  }
  const ordered = [...groups.values()].sort((one, other) => compare(one.name, other.name));
  for (const group of ordered) group.notes.sort(by === 'folder' ? byPlace : byTime);
  return ordered;
}

function folderOf({ anchor }: KnowledgeNote): string | null {
  return anchor === null ? null : anchor.path.slice(0, Math.max(0, anchor.path.lastIndexOf('/')));
}

const topicsOf = ({ topics }: KnowledgeNote): (string | null)[] => {
  const named = new Map(topics.map((topic) => [topic.toLowerCase(), topic]));
  return named.size === 0 ? [null] : [...named.values()];
};

function compare(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one.localeCompare(other, 'en', { sensitivity: 'base', numeric: true });
}

function byPlace(one: KnowledgeNote, other: KnowledgeNote): number {
  const [a, b] = [one.anchor, other.anchor];
  if (!a || !b) return byTime(one, other);
  return a.path < b.path ? -1 : a.path > b.path ? 1 : a.startLine - b.startLine || byTime(one, other);
}

const byTime = (one: KnowledgeNote, other: KnowledgeNote) =>
  one.notedAt < other.notedAt ? 1 : one.notedAt > other.notedAt ? -1 : 0;
