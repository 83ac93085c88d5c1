import * as vscode from 'vscode';
import { objectArgument, pick } from './ask.ts';
import { chosenGoal } from './chosenGoal.ts';
import type { Command } from './deps.ts';
import { askCategory, askOrigin, askTargetDate, askTitle, type GoalInput, goalFields } from './goalInput.ts';
import { needOwnWords } from './ownWords.ts';

/** `cairn.editGoal(goalId?, { title?, category?, origin?, targetDate? }?)`. */
export const editGoal: Command = async (deps, id, argument) => {
  const given = objectArgument(argument);
  const checked = given && goalFields(given);
  const goal = await chosenGoal(deps, id, ['active', 'completed', 'archived']);
  const fields = checked ?? (await askField());
  if (Object.keys(fields).length === 0) return;
  if (fields.title !== undefined) await needOwnWords(deps, goal);
  await deps.store.perform([{ type: 'goal.edited', payload: { goal: goal.id, ...fields } }]);

  async function askField(): Promise<GoalInput> {
    const field = await pick(vscode.l10n.t('What do you want to change?'), [
      { label: vscode.l10n.t('Sentence'), description: goal.title, value: 'title' as const },
      { label: vscode.l10n.t('Category'), description: goal.category ?? '', value: 'category' as const },
      { label: vscode.l10n.t('Whose goal it is'), description: goal.origin, value: 'origin' as const },
      {
        label: vscode.l10n.t('Target date'),
        description: goal.targetDate ?? '',
        value: 'targetDate' as const,
      },
    ]);
    if (field === 'title') return { title: await askTitle(goal.title, goal.targetDate !== null) };
    if (field === 'category') return { category: await askCategory(goal.category) };
    if (field === 'origin') return { origin: await askOrigin() };
    return { targetDate: await askTargetDate(goal.targetDate) };
  }
};
