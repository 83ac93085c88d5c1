import * as vscode from 'vscode';
import type { Command } from './deps.ts';

/** Deletes what GitHub said; what people said is in the journal and stays. */
export const deleteCache: Command = async ({ deleteCache: act }) => {
  await act();
  void vscode.window.setStatusBarMessage(
    vscode.l10n.t('Cairn: what was pulled is deleted; tags and goals are untouched.'),
    5000,
  );
};
