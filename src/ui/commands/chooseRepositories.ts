import * as vscode from 'vscode';
import { isRepositoryName } from '../../model/remotes.ts';
import { invalid } from './ask.ts';
import type { Command } from './deps.ts';

/** `cairn.chooseRepositories(['owner/name', …]?)`: remembered for this workspace, or in the setting where that names some. */
export const chooseRepositories: Command = async ({ repositories }, names) => {
  if (names === undefined || names === null) return repositories.choose();
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string' && isRepositoryName(name))) {
    throw invalid(vscode.l10n.t('Repositories must be a list of owner/name.'));
  }
  await repositories.remember(names);
  return names;
};
