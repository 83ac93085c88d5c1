import * as vscode from 'vscode';
import { booleanArgument } from './ask.ts';
import { chosenAction } from './chosenAction.ts';
import type { Command } from './deps.ts';

/** `cairn.completeNextAction(actionId?, isDone = true)`: `false` opens it again. */
export const completeNextAction: Command = async (deps, id, isDone) => {
  const done = booleanArgument(isDone, 'isDone') ?? true;
  const action = await chosenAction(deps, id, vscode.l10n.t('Which next action is done?'));
  const doneAt = done ? (action.doneAt ?? new Date().toISOString()) : null;
  if (doneAt === action.doneAt) return;
  await deps.store.perform([{ type: 'action.done', payload: { action: action.id, doneAt } }]);
};
