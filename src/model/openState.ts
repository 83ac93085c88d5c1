import { goalsOf } from './overlay.ts';
import type { SpaceRecords } from './records.ts';
import type { Feedback, Goal, NextAction } from './state.ts';

type Shown = { goals: Goal[]; feedback: Feedback[]; actions: NextAction[] };

/**
 * What of a space's state other extensions may see: nothing that is private, nor a sign of it in a link or a count. A
 * next action of a private goal is told of with it.
 */
export function openState({ feedback, actions }: Omit<Shown, 'goals'>, records: SpaceRecords): Shown {
  const isOpen = (id: string | null) => id === null || !records.isPrivate.has(id);
  const marks = new Map([...records.marks].filter(([id]) => isOpen(id)));
  return {
    goals: goalsOf({ ...records, marks }).filter(({ id }) => isOpen(id)),
    feedback: feedback
      .filter(({ id }) => isOpen(id))
      .map((item) => (item.goalIds.every(isOpen) ? item : { ...item, goalIds: item.goalIds.filter(isOpen) })),
    actions: actions.filter(({ id, goalId }) => isOpen(id) && isOpen(goalId)),
  };
}
