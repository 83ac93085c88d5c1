import * as vscode from 'vscode';
import type { parseRemote } from '../../git/index.ts';
import { CairnError } from '../../model/errors.ts';
import { wordsFor, wordsForSync } from '../words/errors.ts';

/** Says while a person types what is wrong with the address of a git remote. */
export function remoteTyped(git: { parseRemote: typeof parseRemote }) {
  return (text: string): string | undefined => {
    try {
      git.parseRemote(text);
      return undefined;
    } catch (error) {
      return wordsFor(error);
    }
  };
}

/**
 * Runs network work with a sign that it goes on and a button that stops it. Throws 'cancelled' when stopped.
 * @param isPerson whether what goes wrong is read by a person: then the words are about the remote
 */
export async function withStopButton<T>(
  title: string,
  isPerson: boolean,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const stopped = new CairnError('cancelled', vscode.l10n.t('Cancelled.'));
  const location = vscode.ProgressLocation.Notification;
  try {
    return await vscode.window.withProgress({ location, title, cancellable: true }, (_progress, token) => {
      token.onCancellationRequested(() => stop.abort(stopped));
      return work(stop.signal);
    });
  } catch (error) {
    if (stop.signal.aborted) throw stopped;
    // A view would say of this code that GitHub cannot be reached.
    if (isPerson && error instanceof CairnError && error.code === 'offline') {
      throw new CairnError('git-failed', wordsForSync(error), { cause: error });
    }
    throw error;
  }
}
