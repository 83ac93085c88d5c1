import type { GoalStatus } from '../../model/state.ts';
import { chosenGoal } from './chosenGoal.ts';
import type { Command, Deps } from './deps.ts';

export const completeGoal: Command = (deps, id) => put(deps, id, ['active'], 'completed');
export const archiveGoal: Command = (deps, id) => put(deps, id, ['active', 'completed'], 'archived');
export const reopenGoal: Command = (deps, id) => put(deps, id, ['completed', 'archived'], 'active');

async function put(deps: Deps, id: unknown, from: GoalStatus[], status: GoalStatus): Promise<void> {
  const goal = await chosenGoal(deps, id, from);
  await deps.store.perform([{ type: 'goal.status', payload: { goal: goal.id, status } }]);
}
