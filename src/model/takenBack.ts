import type { EventType, JournalEvent } from './events.ts';
import { FewIds } from './fewIds.ts';
import { compareEvents } from './order.ts';
import type { People } from './people.ts';
import { isAboutAny, refsOf } from './refs.ts';

/** Whose words an event counts as. */
type SaidBy = (event: JournalEvent) => string;

/** What only the same person may take back; the rest is shared status. */
export const ownWords: ReadonlySet<EventType> = new Set<EventType>([
  'goal.created',
  'goal.edited',
  'milestone.added',
  'feedback.entered',
  'action.added',
  'action.edited',
  'writer.introduced',
  'record.hidden',
  'record.private',
  'act.undone',
]);

/**
 * Which events are taken back, from the newest undo to the oldest, since an undo may be undone. An undo takes back
 * what was there when it was made, nothing that came later.
 */
export function undoneBy(
  ordered: readonly JournalEvent[],
  saidBy: SaidBy,
  people: People,
): (event: JournalEvent) => boolean {
  const undos = new FewIds<JournalEvent[]>();
  const isUndone = (event: JournalEvent): boolean =>
    undos
      .get(event.act)
      ?.some(
        (by) =>
          compareEvents(event, by) < 0 &&
          (!ownWords.has(event.type) || people.isSame(saidBy(event), saidBy(by))),
      ) ?? false;
  for (let i = ordered.length - 1; i >= 0; i--) {
    const event = ordered[i] as JournalEvent;
    if (event.type !== 'act.undone' || isUndone(event)) continue;
    const known = undos.get(event.payload.act);
    if (known) known.push(event);
    else undos.set(event.payload.act, [event]);
  }
  return isUndone;
}

/** For each record those who have hidden what they said about it. */
export function hiddenBy(
  ordered: readonly JournalEvent[],
  saidBy: SaidBy,
  people: People,
  isUndone: (event: JournalEvent) => boolean,
): Map<string, string[]> {
  const hidden = new FewIds<string[]>();
  for (const event of ordered) {
    if (event.type !== 'record.hidden' || event.isPrivate || isUndone(event)) continue;
    const { record } = event.payload;
    const person = saidBy(event);
    const others = (hidden.get(record) ?? []).filter((other) => !people.isSame(other, person));
    hidden.set(record, event.payload.isHidden ? [...others, person] : others);
  }
  for (const [record, names] of hidden) if (names.length === 0) hidden.delete(record);
  return hidden;
}

/** Whether an event says something about a record that its author has hidden. A private copy is their own to see. */
export function isHidden(
  hidden: ReadonlyMap<string, string[]>,
  event: JournalEvent,
  saidBy: SaidBy,
  people: People,
): boolean {
  if (hidden.size === 0 || event.isPrivate || event.type === 'record.hidden') return false;
  if (!isAboutAny(event, hidden)) return false;
  return refsOf(event).some((record) =>
    hidden.get(record)?.some((name) => people.isSame(name, saidBy(event))),
  );
}
