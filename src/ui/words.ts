import * as vscode from 'vscode';
import { CairnError } from '../model/errors.ts';

/**
 * Words for people for whatever was thrown. Lower layers speak English and know no VS Code; the failures that
 * people meet most are said here, so that they can be translated.
 */
export function wordsFor(error: unknown): string {
  if (!(error instanceof CairnError)) {
    return vscode.l10n.t('Something went wrong in Cairn itself. "Cairn: Show Log" tells more.');
  }
  switch (error.code) {
    case 'not-signed-in':
      return vscode.l10n.t('Not signed in. Use "Cairn: Sign In to GitHub" or "Cairn: Sign In with a Token".');
    case 'no-repository':
      return vscode.l10n.t('No repository is chosen yet. Use "Cairn: Choose Repositories".');
    case 'offline':
      return vscode.l10n.t(
        'GitHub cannot be reached. What was pulled before is still here; Cairn tries again later.',
      );
    case 'unauthorized':
      return vscode.l10n.t('GitHub did not accept the sign-in. Sign in again; the token may have expired.');
    default:
      return error.message;
  }
}
