import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { ask, objectArgument, textArgument } from './ask.ts';
import { chosenGoal } from './chosenGoal.ts';
import type { Command } from './deps.ts';

/** `cairn.addMilestone(goalId?, { title }?)`: resolves to `{ id }`. */
export const addMilestone: Command = async (deps, goalId, argument) => {
  const given = objectArgument(argument);
  const goal = await chosenGoal(deps, goalId, ['active']);
  if (given && given.title === undefined) throw new CairnError('invalid-argument', '"title" is missing.');
  const title =
    textArgument(given?.title, 'title', 500) ??
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
