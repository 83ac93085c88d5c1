import type { JournalEvent } from './events.ts';
import type { People } from './people.ts';

/** Work that can rest after each step, so that whoever has other things to do in between can do them. */
export type Steps<T> = Generator<void, T>;

/** So many events are worked on in one step: some milliseconds. */
export const stepLength = 8192;

/** Does all steps without a rest. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

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
  return finish(sorting(events)).sorted;
}

/**
 * Sorts by merging what is in order already: a journal's files are, each by itself, and one writer's one after the
 * other, so there are few runs. The times are taken out of the events first, so that all comparing is done in one place
 * of memory.
 * @returns with the events whether two of them have the same time
 */
function* sorting(events: readonly JournalEvent[]): Steps<{ sorted: JournalEvent[]; hasTies: boolean }> {
  const [times, counters] = [new Float64Array(events.length), new Float64Array(events.length)];
  for (let i = 0; i < events.length; i++) {
    const { time } = events[i]!;
    times[i] = time[0];
    counters[i] = time[1];
    if (i % stepLength === 0) yield;
  }
  let hasTies = false;
  const compare = (a: number, b: number): number => {
    const byTime = times[a]! - times[b]! || counters[a]! - counters[b]!;
    if (byTime !== 0) return byTime;
    hasTies = true;
    return compareEvents(events[a]!, events[b]!);
  };
  let starts = runsOf(events.length, compare);
  yield;
  if (starts.length === 1) return { sorted: events.slice(), hasTies };
  let order = Uint32Array.from({ length: events.length }, (_, i) => i);
  let spare = new Uint32Array(events.length);
  while (starts.length > 1) {
    const next: number[] = [];
    for (let run = 0; run < starts.length; run += 2) {
      const start = starts[run]!;
      const end = starts[run + 2] ?? events.length;
      merge(order, spare, start, starts[run + 1] ?? end, end, compare);
      next.push(start);
      if (end - start > 10_000) yield;
    }
    [order, spare] = [spare, order];
    starts = next;
  }
  const sorted: JournalEvent[] = [];
  for (let i = 0; i < order.length; i++) {
    sorted.push(events[order[i]!]!);
    if (i % stepLength === 0) yield;
  }
  return { sorted, hasTies };
}

type Compare = (a: number, b: number) => number;

/** Where each run begins that is in order. */
function runsOf(length: number, compare: Compare): number[] {
  const starts = [0];
  for (let i = 1; i < length; i++) if (compare(i - 1, i) > 0) starts.push(i);
  return starts;
}

function merge(
  from: Uint32Array,
  to: Uint32Array,
  start: number,
  middle: number,
  end: number,
  compare: Compare,
): void {
  let [left, right] = [start, middle];
  for (let i = start; i < end; i++) {
    const isLeft = right >= end || (left < middle && compare(from[left]!, from[right]!) <= 0);
    to[i] = isLeft ? from[left++]! : from[right++]!;
  }
}

/**
 * The events in the order in which they count, each once: see `withoutDoubles`.
 * @param people takes note of every event
 * @returns with them, for events that name another author than their folder's owner: that owner
 */
export function inOrder(
  events: readonly JournalEvent[],
  people: People,
): { ordered: JournalEvent[]; claims: Map<JournalEvent, string> } {
  return finish(ordering(events, people));
}

/** `inOrder`, step by step. */
export function* ordering(
  events: readonly JournalEvent[],
  people: People,
): Steps<{ ordered: JournalEvent[]; claims: Map<JournalEvent, string> }> {
  const { sorted, hasTies } = yield* sorting(events);
  const claims = new Map<JournalEvent, string>();
  for (let i = 0; i < sorted.length; i++) {
    const owner = people.meet(sorted[i]!);
    if (owner !== null) claims.set(sorted[i]!, owner);
    if (i % stepLength === 0) yield;
  }
  // Doubles have the same time, and in the end stand side by side, where they were compared.
  return { ordered: hasTies ? withoutDoubles(sorted, claims) : sorted, claims };
}

/**
 * Sorted events, each once. An id that is used for two different events leaves both: nobody can make another's event
 * disappear by using its id.
 * @param claims events that do not stand in their author's folder
 */
function withoutDoubles(sorted: JournalEvent[], claims: ReadonlyMap<JournalEvent, string>): JournalEvent[] {
  let left: JournalEvent[] | null = null;
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    // What is equal has the same time and id, and so stands side by side.
    while (end < sorted.length && isSameMoment(sorted[start]!, sorted[end]!)) end++;
    if (end - start > 1) left ??= sorted.slice(0, start);
    if (left) left.push(...(end - start > 1 ? once(sorted.slice(start, end), claims) : [sorted[start]!]));
    start = end;
  }
  return left ?? sorted;
}

function isSameMoment(a: JournalEvent, b: JournalEvent): boolean {
  return a.time[0] === b.time[0] && a.time[1] === b.time[1] && a.id === b.id;
}

function once(events: JournalEvent[], claims: ReadonlyMap<JournalEvent, string>): JournalEvent[] {
  const kept = new Map<string, JournalEvent>();
  for (const event of events) {
    const key = contentOf(event);
    const other = kept.get(key);
    if (!other || rank(event, claims) > rank(other, claims)) kept.set(key, event);
  }
  const isKept = new Set(kept.values());
  return events.filter((event) => isKept.has(event));
}

/** Of equal events the user's private copy counts, then the one in its author's own folder. */
function rank(event: JournalEvent, claims: ReadonlyMap<JournalEvent, string>): number {
  return event.isPrivate ? 2 : claims.has(event) ? 0 : 1;
}

/** What an event says, wherever it stands. */
function contentOf(event: JournalEvent): string {
  const { id, time, author, act, type, version, payload } = event;
  return JSON.stringify([id, time, author, act, type, version, payload]);
}
