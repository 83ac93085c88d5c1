import type { JournalEvent } from './events.ts';
import type { GoalRecord, Mark, SpaceRecords } from './records.ts';

/** What an in-place step has to know of the events that went before; kept beside the records, not in them. */
type Ledger = {
  newest: JournalEvent | null;
  ids: Set<string>;
  /** Goals and milestones that were spoken of before they were there. */
  awaited: Set<string>;
};
const ledgers = new WeakMap<SpaceRecords, Ledger>();

/** The records of a space in which nothing was said yet. */
export function emptyRecords(): SpaceRecords {
  const records: SpaceRecords = { goals: new Map(), marks: new Map(), entered: new Map() };
  ledgers.set(records, { newest: null, ids: new Set(), awaited: new Set() });
  return records;
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

/** The events in the order in which they count, each id once: of two events with one id the first is taken. */
export function inOrder(events: readonly JournalEvent[], seen = new Set<string>()): JournalEvent[] {
  const sorted = events.slice();
  if (!isSorted(sorted)) sorted.sort(compareEvents);
  return sorted.filter(({ id }) => seen.size < seen.add(id).size);
}

function isSorted(events: readonly JournalEvent[]): boolean {
  for (let i = 1; i < events.length; i++) {
    if (compareEvents(events[i - 1] as JournalEvent, events[i] as JournalEvent) > 0) return false;
  }
  return true;
}

/** What the journal says. The same events give the same records whatever order they come in. */
export function foldEvents(events: readonly JournalEvent[]): SpaceRecords {
  const records = emptyRecords();
  const ledger = ledgers.get(records) as Ledger;
  const ordered = inOrder(events, ledger.ids);
  const undone = undoneActs(ordered);
  const counting = undone.size === 0 ? ordered : ordered.filter((event) => !isUndone(undone, event));
  // What is made comes first: an edit may carry an earlier time than the goal it edits when a clock went wrong.
  for (const event of counting) if (event.type === 'goal.created') apply(records, ledger, event);
  for (const event of counting) if (event.type === 'milestone.added') apply(records, ledger, event);
  for (const event of counting) {
    if (event.type !== 'goal.created' && event.type !== 'milestone.added') apply(records, ledger, event);
  }
  ledger.newest = ordered.at(-1) ?? null;
  return records;
}

/**
 * Brings one more event into folded records, in place.
 * @returns false, with nothing changed, where only a new fold of all events gives the right records: an undo,
 * an event that is not newer than all before it, what others spoke of before it was there
 */
export function applyEvent(records: SpaceRecords, event: JournalEvent): boolean {
  const ledger = ledgers.get(records);
  if (!ledger || event.type === 'act.undone') return false;
  if (ledger.ids.has(event.id) || (ledger.newest && compareEvents(ledger.newest, event) >= 0)) return false;
  if (event.type === 'goal.created' && ledger.awaited.has(event.payload.goal)) return false;
  if (event.type === 'milestone.added' && ledger.awaited.has(event.payload.milestone)) return false;
  apply(records, ledger, event);
  ledger.newest = event;
  ledger.ids.add(event.id);
  return true;
}

/**
 * The newest act that is neither undone nor itself an undo, for `cairn.undo`.
 * @param author whose acts count; everybody's when left out
 */
export function lastAct(
  events: readonly JournalEvent[],
  author?: string | ((author: string) => boolean),
): { act: string; events: JournalEvent[] } | null {
  const ordered = inOrder(events);
  const undone = undoneActs(ordered);
  const counts = (name: string) => (typeof author === 'function' ? author(name) : !author || name === author);
  const newest = ordered.findLast(
    (event) => event.type !== 'act.undone' && counts(event.author) && !isUndone(undone, event),
  );
  return newest ? { act: newest.act, events: ordered.filter(({ act }) => act === newest.act) } : null;
}

/** For each act that is undone the newest undo that counts; from the newest back, since an undo may be undone. */
function undoneActs(ordered: readonly JournalEvent[]): Map<string, JournalEvent> {
  const undone = new Map<string, JournalEvent>();
  for (let i = ordered.length - 1; i >= 0; i--) {
    const event = ordered[i] as JournalEvent;
    if (event.type === 'act.undone' && !isUndone(undone, event) && !undone.has(event.payload.act)) {
      undone.set(event.payload.act, event);
    }
  }
  return undone;
}

/** An undo takes back what was there when it was made, nothing that came later. */
function isUndone(undone: ReadonlyMap<string, JournalEvent>, event: JournalEvent): boolean {
  const by = undone.get(event.act);
  return by !== undefined && compareEvents(event, by) < 0;
}

function apply(records: SpaceRecords, ledger: Ledger, event: JournalEvent): void {
  switch (event.type) {
    case 'goal.created': {
      const { goal: id, title, category, origin, targetDate } = event.payload;
      if (records.goals.has(id)) return;
      const made = { createdAt: isoTime(event), createdBy: event.author };
      records.goals.set(id, {
        id,
        title,
        category,
        origin,
        status: 'active',
        targetDate,
        milestones: [],
        ...made,
      });
      return;
    }
    case 'goal.edited': {
      const goal = find(records, ledger, event.payload.goal);
      if (!goal) return;
      const { title, category, origin, targetDate } = event.payload;
      if (title !== undefined) goal.title = title;
      if (category !== undefined) goal.category = category;
      if (origin !== undefined) goal.origin = origin;
      if (targetDate !== undefined) goal.targetDate = targetDate;
      return;
    }
    case 'goal.status': {
      const goal = find(records, ledger, event.payload.goal);
      if (goal) goal.status = event.payload.status;
      return;
    }
    case 'milestone.added': {
      const { milestone: id, title } = event.payload;
      const goal = find(records, ledger, event.payload.goal);
      if (goal && !goal.milestones.some((other) => other.id === id)) {
        goal.milestones.push({ id, title, completedAt: null });
      }
      return;
    }
    case 'milestone.completed': {
      const { milestone: id, completedAt } = event.payload;
      const milestone = find(records, ledger, event.payload.goal)?.milestones.find(
        (other) => other.id === id,
      );
      if (milestone) milestone.completedAt = completedAt;
      else ledger.awaited.add(id);
      return;
    }
    case 'feedback.entered': {
      const { feedback: id, author, body, url, saidAt } = event.payload;
      if (!records.entered.has(id))
        records.entered.set(id, { id, author, body, url, saidAt, enteredBy: event.author });
      return;
    }
    case 'feedback.tagged': {
      const mark = markOf(records, event.payload);
      const { tag } = event.payload;
      mark.tag = tag;
      mark.taggedAt = tag && isoTime(event);
      mark.taggedBy = tag && event.author;
      return;
    }
    case 'feedback.linked': {
      const mark = markOf(records, event.payload);
      if (!mark.goalIds.includes(event.payload.goal)) mark.goalIds.push(event.payload.goal);
      return;
    }
    case 'feedback.unlinked': {
      const mark = markOf(records, event.payload);
      mark.goalIds = mark.goalIds.filter((goal) => goal !== event.payload.goal);
      return;
    }
    case 'feedback.setAside':
      markOf(records, event.payload).isSetAside = event.payload.isSetAside;
  }
}

function find(records: SpaceRecords, ledger: Ledger, id: string): GoalRecord | undefined {
  const goal = records.goals.get(id);
  if (!goal) ledger.awaited.add(id);
  return goal;
}

function markOf(records: SpaceRecords, payload: { feedback: string; excerpt?: Mark['excerpt'] }): Mark {
  let mark = records.marks.get(payload.feedback);
  if (!mark) {
    mark = { tag: null, taggedAt: null, taggedBy: null, goalIds: [], isSetAside: false, excerpt: null };
    records.marks.set(payload.feedback, mark);
  }
  if (payload.excerpt) mark.excerpt = payload.excerpt;
  return mark;
}

/** ISO time of an event; the latest that a date can hold where a stranger's number goes beyond. */
function isoTime({ time }: JournalEvent): string {
  return new Date(Math.min(time[0], 8.64e15)).toISOString();
}
