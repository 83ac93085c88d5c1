import type { EventType, JournalEvent } from './events.ts';
import { applyAnnotation, applyRating, saidIn } from './foldAnnotations.ts';
import type { FrozenLedger } from './frozen.ts';
import { isoTime } from './isoTime.ts';
import { add, addId, oneOf, removeId } from './lookup.ts';
import { compareEvents, finish, inOrder, ordering, type Steps, stepLength } from './order.ts';
import { People } from './people.ts';
import { blankRecords, type GoalRecord, type Mark, type Said, type SpaceRecords } from './records.ts';
import { refsOf } from './refs.ts';
import { hiddenBy, isHidden, undoneBy } from './takenBack.ts';

/** What an in-place step has to know of the events that went before; kept beside the records, not in them. */
type Ledger = {
  newest: JournalEvent | null;
  people: People;
  /** Records that were spoken of before they were there. */
  awaited: Set<string>;
  /** Records about which somebody's words are hidden. */
  hidden: Set<string>;
};
const ledgers = new WeakMap<SpaceRecords, Ledger>();

/** Types that only the full fold can bring in: they change what other events say. */
const farReaching = new Set<EventType>(['act.undone', 'record.hidden', 'writer.introduced']);

/** The records of a space in which nothing was said yet. */
export function emptyRecords(): SpaceRecords {
  const records = blankRecords();
  ledgers.set(records, { newest: null, people: new People(), awaited: new Set(), hidden: new Set() });
  return records;
}

/** What the journal says. The same events give the same records whatever order they come in. */
export function foldEvents(events: readonly JournalEvent[]): SpaceRecords {
  return finish(folding(events));
}

/** `foldEvents`, step by step: years of a journal take longer than a window may stand still. */
export function* folding(events: readonly JournalEvent[]): Steps<SpaceRecords> {
  const records = emptyRecords();
  const ledger = ledgers.get(records) as Ledger;
  const { ordered, claims } = yield* ordering(events, ledger.people);
  yield;
  const saidBy = (event: JournalEvent) => claims.get(event) ?? event.author;
  // Few passes over all events: years of them are too many for the processor's caches, and each pass is a walk
  // through memory.
  const { reaching, makings, others } = yield* sortedOut(ordered);
  const isUndone = undoneBy(reaching, saidBy, ledger.people);
  const hidden = hiddenBy(reaching, saidBy, ledger.people, isUndone);
  for (const record of hidden.keys()) ledger.hidden.add(record);
  for (const kind of [...makings, others]) {
    for (let start = 0; start < kind.length; start += stepLength) {
      const end = Math.min(start + stepLength, kind.length);
      for (let i = start; i < end; i++) {
        const event = kind[i] as JournalEvent;
        if (isUndone(event) || isHidden(hidden, event, saidBy, ledger.people)) continue;
        apply(records, ledger, event, claims.get(event));
      }
      yield;
    }
  }
  ledger.newest = ordered.at(-1) ?? null;
  return records;
}

/**
 * Events by what they do: take back or hide others; make something; all others. What is made comes first: an edit may
 * carry an earlier time than the goal it edits when a clock went wrong.
 */
function* sortedOut(ordered: readonly JournalEvent[]) {
  const reaching: JournalEvent[] = [];
  const goals: JournalEvent[] = [];
  const milestones: JournalEvent[] = [];
  const actions: JournalEvent[] = [];
  const annotations: JournalEvent[] = [];
  const replies: JournalEvent[] = [];
  const others: JournalEvent[] = [];
  for (let start = 0; start < ordered.length; start += stepLength) {
    const end = Math.min(start + stepLength, ordered.length);
    for (let i = start; i < end; i++) {
      const event = ordered[i] as JournalEvent;
      const { type } = event;
      if (type === 'goal.created') goals.push(event);
      else if (type === 'milestone.added') milestones.push(event);
      else if (type === 'action.added') actions.push(event);
      else if (type === 'annotation.added') annotations.push(event);
      else if (type === 'annotation.replied') replies.push(event);
      else if (type === 'act.undone' || type === 'record.hidden') reaching.push(event);
      else others.push(event);
    }
    yield;
  }
  return { reaching, makings: [goals, milestones, actions, annotations, replies], others };
}

/**
 * What an in-place step has to know of the events that went before, as plain JSON, for a snapshot.
 * @returns `null` for records that no fold made
 */
