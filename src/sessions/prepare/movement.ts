import { decodeTime, isValid } from 'ulid';
import { dayOf } from '../../model/isoDate.ts';
import type { State } from '../../model/state.ts';

/**
 * The local ISO date on which something last happened for each goal: feedback that is linked to it, a milestone that was
 * finished, a promise made or kept, a session held. Goals for which nothing did are not in it.
 */
export function lastMovements({
  goals,
  feedback,
  actions,
  sessions,
}: Pick<State, 'goals' | 'feedback' | 'actions' | 'sessions'>): Map<string, string> {
  const last = new Map<string, string>();
  const moved = (id: string | null, day: string) => {
    if (id !== null && day > (last.get(id) ?? '')) last.set(id, day);
  };
  for (const { id, milestones } of goals) {
    for (const { completedAt } of milestones) if (completedAt !== null) moved(id, localDay(completedAt));
  }
  for (const { goalIds, isSetAside, createdAt } of feedback) {
    if (!isSetAside) for (const id of goalIds) moved(id, localDay(createdAt));
  }
  for (const { goalId, createdAt, doneAt } of actions) moved(goalId, localDay(doneAt ?? createdAt));
  for (const { goalIds, heldAt, date } of sessions)
    if (heldAt !== null) for (const id of goalIds) moved(id, date);
  return last;
}

/** The local day of an ISO time; empty, and so before every other, where it is none. */
export function localDay(time: string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '' : dayOf(date);
}

/** The local day on which a record was made, as far as its id tells. */
export function madeOn(id: string): string | null {
  return isValid(id) ? dayOf(new Date(decodeTime(id))) : null;
}
