import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { ask, invalid, objectArgument, textArgument } from './ask.ts';
import { chosenGoal } from './chosenGoal.ts';
import type { Command } from './deps.ts';

/** `cairn.addMilestone(goalId?, { title }?)`: resolves to `{ id }`. */
export const addMilestone: Command = async (deps, goalId, argument) => {
  const given = objectArgument(argument);
  const named = textArgument(given?.title, 'title', 500);
  if (given && named === undefined) throw invalid(vscode.l10n.t('"title" is missing.'));
  const goal = await chosenGoal(deps, goalId, ['active']);
  const title =
    named ??
    (await ask({
      prompt: vscode.l10n.t('A step that somebody else could observe, for: {0}', goal.title),
      placeHolder: vscode.l10n.t('Leads one customer issue review'),
      validate: (text) =>
        text.trim() === ''
          ? vscode.l10n.t('A milestone needs a few words.')
          : text.length > 500
            ? vscode.l10n.t('That is too long.')
            : undefined,
    }));
  const milestone = ulid();
  await deps.store.perform([
    { type: 'milestone.added', payload: { goal: goal.id, milestone, title: title.trim() } },
  ]);
  return { id: milestone };
};
