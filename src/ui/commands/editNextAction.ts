import * as vscode from 'vscode';
import { writeActionLine } from '../../model/actionLine.ts';
import type { NextAction } from '../../model/state.ts';
import { type ActionInput, actionFields, lineOf, refusalOf } from './actionInput.ts';
import { ask } from './ask.ts';
import { chosenAction } from './chosenAction.ts';
import { goalById } from './chosenGoal.ts';
import type { Command } from './deps.ts';
import { needOwnWords } from './ownWords.ts';

/** `cairn.editNextAction(actionId?, { text?, owner?, dueDate?, goal? }?)`, or with one line as the second argument. */
export const editNextAction: Command = async (deps, id, argument) => {
  const given = argument === undefined || argument === null ? null : actionFields(argument);
  const action = await chosenAction(deps, id, vscode.l10n.t('Which next action do you want to change?'));
  if (typeof given?.goal === 'string') goalById(deps.store.goals, given.goal);
  const changes = changesOf(action, given ?? (await askChanges(action)));
  if (Object.keys(changes).length === 0) return;
  if (changes.text !== undefined) await needOwnWords(deps, action);
  await deps.store.perform([{ type: 'action.edited', payload: { action: action.id, ...changes } }]);
};

/** Only what is not so already. */
function changesOf(action: NextAction, wanted: ActionInput): ActionInput {
  const now: ActionInput = { ...action, goal: action.goalId };
  return Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => value !== now[field as keyof ActionInput]),
  );
}

async function askChanges(action: NextAction): Promise<ActionInput> {
  const before = writeActionLine(action);
  const line = await ask({
    prompt: vscode.l10n.t(
      'What is promised? "@name" at the beginning says by whom, "by 2026-12-01" at the end until when.',
    ),
    value: before,
    validate: refusalOf,
  });
  // A line holds less than a text may: what was not touched does not count as changed.
  return line === before ? {} : lineOf(line);
}
