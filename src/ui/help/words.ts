import * as vscode from 'vscode';
import { plainLine } from '../../model/plainLine.ts';
import type { Knower, Question, Reason } from '../../programme/help/index.ts';
import { plural } from '../words/language.ts';
import { day, localDay } from '../words/time.ts';
import { nameWord } from '../words/whose.ts';

/** Why somebody may know, in words for a row. */
export function reasonWords(reason: Reason): string {
  const when = (date: string) => day(localDay(date), new Date());
  switch (reason.kind) {
    case 'offers':
      return vscode.l10n.t('offers {0}', plainLine(reason.what, 120));
    case 'changed':
      return plural(
        reason.days,
        vscode.l10n.t('changed the file on {0}', when(reason.last)),
        vscode.l10n.t('changed the file on {0} days, last on {1}', reason.days, when(reason.last)),
      );
    case 'reviewed':
      return plural(
        reason.pulls,
        vscode.l10n.t('reviewed it on {0}', when(reason.last)),
        vscode.l10n.t('reviewed it in {0} pull requests, last on {1}', reason.pulls, when(reason.last)),
      );
    case 'noted':
      return plural(
        reason.notes,
        vscode.l10n.t('wrote a knowledge note on it'),
        vscode.l10n.t('wrote {0} knowledge notes on it', reason.notes),
      );
    case 'helped':
      return vscode.l10n.t('was thanked for help with “{0}”', plainLine(reason.topic, 80));
    case 'mentors':
      return vscode.l10n.t('mentors here');
  }
}

export function knowerWords({ reasons, isFull }: Knower): string {
  const words = reasons.map(reasonWords);
  return [...words, ...(isFull ? [vscode.l10n.t('takes no mentees now')] : [])].join(' · ');
}

/** The file alone, as a topic. */
export const fileTopic = (path: string): string => vscode.l10n.t('how {0} works', path);

/** What one could write to somebody, to be made one's own. It says why them, and that a no is fine. */
export function messageFor(
  name: string | null,
  { topic, path }: Question,
  reasons: readonly Reason[],
): string {
  const about = plainLine(topic, 300);
  const [reason] = reasons;
  return [
    name === null ? vscode.l10n.t('Hello,') : vscode.l10n.t('Hello {0},', nameWord(name)),
    vscode.l10n.t('I am looking for somebody who can show me: {0}.', about.replace(/[.?!]$/, '')),
    path !== null && !topic.includes(path) ? vscode.l10n.t('It came up in {0}.', plainLine(path, 200)) : '',
    reason ? becauseOf(reason) : '',
    vscode.l10n.t(
      'Would you have 20 minutes for that, some day when it suits you? A no is fine, and so is another name.',
    ),
  ]
    .filter(Boolean)
    .join(' ');
}

function becauseOf(reason: Reason): string {
  switch (reason.kind) {
    case 'offers':
      return vscode.l10n.t('You offer {0}, so I thought of you.', plainLine(reason.what, 120));
    case 'changed':
      return vscode.l10n.t('You have worked on it, so I thought of you.');
    case 'reviewed':
      return vscode.l10n.t('You have reviewed changes of it, so I thought of you.');
    case 'noted':
      return vscode.l10n.t('You have written down something about it, so I thought of you.');
    case 'helped':
    case 'mentors':
      return vscode.l10n.t('I thought that you might know, or know who does.');
  }
}

/** A thank-you that says for what. */
export const thanksWords = (name: string, topic: string): string =>
  vscode.l10n.t(
    'Thank you, {0}, for showing me “{1}”. What helped me most: ',
    nameWord(name),
    plainLine(topic, 200),
  );
