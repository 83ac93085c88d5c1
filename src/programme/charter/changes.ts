import { readOutline } from '../markdown/index.ts';

/** A section of which two versions of a charter say something else. Headings are plain words, empty for what stands first. */
export type ChangedSection = { heading: string; how: 'new' | 'gone' | 'changed' };

/**
 * Which sections a newer version adds, changes or no longer has, in its order, then those that are gone. White space
 * alone is no change. Sections of one heading are told apart by their order.
 */
export function changedSections(before: string, after: string): ChangedSection[] {
  const [was, is] = [sectionsOf(before), sectionsOf(after)];
  const changes: ChangedSection[] = [];
  for (const [key, { heading, text }] of is) {
    const old = was.get(key);
    if (!old) changes.push({ heading, how: 'new' });
    else if (old.text !== text) changes.push({ heading, how: 'changed' });
  }
  for (const [key, { heading }] of was) if (!is.has(key)) changes.push({ heading, how: 'gone' });
  return changes;
}

/** Whether a newer version says anything else than an older one. */
export const isChanged = (before: string, after: string): boolean => squeeze(before) !== squeeze(after);

function sectionsOf(text: string): Map<string, { heading: string; text: string }> {
  const { sections } = readOutline(text);
  const found = new Map<string, { heading: string; text: string }>();
  const seen = new Map<string, number>();
  const top = text.split(/\r\n?|\n/).slice(0, sections[0]?.line ?? text.length);
  found.set('', { heading: '', text: squeeze(top.join('\n')) });
  for (const section of sections) {
    const name = section.heading.toLowerCase();
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    found.set(`${nth} ${name}`, { heading: section.heading, text: squeeze(section.text) });
  }
  return found;
}

const squeeze = (text: string) => text.replace(/\s+/gu, ' ').trim();
