import type { JournalEvent } from './events.ts';
import type { People } from './people.ts';

/** The order in which events count: by time, ties by id. Negative where `a` comes first. */
export function compareEvents(a: JournalEvent, b: JournalEvent): number {
  const byTime = a.time[0] - b.time[0] || a.time[1] - b.time[1];
  if (byTime !== 0) return byTime;
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  if (a === b) return 0;
  // An id used twice: any order will do, so long as every clone finds the same one.
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The events sorted, doubles included. */
export function sortEvents(events: readonly JournalEvent[]): JournalEvent[] {
  const sorted = events.slice();
  if (!isSorted(sorted)) sorted.sort(compareEvents);
  return sorted;
}

/**
 * The events in the order in which they count, each once. An id that is used for two different events leaves both:
 * nobody can make another's event disappear by using its id.
 * @param people takes note of every event
 * @returns with them, for events that name another author than their folder's owner: that owner
 */
export function inOrder(
  events: readonly JournalEvent[],
  people: People,
): { ordered: JournalEvent[]; claims: Map<JournalEvent, string> } {
  const sorted = sortEvents(events);
  const claims = new Map<JournalEvent, string>();
  for (const event of sorted) {
    const owner = people.meet(event);
    if (owner !== null) claims.set(event, owner);
  }
  return { ordered: withoutDoubles(sorted, claims), claims };
}

function withoutDoubles(sorted: JournalEvent[], claims: Map<JournalEvent, string>): JournalEvent[] {
  const ids = new Set<string>();
  for (const { id } of sorted) ids.add(id);
  if (ids.size === sorted.length) return sorted;
  const kept = new Map<string, JournalEvent>();
  for (const event of sorted) {
    const key = contentOf(event);
    const other = kept.get(key);
    if (!other || rank(event, claims) > rank(other, claims)) kept.set(key, event);
  }
  const isKept = new Set(kept.values());
  return sorted.filter((event) => isKept.has(event));
}

/** Of equal events the user's private copy counts, then the one in its author's own folder. */
function rank(event: JournalEvent, claims: Map<JournalEvent, string>): number {
  return event.isPrivate ? 2 : claims.has(event) ? 0 : 1;
}

/** What an event says, wherever it stands. */
function contentOf(event: JournalEvent): string {
  const { id, time, author, act, type, version, payload } = event;
  return JSON.stringify([id, time, author, act, type, version, payload]);
}

function isSorted(events: readonly JournalEvent[]): boolean {
  for (let i = 1; i < events.length; i++) {
    if (compareEvents(events[i - 1] as JournalEvent, events[i] as JournalEvent) > 0) return false;
  }
  return true;
}
