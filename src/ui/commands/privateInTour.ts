import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { plural } from '../words/language.ts';
import { cancelled, invalid } from './ask.ts';

/** A program says what it means before. Throws 'invalid-argument'. */
export async function refusePrivate(): Promise<never> {
  throw invalid(vscode.l10n.t('Some of it is private. Say "includesPrivate: true" if others shall read it.'));
}

/**
 * Asks a person about what is private among what a tour is to be made of. Throws 'cancelled', and 'not-found' where
 * nothing is left.
 */
export async function askPrivate({
  hidden,
  chosen,
}: {
  hidden: number;
  chosen: number;
}): Promise<'leave-out' | 'include'> {
  const question =
    hidden === chosen
      ? plural(
          chosen,
          vscode.l10n.t('What you have chosen is private.'),
          vscode.l10n.t('All {0} that you have chosen are private.', chosen),
        )
      : plural(
          hidden,
          vscode.l10n.t('1 of the {0} that you have chosen is private.', chosen),
          vscode.l10n.t('{0} of the {1} that you have chosen are private.', hidden, chosen),
        );
  const detail = vscode.l10n.t(
    'A tour is a file in the folder ".tours": everybody who has the repository can read it.',
  );
  const [leaveOut, include] = [vscode.l10n.t('Leave Out'), vscode.l10n.t('Include')];
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, leaveOut, include);
  if (answer === undefined) throw cancelled();
  if (answer === leaveOut && hidden === chosen)
    throw new CairnError(
      'not-found',
      vscode.l10n.t('All that you have chosen is private. Without it nothing is left to make a tour of.'),
    );
  return answer === leaveOut ? 'leave-out' : 'include';
}
