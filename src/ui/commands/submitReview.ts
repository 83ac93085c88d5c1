import * as vscode from 'vscode';
import type { PendingReview, Publisher, PullRequestKey, ReviewEvent } from '../../github/publishing/index.ts';
import { CairnError } from '../../model/errors.ts';
import { isRepositoryName } from '../../model/remotes.ts';
import { parsePullRequestUri } from '../pullRequest/uri.ts';
import { plural } from '../words/language.ts';
import { longestBody } from './addAnnotation.ts';
import { ask, invalid, objectArgument, pick, textArgument, wordArgument } from './ask.ts';
import type { Command, Deps } from './deps.ts';

const events = ['COMMENT', 'APPROVE', 'REQUEST_CHANGES'] as const;

/**
 * `cairn.submitReview({repository?, number?, event?, body?})`: makes the comments that were collected in one's
 * pending review of a pull request seen by all, as one. `event`: 'COMMENT', 'APPROVE' or 'REQUEST_CHANGES'.
 * Returns `{url}`.
 */
export const submitReview: Command = async (deps, first) => {
  const options = objectArgument(first instanceof vscode.Uri ? undefined : first) ?? {};
  const event = wordArgument(options.event, 'event', events);
  // No words are needed: the comments are the review.
  const body = options.body === '' ? '' : textArgument(options.body, 'body', longestBody);
  const pullRequest = keyArgument(options);
  await deps.store.load();
  const { publishing, publisher } = await deps.annotations.load().then(async (annotations) => ({
    publishing: annotations.publishing,
    publisher: await annotations.publisher(),
  }));
  const { key, review } = await reviewOf(deps, publisher, pullRequest);
  const isProgram = event !== undefined;
  const chosen = event ?? (await askEvent(key, review));
  const words = body ?? (isProgram ? '' : await askWords(chosen, review));
  typed.set(review.id, words);
  const { url } = await publisher.submitReview(key, review, chosen, words);
  typed.delete(review.id);
  await publishing.submitted(key);
  vscode.window.setStatusBarMessage(
    `$(check-all) ${vscode.l10n.t('Cairn: the review of #{0} is submitted.', key.number)}`,
    6000,
  );
  return { url };
};

/** What was typed about a review whose submission failed, by the review's id: it is there again at the next try. */
const typed = new Map<string, string>();

function askWords(event: ReviewEvent, review: PendingReview): Promise<string> {
  const isNeeded = event === 'REQUEST_CHANGES';
  return ask({
    prompt: isNeeded
      ? vscode.l10n.t('What has to change, in a sentence: GitHub asks for it')
      : vscode.l10n.t('Your words about all of it (may be left empty)'),
    value: typed.get(review.id) ?? '',
    validate: (text) =>
      isNeeded && text.trim() === '' ? vscode.l10n.t('Say what has to change.') : undefined,
  });
}

type Found = { key: PullRequestKey; review: PendingReview };

/** The pull request that is named, else one with a pending review: of the file in view, or with notes that wait. */
async function reviewOf(deps: Deps, publisher: Publisher, named: PullRequestKey | undefined): Promise<Found> {
  const file =
    vscode.window.activeTextEditor && parsePullRequestUri(vscode.window.activeTextEditor.document.uri);
  const keys = new Map<string, PullRequestKey>();
  const candidates = named
    ? [named]
    : [file, ...deps.store.annotations.map(({ published }) => (published?.isPending ? published : null))];
  for (const key of candidates)
    if (key)
      keys.set(`${key.repository.toLowerCase()}#${key.number}`, {
        repository: key.repository,
        number: key.number,
      });
  const found: Found[] = [];
  for (const key of keys.values()) {
    const review = await publisher.pendingReview(key);
    if (review) found.push({ key, review });
  }
  if (found.length === 1) return found[0]!;
  if (found.length === 0) {
    throw new CairnError(
      'no-such-review',
      vscode.l10n.t(
        'There is no review of yours that waits to be submitted. Add a comment to one with “Publish…”.',
      ),
    );
  }
  return pick(
    vscode.l10n.t('Which review?'),
    found.map((one) => ({
      label: `$(git-pull-request) #${one.key.number}`,
      description: `${one.key.repository} · ${commentWords(one.review)}`,
      value: one,
    })),
  );
}

const commentWords = ({ comments }: PendingReview) =>
  plural(comments, vscode.l10n.t('1 comment'), vscode.l10n.t('{0} comments', comments));

function askEvent({ number }: PullRequestKey, review: PendingReview): Promise<ReviewEvent> {
  return pick<ReviewEvent>(vscode.l10n.t('Submit your review of #{0}: {1}', number, commentWords(review)), [
    {
      label: `$(comment) ${vscode.l10n.t('Comment')}`,
      detail: vscode.l10n.t('Say what you see, without a verdict.'),
      value: 'COMMENT',
    },
    {
      label: `$(check) ${vscode.l10n.t('Approve')}`,
      detail: vscode.l10n.t('It can be merged.'),
      value: 'APPROVE',
    },
    {
      label: `$(request-changes) ${vscode.l10n.t('Request changes')}`,
      detail: vscode.l10n.t('Something has to be done before it is merged.'),
      value: 'REQUEST_CHANGES',
    },
  ]);
}

function keyArgument({ repository, number }: Record<string, unknown>): PullRequestKey | undefined {
  const name = textArgument(repository, 'repository', 300);
  if (name === undefined && number === undefined) return undefined;
  if (
    name === undefined ||
    !isRepositoryName(name) ||
    !Number.isSafeInteger(number) ||
    (number as number) < 1
  )
    throw invalid(vscode.l10n.t('A pull request is named by "repository" (owner/name) and "number".'));
  return { repository: name, number: number as number };
}
