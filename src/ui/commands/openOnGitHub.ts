import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { chosenFeedback } from './chosenFeedback.ts';
import type { Command } from './deps.ts';

/** `cairn.openOnGitHub(feedback?)`: in the browser. */
export const openOnGitHub: Command = async (deps, ...args) => {
  const [item] = await chosenFeedback(deps, args);
  if (!item?.url || !/^https?:\/\//.test(item.url))
    throw new CairnError('not-found', vscode.l10n.t('This feedback has no address on GitHub.'));
  await vscode.env.openExternal(vscode.Uri.parse(item.url, true));
};
