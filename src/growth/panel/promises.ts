import type { NextAction } from '../../model/state.ts';
import { type Bin, binAt, isIn, type Period, timeOf } from './period.ts';
import { isoDay } from './rhythm.ts';

export const promiseStates = ['inTime', 'late', 'done', 'open', 'overdue'] as const;
/** `done` had no due date; `open` is not due yet, or has no due date; `overdue` is open past its day. */
export type PromiseState = (typeof promiseStates)[number];

/** Promises of the period by what became of them. */
export type Promised = {
  /** By the month in which they were made. */
  bins: (Bin & { counts: Record<PromiseState, number> })[];
  counts: Record<PromiseState, number>;
  total: number;
  undated: number;
};

const none = (): Record<PromiseState, number> => ({ inTime: 0, late: 0, done: 0, open: 0, overdue: 0 });

export function promisedOf(
  { actions, goal, now }: { actions: readonly NextAction[]; goal: string | null; now: Date },
  period: Pick<Period, 'from' | 'to' | 'bins'>,
): Promised {
  const bins = period.bins.map((bin) => ({ ...bin, counts: none() }));
  const counts = none();
  const today = isoDay(now);
  let [total, undated] = [0, 0];
  for (const action of actions) {
    if (goal !== null && action.goalId !== goal) continue;
    const at = timeOf(action.createdAt, now);
    if (at === null) undated++;
    if (!isIn(at, period)) continue;
    const state = stateOf(action, today);
    total++;
    counts[state]++;
    bins[binAt(bins, at)]!.counts[state]++;
  }
  return { bins, counts, total, undated };
}

/** A promise that was kept on its very day was kept in time. */
function stateOf({ dueDate, doneAt }: NextAction, today: string): PromiseState {
  if (doneAt === null) return dueDate !== null && dueDate < today ? 'overdue' : 'open';
  const done = Date.parse(doneAt);
  if (dueDate === null || !Number.isFinite(done)) return 'done';
  return isoDay(new Date(done)) <= dueDate ? 'inTime' : 'late';
}
