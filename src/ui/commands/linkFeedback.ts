import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { Goal } from '../../model/state.ts';
import { cancelled, textArgument } from './ask.ts';
import { chosenFeedback } from './chosenFeedback.ts';
import { goalById } from './chosenGoal.ts';
import { createGoal } from './createGoal.ts';
import type { Command, Deps } from './deps.ts';
import { releaseRows } from './openFeedback.ts';
import { excerptFor } from './tagFeedback.ts';

/** `cairn.linkFeedback(feedback?, goalId?)`: without a goal the user picks one or several, or makes a new one. */
export const linkFeedback: Command = async (deps, ...args) => {
  releaseRows();
  const items = await chosenFeedback(deps, args);
  const named = textArgument(typeof args[1] === 'string' ? args[1] : undefined, 'goalId', 200);
  const goals =
    named !== undefined
      ? [goalById(deps.store.goals, named).id]
      : await askGoals(deps, items[0]?.goalIds ?? []);
  await deps.store.perform(
    items.flatMap((item) =>
      goals
        .filter((goal) => !item.goalIds.includes(goal))
        .map((goal) => ({
          type: 'feedback.linked' as const,
          payload: { feedback: item.id, goal, excerpt: excerptFor(deps.store, item) },
        })),
    ),
  );
};

async function askGoals(deps: Deps, linked: string[]): Promise<string[]> {
  const active = deps.store.goals.filter((goal) => goal.status === 'active');
  if (active.length === 0) return [await newGoal(deps)];
  const fresh = {
    label: `$(add) ${vscode.l10n.t('New goal…')}`,
    goal: undefined as Goal | undefined,
    picked: false,
    description: '',
  };
  const picked = await vscode.window.showQuickPick(
    [
      ...active.map((goal) => ({
        label: goal.title,
        description: goal.category ?? '',
        goal: goal as Goal | undefined,
        picked: linked.includes(goal.id) || active.length === 1,
      })),
      fresh,
    ],
    {
      canPickMany: true,
      placeHolder: vscode.l10n.t('Which goals does it speak to?'),
      matchOnDescription: true,
    },
  );
  if (!picked) throw cancelled();
  if (picked.length === 0) throw new CairnError('cancelled', 'No goal was picked.');
  const ids = picked.flatMap((item) => (item.goal ? [item.goal.id] : []));
  return picked.includes(fresh) ? [...ids, await newGoal(deps)] : ids;
}

async function newGoal(deps: Deps): Promise<string> {
  const created = (await createGoal(deps)) as { id: string };
  return created.id;
}
