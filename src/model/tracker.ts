import { dayOf } from './isoDate.ts';
import { type TrackedActions, trackActions } from './nextActions.ts';
import type { Feedback, Goal, GoalOrigin, GoalStatus, NextAction, Tag } from './state.ts';

/** What the goal tracker shows, before it is put into words. */
export type Tracker = {
  /** Active goals first, then completed, then archived; in each in the order in which they came. */
  goals: TrackedGoal[];
  /** The months of every goal's `movement`, oldest first, as the local first day of each. */
  months: Date[];
  /** What the Feedback view shows as to be tagged: neither tagged nor set aside; a bot's words only once linked. */
  untagged: number;
  /** All feedback that is not set aside. */
  feedback: number;
  /** Whom the active goals come from. */
  balance: Record<GoalOrigin, number>;
  /** Next actions without an active goal. */
  actions: TrackedActions;
};

export type TrackedGoal = {
  goal: Goal;
  /** Active, and the local day of its target date has ended. */
  isOverdue: boolean;
  /** Completed milestones. */
  done: number;
  /** Tagged feedback by the month in which it was said, one entry for each of the tracker's `months`. */
  movement: Record<Tag, number>[];
  /** The newest feedback that is linked and not set aside, tagged or not. */
  latest: Feedback | null;
  actions: TrackedActions;
};

const order: Record<GoalStatus, number> = { active: 0, completed: 1, archived: 2 };

/**
 * Puts goals and feedback together for the goal tracker, in one pass over the feedback and without reading
 * any text, so that it can run after every change. `months` counts back from the month of `now`, in local
 * time, since that is what a person calls a month.
 */
export function trackerOf(
  goals: readonly Goal[],
  feedback: readonly Feedback[],
  { now, months: length = 6, actions = [] }: { now: Date; months?: number; actions?: readonly NextAction[] },
): Tracker {
  const today = dayOf(now);
  const byGoal = trackActions(actions, goals, today);
  const actionsOf = (goal: string | null) => byGoal.get(goal) ?? { open: [], done: [] };
  const tracked = new Map<string, TrackedGoal>();
  const balance = { mentee: 0, organisation: 0 };
  for (const goal of [...goals].sort((a, b) => order[a.status] - order[b.status])) {
    const isActive = goal.status === 'active';
    if (isActive) balance[goal.origin]++;
    tracked.set(goal.id, {
      goal,
      isOverdue: isActive && goal.targetDate !== null && goal.targetDate < today,
      done: goal.milestones.filter((milestone) => milestone.completedAt !== null).length,
      movement: Array.from({ length }, () => ({ keep: 0, stop: 0, start: 0 })),
      latest: null,
      actions: actionsOf(goal.id),
    });
  }

  const newest = monthOf(now);
  const latestAt = new Map<string, number>();
  let untagged = 0;
  let counted = 0;
  for (const piece of feedback) {
    if (piece.isSetAside) continue;
    counted++;
    if (piece.tag === null && (!piece.isBot || piece.goalIds.length > 0)) untagged++;
    if (piece.goalIds.length === 0) continue;
    const said = new Date(piece.createdAt);
    const at = said.getTime();
    const month = length - 1 - (newest - monthOf(said));
    for (const id of piece.goalIds) {
      const entry = tracked.get(id);
      if (!entry) continue;
      const bar = entry.movement[month];
      if (bar && piece.tag !== null) bar[piece.tag]++;
      if (entry.latest === null || at > latestAt.get(id)!) {
        entry.latest = piece;
        latestAt.set(id, Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at);
      }
    }
  }

  return {
    goals: [...tracked.values()],
    months: Array.from(
      { length },
      (_, i) => new Date(now.getFullYear(), now.getMonth() - (length - 1 - i), 1),
    ),
    untagged,
    feedback: counted,
    balance,
    actions: actionsOf(null),
  };
}

/** Months since year 0, so that two can be subtracted. */
function monthOf(date: Date): number {
  return date.getFullYear() * 12 + date.getMonth();
}
