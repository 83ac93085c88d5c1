import * as vscode from 'vscode';
import type { Choice, Finding } from '../../git/pairing/types.ts';
import { inQuotes } from './pairingNames.ts';

/** What can be done about a finding, for the buttons of a dialog: what it does, and what becomes of the work. */
export function wordsForChoice(
  choice: Choice,
  { obstacle, detail }: Finding,
): { label: string; detail: string } {
  const isWork = obstacle === 'dirty' || obstacle === 'untracked';
  switch (choice) {
    case 'stop':
      return { label: vscode.l10n.t('Stop'), detail: vscode.l10n.t('Nothing is changed.') };
    case 'go-on':
      return { label: vscode.l10n.t('Go On'), detail: vscode.l10n.t('It stays as it is.') };
    case 'carry':
      return isWork
        ? {
            label: vscode.l10n.t('Bring the Changes Along'),
            detail: vscode.l10n.t('They stay in your files, and go on with the pairing.'),
          }
        : {
            label: vscode.l10n.t('Bring the Commits Along'),
            detail: vscode.l10n.t('They become part of the branch of the pairing.'),
          };
    case 'set-aside':
      return {
        label: vscode.l10n.t('Set the Changes Aside'),
        detail: vscode.l10n.t('They are kept as a backup; "Cairn: Restore Backup" brings them back.'),
      };
    case 'keep-local':
      return {
        label: vscode.l10n.t('Leave the Commits Here'),
        detail: vscode.l10n.t(
          'They stay on {0} on this machine, and do not go along.',
          inQuotes(detail.branch),
        ),
      };
    case 'backup-and-reset':
      return {
        label: vscode.l10n.t('Take What the Remote Has'),
        detail: vscode.l10n.t(
          'What only you have is kept as a backup; "Cairn: Restore Backup" brings it back.',
        ),
      };
    case 'merge':
      return {
        label: vscode.l10n.t('Merge Both'),
        detail: vscode.l10n.t('Yours and theirs become one. Where they conflict, nothing is changed.'),
      };
    case 'switch':
      return {
        label: vscode.l10n.t('Switch to {0}', inQuotes(detail.other ?? detail.branch)),
        detail: vscode.l10n.t('Changes that are not committed come along where git can carry them.'),
      };
    case 'join':
      return {
        label: vscode.l10n.t('Join'),
        detail: vscode.l10n.t('Take over the work in progress instead of beginning anew.'),
      };
  }
}
