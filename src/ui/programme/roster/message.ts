import * as vscode from 'vscode';
import type { Pair } from '../../../programme/match/types.ts';
import { listed } from '../../words/matches.ts';

/** Words to send to somebody; nothing is sent. Quotes nobody's goals. */
export function messageTo({ mentor, mentee, facts }: Pair, isToMentor: boolean): string {
  const to = isToMentor ? mentor : mentee;
  const called = to.name ?? to.login;
  const asked = listed(facts.asked.map(({ want }) => want));
  if (!isToMentor)
    return vscode.l10n.t(
      'Hello {0}, I read in our programme that you want to learn {1}. I would gladly be your mentor in it. Shall we talk for half an hour and see whether it fits?',
      called,
      asked,
    );
  const because =
    facts.asked.length > 0
      ? vscode.l10n.t('I want to learn {0}, and your file in our programme says that you offer it.', asked)
      : vscode.l10n.t('Our programme says that you know what I work on.');
  const back = listed(facts.back.map(({ want }) => want));
  const inReturn = back === '' ? '' : ` ${vscode.l10n.t('In return I can show you {0}.', back)}`;
  return `${vscode.l10n.t('Hello {0}, I look for a mentor.', called)} ${because}${inReturn} ${vscode.l10n.t('Shall we talk for half an hour and see whether it fits? A no is fine, too.')}`;
}
