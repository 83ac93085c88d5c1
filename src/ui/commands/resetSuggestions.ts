import * as vscode from 'vscode';
import type { Command } from './deps.ts';

/**
 * `cairn.resetSuggestions()`: from now on suggestions learn nothing from what was tagged and set aside in this space
 * until now. The tags stay. It holds on this machine. Resolves to how many tags and set-aside pieces are passed over.
 */
export const resetSuggestions: Command = async ({ store, activeSpace }) => {
  await store.load();
  const setAside = store.feedback.filter((item) => item.isSetAside).map(({ id }) => id);
  const tagged = store.feedback.filter(({ tag }) => tag !== null).length;
  await activeSpace.forget({ until: new Date().toISOString(), setAside });
  await store.reload();
  vscode.window.setStatusBarMessage(
    vscode.l10n.t('Cairn: suggestions start anew. Tags from before are kept, and not learned from.'),
    6000,
  );
  return tagged + setAside.length;
};
