import type { EventType, JournalEvent } from './events.ts';
import { applyAnnotation, applyRating } from './foldAnnotations.ts';
import { applyAction, applyGoal } from './foldGoals.ts';
import { applyGrowth, applyTheme } from './foldGrowth.ts';
import { applyMentorship } from './foldMentorship.ts';
import { applyPairing, reachStep } from './foldPairings.ts';
import { applySession, withdraw } from './foldSessions.ts';
import type { FrozenLedger } from './frozen.ts';
import { isoTime } from './isoTime.ts';
import { addId, oneOf, removeId } from './lookup.ts';
import { sortedOut } from './makings.ts';
import { compareEvents, finish, ordering, type Steps, stepLength } from './order.ts';
import { People } from './people.ts';
import { blankRecords, type Mark, type Said, type SpaceRecords } from './records.ts';
import { refsOf } from './refs.ts';
import { isClaimed, saidIn, stays } from './said.ts';
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
  if (isPartAwaited(records, ledger, event)) return false;
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

/** One name for all names of a person, as the journal that these records were folded from says. */
export function personOf(records: SpaceRecords, name: string): string {
  return ledgers.get(records)?.people.personOf(name) ?? name.toLowerCase();
}

/** Whether anything that this person wrote is in the journal that these records were folded from. */
export function hasWritten(records: SpaceRecords, name: string): boolean {
  return ledgers.get(records)?.people.hasBegun(name) ?? false;
}

/** Whose a writer's folder is, under the name of now; `null` for one that nobody has begun. */
export function ownerOf(records: SpaceRecords, writer: string): string | null {
  return ledgers.get(records)?.people.ownerOf(writer) ?? null;
}

/** The record that an event makes, `null` where it makes none. */
function madeBy(event: JournalEvent): string | null {
  if (event.type === 'goal.created') return event.payload.goal;
  if (event.type === 'action.added') return event.payload.action;
  if (event.type === 'annotation.added') return event.payload.annotation;
  if (event.type === 'session.logged') return event.payload.session;
  if (event.type === 'pairing.started') return event.payload.pairing;
  if (event.type === 'guess.made') return event.payload.guess;
  if (event.type === 'kudos.given') return event.payload.kudos;
  if (event.type === 'knowledge.noted') return event.payload.knowledge;
  if (event.type === 'help.asked') return event.payload.help;
  return event.type === 'feedback.entered' ? event.payload.feedback : null;
}

/** Whether something was said about a reply or a handoff before it was there, or one is there in its author's name. */
function isPartAwaited(
  { annotations, pairings }: SpaceRecords,
  { awaited }: Ledger,
  { type, payload }: JournalEvent,
): boolean {
  if (type !== 'annotation.replied' && type !== 'pairing.handedOff') return false;
  const id = type === 'annotation.replied' ? payload.reply : payload.handoff;
  const parts: readonly { id: string; created: Said }[] | undefined =
    type === 'annotation.replied'
      ? annotations.get(payload.annotation)?.replies
      : pairings.get(payload.pairing)?.handoffs;
  return awaited.has(id) || (parts !== undefined && isClaimed(oneOf(parts, id)?.created));
}

/** Whether a record of that id is there in the name of somebody who did not write it: one id may stand for records of several kinds. */
function isAnyClaimed(records: SpaceRecords, id: string): boolean {
  return (
    isClaimed(records.goals.get(id)?.created) ||
    isClaimed(records.actions.get(id)?.created) ||
    isClaimed(records.entered.get(id)?.entered) ||
    isClaimed(records.annotations.get(id)?.created) ||
    isClaimed(records.sessions.get(id)?.created) ||
    isClaimed(records.pairings.get(id)?.created) ||
    isClaimed(records.guesses.get(id)?.created) ||
    isClaimed(records.kudos.get(id)?.given) ||
    isClaimed(records.knowledge.get(id)?.noted) ||
    isClaimed(records.help.get(id)?.asked)
  );
}

/** @param owner whose words it counts as, where that is not its author */
function apply(records: SpaceRecords, ledger: Ledger, event: JournalEvent, owner: string | undefined): void {
  switch (event.type) {
    case 'goal.created':
    case 'goal.edited':
    case 'goal.status':
    case 'milestone.added':
    case 'milestone.completed':
      applyGoal(records, ledger, event, owner);
      return;
    case 'feedback.entered': {
      const { feedback: id, author, body, url, saidAt, session = null } = event.payload;
      if (stays(records.entered.get(id)?.entered, owner)) return;
      const entered = saidIn(event, owner);
      records.entered.set(id, { id, author, body, url, saidAt, session, isWithdrawn: false, entered });
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
    case 'action.added':
    case 'action.edited':
    case 'action.done':
      applyAction(records, ledger, event, owner);
      return;
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
    case 'session.logged':
    case 'session.edited':
    case 'session.written':
      applySession(records, ledger, event, owner);
      return;
    case 'pairing.started':
    case 'pairing.handedOff':
    case 'pairing.takenOver':
    case 'pairing.ended':
      applyPairing(records, ledger, event, owner);
      return;
    case 'scaffold.reached':
      reachStep(records, event, owner);
      return;
    case 'theme.placed':
      if (event.payload.excerpt) markOf(records, event.payload);
      applyTheme(records, event);
      return;
    case 'theme.made':
    case 'theme.merged':
      applyTheme(records, event);
      return;
    case 'guess.made':
    case 'guess.judged':
    case 'agreement.given':
    case 'scale.answered':
    case 'kudos.given':
      applyGrowth(records, ledger, event, owner);
      return;
    case 'record.withdrawn':
      withdraw(records, ledger, event, owner);
      return;
    case 'mentorship.recorded':
    case 'mentorship.status':
    case 'charter.written':
    case 'charter.accepted':
    case 'pulse.given':
    case 'trial.answered':
    case 'nudge.answered':
    case 'skill.rated':
    case 'knowledge.noted':
    case 'knowledge.edited':
    case 'knowledge.moved':
    case 'help.asked':
      applyMentorship(records, ledger, event, owner);
      return;
    case 'record.private':
      // Only this user's own journal says what this user keeps private.
      if (!event.isPrivate) return;
      if (event.payload.isPrivate) records.isPrivate.add(event.payload.record);
      else records.isPrivate.delete(event.payload.record);
  }
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
