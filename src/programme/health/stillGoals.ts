import { dayOf } from '../../model/isoDate.ts';
import type { Goal } from '../../model/state.ts';
import { dayOfTime, daysBetween, later } from './days.ts';
import type { Day, Look, SignOf } from './types.ts';

/** A goal stands still after so many days without anything that moves it. */
export const stillDays = 21;

/** By goal the day on which something last happened for it, as far as the records tell. */
export function movedOn({ state, now }: Pick<Look, 'state' | 'now'>): Map<string, Day> {
  const latest = now.getTime();
  const last = new Map<string, number>();
  const moved = (id: string | null, time: string | null) => {
    if (id === null || time === null) return;
    // A clock that is ahead moved it now at the latest.
    const at = Math.min(timeOf(time), latest);
    if (at > (last.get(id) ?? Number.NEGATIVE_INFINITY)) last.set(id, at);
  };
  for (const { id, milestones } of state.goals)
    for (const { completedAt } of milestones) moved(id, completedAt);
  for (const { goalIds, isSetAside, createdAt } of state.feedback)
    if (!isSetAside) for (const id of goalIds) moved(id, createdAt);
  for (const { goalId, createdAt, doneAt } of state.actions) moved(goalId, doneAt ?? createdAt);
  for (const { goalIds, heldAt, date } of state.sessions)
    if (heldAt !== null) for (const id of goalIds) moved(id, date);
  for (const { goalIds, createdAt } of state.annotations) for (const id of goalIds) moved(id, createdAt);
  for (const { goalId, givenAt } of state.kudos) moved(goalId, givenAt);
  for (const { goalId, steps } of state.scaffolds) for (const step of steps) moved(goalId, step.reachedAt);
  for (const { evidence, ratedAt } of state.skillRatings) for (const id of evidence) moved(id, ratedAt);
  // Days are worked out once a goal: there may be thousands of pieces of feedback.
  return new Map(Array.from(last, ([id, at]) => [id, dayOf(new Date(at))]));
}

/** Milliseconds of an ISO time, or of the middle of a day of the user's; `NaN` where it is neither. */
function timeOf(time: string): number {
  if (time.length !== 10) return Date.parse(time);
  const [year = Number.NaN, month = Number.NaN, date = Number.NaN] = time.split('-').map(Number);
  return new Date(year, month - 1, date, 12).getTime();
}

type Still = { goal: Goal; last: Day; days: number; isMade: boolean };

/**
 * Active goals without movement, the stillest first. `madeOn` says when a goal was made, which moves it, too; `isMade`:
 * nothing has happened since then. A goal of which no day is known is left out: nothing can be said of it.
 */
export function stillGoals(look: Look & MadeOn): Still[] {
  const today = dayOf(look.now);
  const moved = movedOn(look);
  return look.state.goals
    .flatMap((goal): Still[] => {
      if (goal.status !== 'active') return [];
      const made = dayOfTime(look.madeOn(goal.id));
      const last = later(later(moved.get(goal.id) ?? null, made), dayOfTime(look.resumedAt));
      if (last === null) return [];
      return [{ goal, last, days: daysBetween(last, today), isMade: !moved.has(goal.id) }];
    })
    .filter(({ days }) => days >= stillDays)
    .sort((a, b) => b.days - a.days);
}

/** When a record was made, an ISO time, as far as it is known. */
export type MadeOn = { madeOn: (id: string) => string | null };

/** Said to the mentee, whose goals they are, and to whoever made the goal. */
export function goalSign(look: Look & MadeOn, isMentored: boolean): SignOf<'goal'> | null {
  const still = stillGoals(look).filter(
    ({ goal }) => isMentored || (goal.createdBy !== null && look.isMe(goal.createdBy)),
  );
  const [first] = still;
  if (!first) return null;
  const { goal, last, days, isMade } = first;
  return { kind: 'goal', about: goal.id, title: goal.title, last, days, others: still.length - 1, isMade };
}
