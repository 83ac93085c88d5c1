import * as vscode from 'vscode';
import { plainLine } from '../../model/plainLine.ts';
import type { Feedback } from '../../model/state.ts';
import { plural } from '../words/language.ts';

/** What a thank-you can be made of: facts only, what is not known is left out. */
export type ThanksFacts = {
  feedback: Feedback;
  /** Whoever is thanked. */
  to: string;
  /** The one who thanks is the mentee; otherwise it is somebody who mentors them. */
  isFromMentee: boolean;
  /** Title of the goal that it serves, where others may know of it. */
  goal: string | null;
  /** On how many later pull requests the same was said, again as something to keep. */
  since: number;
};

const longestQuote = 140;

/** A thank-you that says for what, to be made one's own. The goal stays out where others than the space read it. */
export function thanksFor(
  { feedback, to, isFromMentee, goal, since }: ThanksFacts,
  isForAll: boolean,
): string {
  const { author, body, pullRequest, path } = feedback;
  const place = [pullRequest && `${pullRequest.repository}#${pullRequest.number}`, path]
    .filter(Boolean)
    .join(', ');
  // The sentence around it has a full stop of its own.
  const words = plainLine(body, longestQuote).replace(/\.$/, '');
  const sentences = isFromMentee
    ? [
        place === ''
          ? vscode.l10n.t('Thank you, {0}, for saying “{1}”.', to, words)
          : vscode.l10n.t('Thank you, {0}, for saying “{1}” ({2}).', to, words, place),
        vscode.l10n.t('It told me what to keep doing.'),
      ]
    : [
        place === ''
          ? vscode.l10n.t('Thank you, {0}: {1} said of your work “{2}”.', to, author, words)
          : vscode.l10n.t('Thank you, {0}: {1} said of your work ({3}) “{2}”.', to, author, words, place),
        vscode.l10n.t('Please keep doing that.'),
      ];
  if (since > 0)
    sentences.push(
      plural(
        since,
        vscode.l10n.t('It was seen again on one pull request since.'),
        vscode.l10n.t('It was seen again on {0} pull requests since.', since),
      ),
    );
  if (goal !== null && !isForAll)
    sentences.push(
      isFromMentee
        ? vscode.l10n.t('It helps me with my goal “{0}”.', plainLine(goal, 140))
        : vscode.l10n.t('It is a step towards “{0}”.', plainLine(goal, 140)),
    );
  return sentences.join(' ');
}

/** On how many later pull requests the same theme was tagged keep. */
export function seenSince(feedback: Feedback, theme: readonly Feedback[]): number {
  const place = ({ pullRequest }: Feedback) =>
    pullRequest && `${pullRequest.repository}#${pullRequest.number}`;
  const own = place(feedback);
  const later = theme.filter(
    (item) =>
      item.tag === 'keep' && !item.isPrivate && item.createdAt > feedback.createdAt && place(item) !== own,
  );
  return new Set(later.map(place).filter((one) => one !== null)).size;
}
