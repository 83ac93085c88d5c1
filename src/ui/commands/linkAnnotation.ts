import type { NewEvent } from '../../model/events.ts';

import { textArgument } from './ask.ts';
import { chosenAnnotation, fromEditor } from './chosenAnnotation.ts';
import { goalById } from './chosenGoal.ts';
import type { Command } from './deps.ts';
import { askGoals } from './linkFeedback.ts';

/**
 * `cairn.linkAnnotation(annotation?, goalId?)`: says which goals a note speaks to. Without a goal the user ticks one
 * or several, and unticks those that it is no longer linked to.
 */
export const linkAnnotation: Command = async (deps, value, second) => {
  const named = fromEditor(value) ? undefined : textArgument(second, 'goalId', 200);
  const note = await chosenAnnotation(deps, value);
  const wanted =
    named === undefined
      ? await askGoals(deps, note.goalIds)
      : [...note.goalIds, goalById(deps.store.goals, named).id];
  const link = (goal: string, isLinked: boolean): NewEvent => ({
    type: 'annotation.linked',
    payload: { annotation: note.id, goal, isLinked },
  });
  const events = [
    ...wanted.filter((id) => !note.goalIds.includes(id)).map((id) => link(id, true)),
    ...note.goalIds.filter((id) => !wanted.includes(id)).map((id) => link(id, false)),
  ];
  if (events.length > 0) await deps.store.perform(events);
};
