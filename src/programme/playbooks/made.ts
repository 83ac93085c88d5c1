import type { JournalEvent } from '../../model/events.ts';
import { titleLine } from './drafts.ts';
import type { MakingStep } from './types.ts';

/** The records that are there: what was undone, erased or taken back is not among them. */
export type Standing = {
  goals: ReadonlySet<string>;
  actions: ReadonlySet<string>;
  sessions: ReadonlySet<string>;
};

/** Tells by which records a step was done; ids, oldest first. */
export type Made = (step: MakingStep) => string[];

/**
 * Finds what steps have made by the words with which records began: people make a goal's sentence their own, and it is
 * still the goal of that step, on every machine and for both sides.
 */
export function madeBefore(events: readonly JournalEvent[], { goals, actions, sessions }: Standing): Made {
  const found = new Map<string, Set<string>>();
  const begun = new Set<string>();
  // Of the same words there may be thousands: a run that a program repeats.
  const keep = (key: string, id: string) => {
    const known = found.get(key);
    if (known) known.add(id);
    else found.set(key, new Set([id]));
  };
  for (const { type, payload } of events) {
    if (type === 'goal.created') {
      if (goals.has(payload.goal)) keep(keyOf('goal', payload.title), payload.goal);
    } else if (type === 'action.added') {
      if (actions.has(payload.action)) keep(keyOf('action', payload.text), payload.action);
    } else if (type === 'session.written' && sessions.has(payload.session) && !begun.has(payload.session)) {
      begun.add(payload.session);
      keep(keyOf('session', payload.text.split('\n', 1)[0] ?? ''), payload.session);
    }
  }
  const made = new Map([...found].map(([key, ids]) => [key, [...ids]]));
  return (step) => made.get(keyOfStep(step)) ?? [];
}

function keyOfStep(step: MakingStep): string {
  if (step.kind === 'goal') return keyOf('goal', step.title);
  return step.kind === 'action' ? keyOf('action', step.text) : keyOf('session', titleLine(step.topic));
}

const keyOf = (kind: string, words: string) =>
  `${kind} ${words.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()}`;
