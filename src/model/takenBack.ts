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
  'feedback.rated',
  'annotation.added',
  'annotation.replied',
  'annotation.edited',
  'annotation.deleted',
  'session.logged',
  'session.written',
  'pairing.started',
  'pairing.handedOff',
  'guess.made',
  'guess.judged',
  'agreement.given',
  'scale.answered',
  'kudos.given',
  'charter.written',
  'charter.accepted',
  'pulse.given',
  'trial.answered',
  'nudge.answered',
  'skill.rated',
  'knowledge.noted',
  'knowledge.edited',
  'help.asked',
  'record.withdrawn',
  'writer.introduced',
  'record.hidden',
  'record.private',
  'act.undone',
]);

/** What happened on GitHub or in a work repository: it has happened, whoever takes the record of it back. */
export const happened: ReadonlySet<EventType> = new Set<EventType>([
  // Who forgot that would publish it once more.
  'annotation.published',
  'pairing.handedOff',
  'pairing.takenOver',
  'pairing.ended',
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
  // Of each act the newest undo that stands, of whomever and by person: one that is older takes nothing more back.
  const undos = new FewIds<{ newest: JournalEvent; byPerson: Map<string, JournalEvent> }>();
  const personOf = (event: JournalEvent) => people.personOf(saidBy(event));
  const isUndone = (event: JournalEvent): boolean => {
    const known = undos.get(event.act);
    if (!known || happened.has(event.type)) return false;
    const by = ownWords.has(event.type) ? known.byPerson.get(personOf(event)) : known.newest;
    return by !== undefined && compareEvents(event, by) < 0;
  };
  for (let i = ordered.length - 1; i >= 0; i--) {
    const event = ordered[i] as JournalEvent;
    if (event.type !== 'act.undone' || isUndone(event)) continue;
    const known = undos.get(event.payload.act);
    const person = personOf(event);
    if (!known) undos.set(event.payload.act, { newest: event, byPerson: new Map([[person, event]]) });
    else if (!known.byPerson.has(person)) known.byPerson.set(person, event);
  }
  return isUndone;
}

/** For each record those who have hidden what they said about it, as `People.personOf` calls them. */
export function hiddenBy(
  ordered: readonly JournalEvent[],
  saidBy: SaidBy,
  people: People,
  isUndone: (event: JournalEvent) => boolean,
): Map<string, Set<string>> {
  const hidden = new FewIds<Set<string>>();
  for (const event of ordered) {
    if (event.type !== 'record.hidden' || event.isPrivate || isUndone(event)) continue;
    const { record } = event.payload;
    const person = people.personOf(saidBy(event));
    const persons = hidden.get(record);
    if (!event.payload.isHidden) persons?.delete(person);
    else if (persons) persons.add(person);
    else hidden.set(record, new Set([person]));
  }
  for (const [record, persons] of hidden) if (persons.size === 0) hidden.delete(record);
  return hidden;
}

/** Whether an event says something about a record that its author has hidden. A private copy is their own to see. */
export function isHidden(
  hidden: ReadonlyMap<string, ReadonlySet<string>>,
  event: JournalEvent,
  saidBy: SaidBy,
  people: People,
): boolean {
  if (hidden.size === 0 || event.isPrivate || event.type === 'record.hidden') return false;
  if (!isAboutAny(event, hidden)) return false;
  const person = people.personOf(saidBy(event));
  return refsOf(event).some((record) => hidden.get(record)?.has(person));
}
