import * as vscode from 'vscode';
import type { ProgrammeProblem } from '../../programme/roster/types.ts';

/** What is wrong with a file of a programme and what to do, without the file's name. Has untrusted text in it. */
export function problemWords({ kind, detail }: ProgrammeProblem): string {
  const what = detail === null ? '' : detail.slice(0, 200);
  switch (kind) {
    case 'not-a-file':
      return vscode.l10n.t('is a link, a folder or the like. Put an ordinary file there.');
    case 'odd-name':
      return vscode.l10n.t('has a name that is not read. Name it after the login, like people/ada.json.');
    case 'too-large':
      return vscode.l10n.t('is larger than 256 kB and is not read. Take out what Cairn does not need.');
    case 'too-many':
      return vscode.l10n.t('holds {0} files more than the 5,000 that are read.', what);
    case 'too-large-together':
      return vscode.l10n.t(
        'holds more than 32 MB, so its largest files are not read: {0}. Take out what does not belong there.',
        what,
      );
    case 'unreadable':
      return vscode.l10n.t('could not be read ({0}). Check the disk and your rights.', what);
    case 'not-json':
      return vscode.l10n.t('is no whole JSON. Open it in the editor, which shows where it breaks off.');
    case 'not-a-record':
      return vscode.l10n.t('does not begin as Cairn writes it. It needs "version": 1 and a "login".');
    case 'newer-version':
      return vscode.l10n.t('was written by a newer Cairn; what this one knows of it counts. Update Cairn.');
    case 'no-login':
      return vscode.l10n.t('has no login that GitHub could have given. Write one as "login".');
    case 'bad-field':
      return vscode.l10n.t(
        'says "{0}" in a way that cannot be read; all else counts. Mend that field.',
        what,
      );
    case 'other-name':
      return vscode.l10n.t('is about {0}. Name it people/{0}.json.', what);
    case 'doubled':
      return vscode.l10n.t('says the same login as {0}, which counts. Delete one of them.', what);
    case 'unconfirmed':
      return vscode.l10n.t(
        'says that {0} is the same person, but the file of {0} does not. Name each in the other, or take it out.',
        what,
      );
    case 'claimed-twice':
      return vscode.l10n.t('says that {0} is the same person, and so does another file. Take one out.', what);
    case 'contradictory':
      return vscode.l10n.t('says otherwise than the other file of this person ({0}), which counts.', what);
    case 'says-little':
      return what === 'offers'
        ? vscode.l10n.t('mentors and says nothing under "offers". Say what others can learn.')
        : vscode.l10n.t('looks for a mentor and says nothing under "wants". Say what to learn.');
  }
}
