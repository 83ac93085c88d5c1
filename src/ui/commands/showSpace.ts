import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { commands } from '../ids.ts';
import { commandsFor } from '../pairing/barWords.ts';
import { currentPairing } from '../pairing/current.ts';
import { userOf } from '../pairing/people.ts';
import { turnOf } from '../pairing/turn.ts';
import { spoken } from '../sync/words.ts';
import { pick } from './ask.ts';
import type { Command, Deps } from './deps.ts';

/** `cairn.showSpace()`: what can be done with the active space and with others; a click on the status bar's item. */
export const showSpace: Command = async (deps) => {
  const status = await deps.syncing.status();
  const error = status?.failure?.error;
  const isRefused = error instanceof CairnError && error.code === 'sync-unauthorized';
  const turn = await turnEntries(deps);
  const command = await pick<string>(status ? spoken(status) : vscode.l10n.t('Space'), [
    ...turn,
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

/** What can be done with the pairing that runs in this window, first. */
async function turnEntries(deps: Deps) {
  const running = await currentPairing(deps.store.pairings, userOf(deps));
  if (!running) return [];
  const icons: Record<string, string> = {
    [commands.handOff]: 'arrow-swap',
    [commands.takeOver]: 'keyboard',
    [commands.endPairing]: 'git-merge',
  };
  return commandsFor(turnOf(running.pairing, Date.now())).map(([command, title]) =>
    entry(icons[command] ?? 'organization', title, command),
  );
}

const entry = (icon: string, label: string, value: string) => ({ label: `$(${icon}) ${label}`, value });
