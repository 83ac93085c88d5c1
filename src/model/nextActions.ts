import type { Goal, NextAction } from './state.ts';

/** Next actions as they are shown together. */
export type TrackedActions = {
  /** What is overdue comes first, then by due date, then as promised. */
  open: TrackedAction[];
  /** What was done last comes first. */
  done: NextAction[];
};
export type TrackedAction = {
  action: NextAction;
  /** Open, and the local day of its due date has ended. */
  isOverdue: boolean;
  /** It is due on this very day. */
  isToday: boolean;
};

/**
 * Next actions by the id of their goal, and under `null` those without one. What is open of a goal that is no longer
 * active stands there, too: a promise goes out of sight with nothing but its own end.
 * @param today the local day, `yyyy-mm-dd`
 */
export function trackActions(
  actions: readonly NextAction[],
  goals: readonly Goal[],
  today: string,
): Map<string | null, TrackedActions> {
  const active = new Set(goals.flatMap(({ id, status }) => (status === 'active' ? [id] : [])));
  const tracked = new Map<string | null, TrackedActions>();
  const under = (id: string | null): TrackedActions => {
    const known = tracked.get(id) ?? { open: [], done: [] };
    tracked.set(id, known);
    return known;
  };
  for (const action of actions) {
    const { goalId, doneAt, dueDate } = action;
    if (doneAt !== null) under(goalId).done.push(action);
    else
      under(goalId !== null && active.has(goalId) ? goalId : null).open.push({
        action,
        isOverdue: dueDate !== null && dueDate < today,
        isToday: dueDate === today,
      });
  }
  for (const { open, done } of tracked.values()) {
    // Sorting keeps the order of those that are alike.
    open.sort((a, b) => compare(a.action.dueDate ?? '~', b.action.dueDate ?? '~'));
    done.sort((a, b) => compare(b.doneAt ?? '', a.doneAt ?? ''));
  }
  return tracked;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
