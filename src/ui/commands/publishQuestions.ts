import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { plainLine } from '../../model/plainLine.ts';
import type { Questions } from '../annotations/attempt.ts';
import { plural } from '../words/language.ts';
import { invalid, pick } from './ask.ts';
import { plainIcons } from './chosenRecord.ts';

/** Whether a comment is seen at once or collected. Throws 'cancelled'. */
export function askHow(): Promise<'single' | 'review'> {
  return pick(vscode.l10n.t('Publish to the pull request that has these lines'), [
    {
      label: `$(comment) ${vscode.l10n.t('Publish now')}`,
      detail: vscode.l10n.t('A comment on its own, seen by everybody at once.'),
      value: 'single' as const,
    },
    {
      label: `$(git-pull-request-draft) ${vscode.l10n.t('Add to my review')}`,
      detail: vscode.l10n.t('Only you see it until you submit all of them with “Cairn: Submit Review”.'),
      value: 'review' as const,
    },
  ]);
}

/** What a person is asked on the way. */
export const questions: Questions = {
  which: (targets) =>
    pick(
      vscode.l10n.t('Several pull requests have these lines. Which one?'),
      targets.map((target) => ({
        label: `$(git-pull-request) #${target.pullRequest.number} ${plainIcons(plainLine(target.title, 80))}`,
        description: target.pullRequest.repository,
        detail: target.isInDiff === false ? vscode.l10n.t('These lines are not in its diff.') : undefined,
        value: target,
      })),
    ),
  pending: ({ comments }, how) => {
    const waiting = plural(
      comments,
      vscode.l10n.t('You have a review of this pull request with 1 comment that you did not submit yet.'),
      vscode.l10n.t(
        'You have a review of this pull request with {0} comments that you did not submit yet.',
        comments,
      ),
    );
    return pick<'add' | 'submit'>(waiting, [
      {
        label: `$(add) ${vscode.l10n.t('Add this to it')}`,
        detail: vscode.l10n.t('It is seen when you submit the review.'),
        value: 'add',
      },
      {
        label: `$(check-all) ${vscode.l10n.t('Submit that review first')}`,
        detail:
          how === 'single'
            ? vscode.l10n.t('Its comments are seen at once, and this one after them.')
            : vscode.l10n.t('Its comments are seen at once, and this one begins a new review.'),
        value: 'submit',
      },
    ]);
  },
};

/** A program has said beforehand what it wants, or gets a failure that names what is missing. */
export const given: Questions = {
  which: (targets) => {
    const names = targets.map(({ pullRequest }) => `#${pullRequest.number}`).join(', ');
    throw invalid(
      vscode.l10n.t(
        'Several pull requests have these lines: {0}. Publish from the file of one of them.',
        names,
      ),
    );
  },
  pending: () => {
    throw new CairnError(
      'pending-review-exists',
      vscode.l10n.t(
        'There is a review of yours that is not submitted. Say with "pending" whether to add to it or to submit it first.',
      ),
    );
  },
};
