import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { commands } from '../ids.ts';
import { spoken } from '../sync/words.ts';
import { pick } from './ask.ts';
import type { Command } from './deps.ts';

/** `cairn.showSpace()`: what can be done with the active space and with others; a click on the status bar's item. */
export const showSpace: Command = async ({ syncing }) => {
  const status = await syncing.status();
  const error = status?.failure?.error;
  const isRefused = error instanceof CairnError && error.code === 'sync-unauthorized';
  const command = await pick<string>(status ? spoken(status) : vscode.l10n.t('Space'), [
    ...(isRefused ? [entry('key', vscode.l10n.t('Sign in to GitHub…'), commands.signIn)] : []),
    status?.remote
      ? entry('sync', vscode.l10n.t('Sync now'), commands.syncSpace)
      : entry('share', vscode.l10n.t('Share this space…'), commands.shareSpace),
    entry('arrow-swap', vscode.l10n.t('Switch to another space…'), commands.switchSpace),
    entry('person-add', vscode.l10n.t('Join a shared space…'), commands.joinSpace),
    entry('add', vscode.l10n.t('Create a space…'), commands.createSpace),
    entry('output', vscode.l10n.t('Show log'), commands.showLog),
  ]);
  await vscode.commands.executeCommand(command);
};

const entry = (icon: string, label: string, value: string) => ({ label: `$(${icon}) ${label}`, value });
