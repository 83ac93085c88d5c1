import * as vscode from 'vscode';
import { pullKey } from '../../growth/selfReview/held.ts';
import { CairnError } from '../../model/errors.ts';
import type { Guess } from '../../model/growth.ts';
import type { PullRequestRef } from '../../model/state.ts';
import { pick } from '../commands/ask.ts';
import { chosenPullRequest } from '../commands/chosenPullRequest.ts';
import type { Deps } from '../commands/deps.ts';
import { plainTitle } from '../pullRequest/title.ts';
import { nameWord } from '../words/whose.ts';

/** A guess is its author's own: throws 'not-yours' where the feedback here is somebody else's. */
export function needAuthor({ store }: Deps): void {
  const { mentee } = store;
  if (mentee === null || store.space?.isMe(mentee)) return;
  throw new CairnError(
    'not-yours',
    vscode.l10n.t(
      'What reviewers will say is for {0} to guess, whose feedback is shown here.',
      nameWord(mentee),
    ),
  );
}

/** The user's own guess about a pull request, the newest where there are several. */
export function ownGuess(
  { store }: Deps,
  pull: Pick<PullRequestRef, 'repository' | 'number'>,
): Guess | undefined {
  const key = pullKey(pull);
  return store.guesses.findLast(
    (guess) =>
      pullKey(guess) === key &&
      guess.claimedBy === null &&
      guess.createdBy !== null &&
      store.space?.isMe(guess.createdBy),
  );
}

/**
 * The pull request that a guess is about: named by the caller; else those that wait for a guess, the open ones of the
 * mentee, or any other. Throws 'invalid-argument', 'not-found', 'cancelled'.
 */
export async function chosenPull(deps: Deps, args: unknown[]): Promise<PullRequestRef> {
  const key = args[0] == null ? await askPull(deps) : await chosenPullRequest(deps, args);
  return known(deps, key);
}

/** With what is known of it; one that was not pulled has its number only. */
function known({ store }: Deps, key: Pick<PullRequestRef, 'repository' | 'number'>): PullRequestRef {
  const found = store.pullRequests.find((record) => pullKey(record) === pullKey(key));
  const { repository, number } = found ?? key;
  return { repository, number, title: found?.title ?? '', url: found?.url ?? '' };
}

async function askPull(deps: Deps): Promise<Pick<PullRequestRef, 'repository' | 'number'>> {
  const { store } = deps;
  const mentee = store.mentee?.toLowerCase();
  const open = store.pullRequests
    .filter(({ state, author }) => state === 'OPEN' && author?.login.toLowerCase() === mentee)
    .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  const held = new Set(store.held.map(pullKey));
  const all = [...store.held, ...open.filter((one) => !held.has(pullKey(one)))];
  if (all.length === 0) return chosenPullRequest(deps, []);
  const other = { label: `$(search) ${vscode.l10n.t('Another pull request…')}`, value: null };
  const picked = await pick<PullRequestRef | null>(vscode.l10n.t('Which pull request?'), [
    ...all.map(({ repository, number, title, url }) => ({
      label: `$(git-pull-request) #${number} ${plainTitle(title, 150)}`,
      description: [
        repository,
        held.has(pullKey({ repository, number })) && vscode.l10n.t('waits for your guess'),
        ownGuess(deps, { repository, number }) && vscode.l10n.t('guessed'),
      ]
        .filter(Boolean)
        .join(' · '),
      value: { repository, number, title, url },
    })),
    other,
  ]);
  return picked ?? chosenPullRequest(deps, []);
}