export function dehydrate(records: SpaceRecords): FrozenLedger | null {
  const ledger = ledgers.get(records);
  if (!ledger) return null;
  const { newest, people, awaited, hidden } = ledger;
  return { newest, people: people.freeze(), awaited: [...awaited], hidden: [...hidden] };
}

/** Makes records from a snapshot ones that `applyEvent` can go on with. */
export function rehydrate(records: SpaceRecords, { newest, people, awaited, hidden }: FrozenLedger): void {
  const sets = { awaited: new Set(awaited), hidden: new Set(hidden) };
  ledgers.set(records, { newest, people: People.thaw(people), ...sets });
}

/**
 * Brings one more event into folded records, in place.
 * @returns false, with nothing changed, where only a new fold of all events gives the right records: an undo,
 * an event that is not newer than all before it, what others spoke of before it was there
 */
export function applyEvent(records: SpaceRecords, event: JournalEvent): boolean {
  const ledger = ledgers.get(records);
  if (!ledger || farReaching.has(event.type)) return false;
  if (ledger.newest && compareEvents(ledger.newest, event) >= 0) return false;
  // A double of the newest one: which of them counts is said by the order of all events.
  if (ledger.newest?.id === event.id) return false;
  if (refsOf(event).some((record) => ledger.hidden.has(record))) return false;
  if (event.type === 'milestone.added' && ledger.awaited.has(event.payload.milestone)) return false;
  if (event.type === 'annotation.replied' && isReplyAwaited(records, ledger, event.payload)) return false;
  const made = madeBy(event);
  if (made !== null && (ledger.awaited.has(made) || isAnyClaimed(records, made))) return false;
  apply(records, ledger, event, ledger.people.meet(event) ?? undefined);
  ledger.newest = event;
  return true;
}

/** Whether both are names of one person, as the journal that these records were folded from says. */
export function isSamePerson(records: SpaceRecords, one: string, other: string): boolean {
  return one === other || (ledgers.get(records)?.people.isSame(one, other) ?? false);
}

/** The record that an event makes, `null` where it makes none. */
function madeBy(event: JournalEvent): string | null {
  if (event.type === 'goal.created') return event.payload.goal;
  if (event.type === 'action.added') return event.payload.action;
  if (event.type === 'annotation.added') return event.payload.annotation;
  return event.type === 'feedback.entered' ? event.payload.feedback : null;
}

/** Whether something was said about a reply before it was there, or about one in its author's name. */
function isReplyAwaited(
  { annotations }: SpaceRecords,
  { awaited }: Ledger,
  { annotation, reply }: { annotation: string; reply: string },
): boolean {
  if (awaited.has(reply)) return true;
  const replies = annotations.get(annotation)?.replies;
  return replies !== undefined && isClaimed(oneOf(replies, reply)?.created);
}

/** Whether a record is there in the name of somebody who did not write it: the true author's word replaces it. */
function isClaimed(said: Said | undefined): boolean {
  return said !== undefined && said.claimedBy !== null;
}

/** Whether that holds for any record of that id: one id may stand for records of several kinds. */
function isAnyClaimed(records: SpaceRecords, id: string): boolean {
  return (
    isClaimed(records.goals.get(id)?.created) ||
    isClaimed(records.actions.get(id)?.created) ||
    isClaimed(records.entered.get(id)?.entered) ||
    isClaimed(records.annotations.get(id)?.created)
  );
}

/** No acts that somebody could take back: an undo, what follows from saving a file, what stands on GitHub. */
const isOfItself = new Set<string>(['act.undone', 'annotation.moved', 'annotation.published']);

/**
 * The newest act that is neither undone nor itself an undo, for `cairn.undo`.
 * @param isMine whose acts count; everybody's when left out
 */
export function lastAct(
  events: readonly JournalEvent[],
  isMine: (event: JournalEvent) => boolean = () => true,
): { act: string; events: JournalEvent[] } | null {
  const people = new People();
  const { ordered, claims } = inOrder(events, people);
  const isUndone = undoneBy(ordered, (event) => claims.get(event) ?? event.author, people);
  const newest = ordered.findLast(
    (event) => !isOfItself.has(event.type) && isMine(event) && !isUndone(event),
  );
  return newest ? { act: newest.act, events: ordered.filter(({ act }) => act === newest.act) } : null;
}

