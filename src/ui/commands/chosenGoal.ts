import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { Goal, GoalStatus } from '../../model/state.ts';
import { pick, textArgument } from './ask.ts';
import type { Deps } from './deps.ts';

/** The goal that a command is about: by id, else the only one there is, else asked. Throws 'not-found', 'cancelled'. */
export async function chosenGoal({ store }: Deps, id: unknown, statuses: GoalStatus[]): Promise<Goal> {
  await store.load();
  const named = textArgument(id, 'goalId', 200);
  if (named !== undefined) return goalById(store.goals, named);
  const goals = store.goals.filter((goal) => statuses.includes(goal.status));
  if (goals.length === 0)
    throw new CairnError(
      'not-found',
      vscode.l10n.t('There is no such goal yet. Create one with "Cairn: Create Goal".'),
    );
  if (goals.length === 1) return goals[0]!;
  return askGoal(goals);
}

/** Lets the user pick one of these. Throws 'cancelled'. */
export function askGoal(goals: readonly Goal[]): Promise<Goal> {
  return pick(
    vscode.l10n.t('Which goal?'),
    goals.map((goal) => ({ label: goal.title, description: goal.category ?? '', value: goal })),
  );
}

/** Throws 'not-found'. */
export function goalById(goals: readonly Goal[], id: string): Goal {
  const goal = goals.find((candidate) => candidate.id === id);
  if (!goal)
    throw new CairnError('not-found', vscode.l10n.t('There is no goal with the id {0}.', id.slice(0, 60)));
  return goal;
}
