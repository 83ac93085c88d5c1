import { CairnError } from '../../model/errors.ts';
import { textArgument } from './ask.ts';
import { chosenFeedback } from './chosenFeedback.ts';
import { chosenGoal, goalById } from './chosenGoal.ts';
import type { Command } from './deps.ts';

/** `cairn.unlinkFeedback(feedback?, goalId?)`. */
export const unlinkFeedback: Command = async (deps, ...args) => {
  const items = await chosenFeedback(deps, args);
  const named = textArgument(typeof args[1] === 'string' ? args[1] : undefined, 'goalId', 200);
  const linked = [...new Set(items.flatMap((item) => item.goalIds))];
  if (linked.length === 0) throw new CairnError('not-found', 'This feedback is linked to no goal.');
  const goal =
    named !== undefined
      ? goalById(deps.store.goals, named)
      : linked.length === 1
        ? goalById(deps.store.goals, linked[0]!)
        : await chosenGoal(deps, undefined, ['active', 'completed', 'archived']);
  const payloads = items
    .filter((item) => item.goalIds.includes(goal.id))
    .map((item) => ({ feedback: item.id, goal: goal.id }));
  await deps.store.perform(payloads.map((payload) => ({ type: 'feedback.unlinked', payload })));
};
