import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { Command } from './deps.ts';

/** Takes the newest act of this user back, by a newer event: nothing is ever deleted. */
export const undo: Command = async ({ store }) => {
  if (!(await store.undo())) {
    throw new CairnError('nothing-to-undo', vscode.l10n.t('There is nothing of yours to undo.'));
  }
};
