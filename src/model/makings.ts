import type { EventType, JournalEvent } from './events.ts';
import { type Steps, stepLength } from './order.ts';

/** Types that make something, each after those whose records it is part of. */
const making = [
  'goal.created',
  'milestone.added',
  'action.added',
  'annotation.added',
  'annotation.replied',
  'session.logged',
  'pairing.started',
  'pairing.handedOff',
  'guess.made',
  'kudos.given',
  'knowledge.noted',
  'help.asked',
] as const satisfies EventType[];

/**
 * Events by what they do: take back or hide others; make something; all others. What is made comes first: an edit may
 * carry an earlier time than the goal it edits when a clock went wrong.
 */
export function* sortedOut(
  ordered: readonly JournalEvent[],
): Steps<{ reaching: JournalEvent[]; makings: JournalEvent[][]; others: JournalEvent[] }> {
  const reaching: JournalEvent[] = [];
  const others: JournalEvent[] = [];
  const makings = making.map((): JournalEvent[] => []);
  const places = new Map<EventType, JournalEvent[]>(making.map((type, i) => [type, makings[i]!]));
  places.set('act.undone', reaching).set('record.hidden', reaching);
  for (let start = 0; start < ordered.length; start += stepLength) {
    const end = Math.min(start + stepLength, ordered.length);
    for (let i = start; i < end; i++) {
      const event = ordered[i] as JournalEvent;
      const { type } = event;
      // Most lines by far: no look-up for these.
      if (type === 'feedback.tagged' || type === 'feedback.linked') others.push(event);
      else (places.get(type) ?? others).push(event);
    }
    yield;
  }
  return { reaching, makings, others };
}
