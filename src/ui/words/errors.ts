import * as vscode from 'vscode';
import { CairnError, type ErrorCode } from '../../model/errors.ts';

/** Loaded where VS Code speaks another language only: English is what the errors themselves say. */
let translated: ((code: ErrorCode) => string | undefined) | undefined;
if (vscode.l10n.bundle) {
  void import('./errorsTranslated.ts').then((words) => {
    translated = words.translated;
  });
}

/**
 * Words for people for whatever was thrown. Lower layers speak English and know no VS Code, so each code has
 * words here that can be translated.
 */
export function wordsFor(error: unknown): string {
  if (!(error instanceof CairnError)) {
    return vscode.l10n.t('Something went wrong in Cairn itself. "Cairn: Show Log" tells more.');
  }
  // GitHub's failures are of a class of their own; else it is a git remote that cannot be reached, and the error says which.
  const isRemote = error.code === 'offline' && error.constructor === CairnError;
  const own = isRemote ? undefined : withCommands(error.code);
  if (own !== undefined) return own;
  // In English the message itself says more: which address, which folder, why.
  return translated?.(error.code) ?? error.message;
}

/** The same for a sync: what cannot be reached then is the space's remote. */
export function wordsForSync(error: unknown): string {
  if (!(error instanceof CairnError) || error.code !== 'offline') return wordsFor(error);
  // In English the message itself says which remote.
  return vscode.l10n.bundle
    ? vscode.l10n.t('The remote of the space cannot be reached. Nothing is lost; Cairn tries again later.')
    : error.message;
}

/** What a command of Cairn mends: said in every language with the command's name. */
function withCommands(code: ErrorCode): string | undefined {
  switch (code) {
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
      return undefined;
  }
}
