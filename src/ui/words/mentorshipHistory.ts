import * as vscode from 'vscode';
import type { MentorshipChange } from '../../model/historyMentorship.ts';
import { nameWord } from './whose.ts';

/** What an act changed in a charter, a pulse, a check, a rating of a skill, a knowledge note or a question. */
export function mentorshipWords(change: MentorshipChange, quote: (text: string) => string): string {
  switch (change.what) {
    case 'charterWritten':
      return vscode.l10n.t('Wrote this version of the charter');
    case 'charterAccepted':
      return change.isAccepted
        ? vscode.l10n.t('Accepted the charter')
        : vscode.l10n.t('Does not accept the charter any more');
    case 'pulsed':
      return change.isPart
        ? vscode.l10n.t('Let the others see a part of a pulse')
        : vscode.l10n.t('Gave a pulse');
    case 'tried':
      return change.isPart
        ? vscode.l10n.t('Let the others see a part of the answer after {0} days', change.day)
        : vscode.l10n.t('Answered the check after {0} days', change.day);
    case 'skillRated':
      return change.level === null
        ? vscode.l10n.t('Took back where {0} stands in “{1}”', nameWord(change.person), quote(change.skill))
        : vscode.l10n.t(
            'Sees {0} in “{1}” on level {2}',
            nameWord(change.person),
            quote(change.skill),
            change.level,
          );
    case 'noted':
      return vscode.l10n.t('Noted: “{0}”', quote(change.text));
    case 'noteEdited':
      return change.text !== null
        ? vscode.l10n.t('Changed the words to “{0}”', quote(change.text))
        : change.why !== null
          ? vscode.l10n.t('Changed why it is so to “{0}”', quote(change.why))
          : vscode.l10n.t('Changed its topics to “{0}”', quote((change.topics ?? []).join(', ')));
    case 'askedHelp':
      return change.of === null
        ? vscode.l10n.t('Asked for help: “{0}”', quote(change.topic))
        : vscode.l10n.t('Asked {0} for help: “{1}”', nameWord(change.of), quote(change.topic));
  }
}
