import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { NextAction } from '../../model/state.ts';
import { pick, textArgument } from './ask.ts';
import type { Deps } from './deps.ts';

/**
 * The next action that a command is about: by id, else by what the menu of the goal tracker hands over, else asked
 * among those that are open. Throws 'not-found', 'invalid-argument', 'cancelled'.
 */
export async function chosenAction({ store }: Deps, argument: unknown, prompt: string): Promise<NextAction> {
  await store.load();
  const isMenu = typeof argument === 'object' && argument !== null && 'webview' in argument;
  const named = textArgument(isMenu && 'action' in argument ? argument.action : argument, 'actionId', 200);
  if (named !== undefined) return actionById(store.actions, named);
  const open = store.actions.filter(({ doneAt }) => doneAt === null);
  if (open.length === 0)
    throw new CairnError(
      'not-found',
      vscode.l10n.t('There is no open next action. Add one with "Cairn: Add Next Action".'),
    );
  return pick(
    prompt,
    open.map((action) => ({
      label: action.text,
      description: [action.owner, action.dueDate].filter(Boolean).join(' · '),
      value: action,
    })),
  );
}

/** Throws 'not-found'. */
export function actionById(actions: readonly NextAction[], id: string): NextAction {
  const action = actions.find((one) => one.id === id);
  if (!action)
    throw new CairnError(
      'not-found',
      vscode.l10n.t('There is no next action with the id {0}.', id.slice(0, 60)),
    );
  return action;
}
