import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';

/**
 * Shows in the status bar that git works; nothing pops up.
 * @param isPerson whether what goes wrong is read by a person: a view would say of 'offline' that it is GitHub
 */
export async function busy<T>(isPerson: boolean, title: string, work: () => Promise<T>): Promise<T> {
  const location = vscode.ProgressLocation.Window;
  try {
    return await vscode.window.withProgress({ location, title: `Cairn: ${title}` }, work);
  } catch (error) {
    if (!isPerson || !(error instanceof CairnError) || error.code !== 'offline') throw error;
    const words = vscode.l10n.t(
      'The remote of this repository cannot be reached now. Nothing has changed; try again when it can.',
    );
    throw new CairnError('git-failed', words, { cause: error });
  }
}

/** Says in passing how it went, to a person. */
export function say(message: string): void {
  vscode.window.setStatusBarMessage(message.replaceAll('$(', '$\u200a('), 8000);
}
