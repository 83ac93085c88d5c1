import type { JournalEvent } from './events.ts';
import { type HistoryChange, teller } from './historyChanges.ts';
import { compareEvents, inOrder } from './order.ts';
import { People } from './people.ts';
import { refsOf } from './refs.ts';
import { happened, hiddenBy, isHidden, ownWords, undoneBy } from './takenBack.ts';

export type { Field, FieldChange, HistoryChange } from './historyChanges.ts';

/** One act about a record: who did what, and whether it still counts. */
export type HistoryEntry = {
  /** Id of the act; several events that were written together are one act. */
  act: string;
  /** ISO time. */
  at: string;
  /** Whose words it counts as: the owner of the writer's folder. */
  by: string;
  /** The name that it claims instead, unverified; `null` where it is the owner's own. */
  claimedBy: string | null;
  /** Only this user sees it. */
  isPrivate: boolean;
  changes: HistoryChange[];
  /** Who took it back and when; `null` while it stands. */
  undone: { by: string; at: string } | null;
  /** Acts to undo, one after the other, so that it no longer counts, or counts again; `null` where the user may not. */
  toggle: string[] | null;
};

/**
 * How a record (goal, feedback, next action, session, ...) came to be, newest first, what was taken back included. What somebody
 * has hidden from others is not there for them.
 * @param isOwn whether this clone wrote the event: says who the user is, and so what is theirs to take back
 */
export function historyOf(
  events: readonly JournalEvent[],
  record: string,
  isOwn: (event: JournalEvent) => boolean = () => false,
): HistoryEntry[] {
  const people = new People();
  const { ordered, claims } = inOrder(events, people);
  const saidBy = (event: JournalEvent) => claims.get(event) ?? event.author;
  const isUndone = undoneBy(ordered, saidBy, people);
  const hidden = hiddenBy(ordered, saidBy, people, isUndone);
  const own = ordered.findLast(isOwn);
  const me = own ? saidBy(own) : null;
  const isMine = (event: JournalEvent) => me !== null && people.isSame(saidBy(event), me);
  const about = ordered.filter(
    (event) => refsOf(event).includes(record) && !isHidden(hidden, event, saidBy, people),
  );
  const tell = teller(about, record, { saidBy, people, isUndone, claims });
  const undos = new Map<string, JournalEvent[]>();
  for (const event of ordered) {
    if (event.type !== 'act.undone' || isUndone(event)) continue;
    const known = undos.get(event.payload.act);
    if (known) known.push(event);
    else undos.set(event.payload.act, [event]);
  }
  // A private copy of what is in the shared journal, too, is private only while its author hides the latter.
  const shared = new Set(events.flatMap((event) => (event.isPrivate ? [] : [event.id])));
  const isHiddenNow = me !== null && hidden.get(record)?.has(people.personOf(me)) === true;
  // Making a record private says so in both journals of this user: that is one act to them.
  const saysPrivate = about.some((event) => event.type === 'record.private' && event.isPrivate);

  const speaking = new Set(about.flatMap((event) => (isPlace(event) ? [] : [event.act])));
  const entries = new Map<string, HistoryEntry>();
  for (const event of about) {
    if (event.type === 'record.hidden' && saysPrivate && isMine(event)) continue;
    // What is private from the first is marked so: that is no act of its own.
    if (event.type === 'record.private' && speaking.has(event.act)) continue;
    const change = tell(event);
    if (!change) continue;
    const isPrivate = event.isPrivate === true && (isHiddenNow || !shared.has(event.id));
    const claimedBy = claims.has(event) ? event.author : null;
    const takenBack = isUndone(event) ? takers(event) : null;
    const key = JSON.stringify([event.act, saidBy(event), claimedBy, isPrivate, takenBack !== null]);
    const known = entries.get(key);
    const toggle = toggleOf(event, takenBack);
    const entry: HistoryEntry = {
      act: event.act,
      at: isoTime(event),
      by: saidBy(event),
      claimedBy,
      isPrivate,
      changes: [...(known?.changes ?? []), change],
      undone: takenBack?.[0] ? { by: saidBy(takenBack[0]), at: isoTime(takenBack[0]) } : null,
      toggle: known && known.toggle === null ? null : toggle,
    };
    // Deleted first, so that the entry stands where the act's newest event stands.
    entries.delete(key);
    entries.set(key, entry);
  }
  return [...entries.values()].reverse();

  /** The undos that stand against an event. */
  function takers(event: JournalEvent): JournalEvent[] {
    return (undos.get(event.act) ?? []).filter(
      (by) =>
        compareEvents(event, by) < 0 &&
        (!ownWords.has(event.type) || people.isSame(saidBy(event), saidBy(by))),
    );
  }

  function toggleOf(event: JournalEvent, takenBack: JournalEvent[] | null): string[] | null {
    // What goes from private to shared is asked for by a command of its own; what has happened has.
    if (isPlace(event) || happened.has(event.type)) return null;
    if (takenBack) return takenBack.every(isMine) ? [...new Set(takenBack.map(({ act }) => act))] : null;
    return !ownWords.has(event.type) || isMine(event) ? [event.act] : null;
  }
}

/** Says where words stand, not what they say. */
const isPlace = ({ type }: JournalEvent) => type === 'record.private' || type === 'record.hidden';

/** The latest that a date can hold where a stranger's number goes beyond. */
function isoTime({ time }: JournalEvent): string {
  return new Date(Math.min(time[0], 8.64e15)).toISOString();
}