/** @param owner whose words it counts as, where that is not its author */
function apply(records: SpaceRecords, ledger: Ledger, event: JournalEvent, owner: string | undefined): void {
  const by = owner ?? event.author;
  switch (event.type) {
    case 'goal.created': {
      const { goal: id, title, category, origin, targetDate } = event.payload;
      if (records.goals.has(id) && (owner !== undefined || !isClaimed(records.goals.get(id)?.created)))
        return;
      const made = { createdAt: isoTime(event), created: saidIn(event, owner) };
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
      // The sentence is its author's own.
      if (title !== undefined && ledger.people.isSame(by, goal.created.by)) goal.title = title;
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
      if (goal && !oneOf(goal.milestones, id)) add(goal.milestones, { id, title, completedAt: null });
      return;
    }
    case 'milestone.completed': {
      const { milestone: id, completedAt } = event.payload;
      const goal = find(records, ledger, event.payload.goal);
      const milestone = goal && oneOf(goal.milestones, id);
      if (milestone) milestone.completedAt = completedAt;
      else ledger.awaited.add(id);
      return;
    }
    case 'feedback.entered': {
      const { feedback: id, author, body, url, saidAt } = event.payload;
      if (records.entered.has(id) && (owner !== undefined || !isClaimed(records.entered.get(id)?.entered)))
        return;
      records.entered.set(id, { id, author, body, url, saidAt, entered: saidIn(event, owner) });
      return;
    }
    case 'feedback.tagged': {
      const mark = markOf(records, event.payload);
      const { tag } = event.payload;
      mark.tag = tag;
      mark.taggedAt = tag && isoTime(event);
      mark.tagged = tag && saidIn(event, owner);
      return;
    }
    case 'feedback.linked':
      addId(markOf(records, event.payload).goalIds, event.payload.goal);
      return;
    case 'feedback.unlinked':
      removeId(markOf(records, event.payload).goalIds, event.payload.goal);
      return;
    case 'feedback.setAside':
      markOf(records, event.payload).isSetAside = event.payload.isSetAside;
      return;
    case 'action.added': {
      const { action: id, text, owner: promisedBy, dueDate, goal } = event.payload;
      if (records.actions.has(id) && (owner !== undefined || !isClaimed(records.actions.get(id)?.created)))
        return;
      const made = { createdAt: isoTime(event), created: saidIn(event, owner), doneAt: null };
      records.actions.set(id, { id, text, owner: promisedBy, dueDate, goal, ...made });
      return;
    }
    case 'action.edited': {
      const action = records.actions.get(event.payload.action);
      if (!action) return void ledger.awaited.add(event.payload.action);
      const { text, owner: promisedBy, dueDate, goal } = event.payload;
      if (text !== undefined && ledger.people.isSame(by, action.created.by)) action.text = text;
      if (promisedBy !== undefined) action.owner = promisedBy;
      if (dueDate !== undefined) action.dueDate = dueDate;
      if (goal !== undefined) action.goal = goal;
      return;
    }
    case 'action.done': {
      const action = records.actions.get(event.payload.action);
      if (action) action.doneAt = event.payload.doneAt;
      else ledger.awaited.add(event.payload.action);
      return;
    }
    case 'feedback.rated':
      applyRating(records, ledger, event, owner);
      return;
    case 'annotation.added':
    case 'annotation.replied':
    case 'annotation.edited':
    case 'annotation.deleted':
    case 'annotation.resolved':
    case 'annotation.tagged':
    case 'annotation.linked':
    case 'annotation.moved':
    case 'annotation.published':
      applyAnnotation(records, ledger, event, owner);
      return;
    case 'mentorship.recorded':
      records.mentorship = { ...event.payload };
      return;
    case 'record.private':
      // Only this user's own journal says what this user keeps private.
      if (!event.isPrivate) return;
      if (event.payload.isPrivate) records.isPrivate.add(event.payload.record);
      else records.isPrivate.delete(event.payload.record);
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
    mark = { tag: null, taggedAt: null, tagged: null, goalIds: [], isSetAside: false, excerpt: null };
    records.marks.set(payload.feedback, mark);
  }
  if (payload.excerpt) mark.excerpt = payload.excerpt;
  return mark;
}
