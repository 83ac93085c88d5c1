import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { argumentAfter } from '../feedback/targets.ts';
import { textArgument } from './ask.ts';
import { chosenFeedback } from './chosenFeedback.ts';
import { askGoal, goalById } from './chosenGoal.ts';
import type { Command } from './deps.ts';

/** `cairn.unlinkFeedback(feedback?, goalId?)`: of several goals that it is linked to, the user picks one. */
export const unlinkFeedback: Command = async (deps, ...args) => {
  const named = textArgument(argumentAfter(args), 'goalId', 200);
  const items = await chosenFeedback(deps, args);
  const { goals } = deps.store;
  const linked = goals.filter((goal) => items.some((item) => item.goalIds.includes(goal.id)));
  if (linked.length === 0)
    throw new CairnError('not-found', vscode.l10n.t('This feedback is linked to no goal.'));
  const goal =
    named !== undefined ? goalById(goals, named) : linked.length === 1 ? linked[0]! : await askGoal(linked);
  const payloads = items
    .filter((item) => item.goalIds.includes(goal.id))
    .map((item) => ({ feedback: item.id, goal: goal.id }));
  if (payloads.length === 0) return;
  await deps.store.perform(payloads.map((payload) => ({ type: 'feedback.unlinked', payload })));
};
