import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { Goal } from '../../model/state.ts';
import { goalsOfAll, linkChanges } from '../feedback/links.ts';
import { argumentAfter } from '../feedback/targets.ts';
import { cancelled, textArgument } from './ask.ts';
import { chosenFeedback } from './chosenFeedback.ts';
import { goalById } from './chosenGoal.ts';
import { createGoal } from './createGoal.ts';
import type { Command, Deps } from './deps.ts';
import { releaseRows } from './openFeedback.ts';
import { excerptFor } from './tagFeedback.ts';

/**
 * `cairn.linkFeedback(feedback?, goalId?)`: without a goal the user ticks one or several, or makes a new one, and
 * unticks those that it is no longer linked to.
 */
export const linkFeedback: Command = async (deps, ...args) => {
  releaseRows();
  const named = textArgument(argumentAfter(args), 'goalId', 200);
  const items = await chosenFeedback(deps, args);
  const before = named === undefined ? goalsOfAll(items) : [];
  const ticked = named === undefined ? await askGoals(deps, before) : [goalById(deps.store.goals, named).id];
  const changes = linkChanges(items, ticked, before);
  if (changes.length === 0) return;
  await deps.store.perform(
    changes.map(({ item, goal, isLinked }) =>
      isLinked
        ? {
            type: 'feedback.linked',
            payload: { feedback: item.id, goal, excerpt: excerptFor(deps.store, item) },
          }
        : { type: 'feedback.unlinked', payload: { feedback: item.id, goal } },
    ),
  );
};

/** The goals that the user ticks, a new one among them where they want one. Throws 'cancelled'. */
export async function askGoals(deps: Deps, linked: string[]): Promise<string[]> {
  const offered = deps.store.goals.filter((goal) => goal.status === 'active' || linked.includes(goal.id));
  if (offered.length === 0) return [await newGoal(deps)];
  const fresh = {
    label: `$(add) ${vscode.l10n.t('New goal…')}`,
    goal: undefined as Goal | undefined,
    picked: false,
    description: '',
  };
  const picked = await vscode.window.showQuickPick(
    [
      ...offered.map((goal) => ({
        label: goal.title,
        description: goal.category ?? '',
        goal: goal as Goal | undefined,
        picked: linked.includes(goal.id) || offered.length === 1,
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
  if (picked.length === 0 && linked.length === 0)
    throw new CairnError('cancelled', vscode.l10n.t('No goal was picked.'));
  const ids = picked.flatMap((item) => (item.goal ? [item.goal.id] : []));
  return picked.includes(fresh) ? [...ids, await newGoal(deps)] : ids;
}

async function newGoal(deps: Deps): Promise<string> {
  const created = (await createGoal(deps)) as { id: string };
  return created.id;
}
