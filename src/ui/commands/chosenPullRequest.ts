import * as vscode from 'vscode';
import type { OpenPullRequest, PullRequestKey } from '../../github/publishing/index.ts';
import { CairnError } from '../../model/errors.ts';
import { isRepositoryName } from '../../model/remotes.ts';
import * as config from '../config.ts';
import { isFeedbackNode } from '../feedback/nodes.ts';
import { parsePullRequest } from '../pullRequest/address.ts';
import { plainTitle } from '../pullRequest/title.ts';
import { repositoriesOf } from '../repositories.ts';
import { age } from '../words/time.ts';
import { ask, invalid, pick } from './ask.ts';
import { chosenFeedback } from './chosenFeedback.ts';
import type { Deps } from './deps.ts';

/**
 * The pull request that a command is about: named by `{repository, number}`, its address, or a piece of feedback;
 * else the user picks one of the open ones, the mentee's first. Throws 'invalid-argument', 'not-found', 'cancelled'.
 */
export async function chosenPullRequest(deps: Deps, args: unknown[]): Promise<PullRequestKey> {
  const [first] = args;
  if (isFeedbackNode(first)) {
    const [item] = await chosenFeedback(deps, args);
    if (item?.pullRequest) return item.pullRequest;
    throw new CairnError('not-found', vscode.l10n.t('This feedback was not said on a pull request.'));
  }
  if (first === undefined || first === null) return askPullRequest(deps);
  if (typeof first === 'string') return read(first, []);
  const { repository, number } = first as { repository?: unknown; number?: unknown };
  const isKey =
    typeof repository === 'string' &&
    isRepositoryName(repository) &&
    Number.isSafeInteger(number) &&
    (number as number) > 0;
  if (!isKey) throw invalid(vscode.l10n.t('A pull request is named by {repository, number} or its address.'));
  return { repository, number: number as number };
}

async function askPullRequest(deps: Deps): Promise<PullRequestKey> {
  const { store, repositories } = deps;
  const chosen = await repositories.chosen();
  const publisher = await deps.publisher();
  await store.load();
  const found = vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Looking for open pull requests…') },
    () => Promise.allSettled(chosen.map((repository) => publisher.openPullRequests(repository))),
  );
  const lists = await found;
  const failed = lists.find((list) => list.status === 'rejected');
  if (failed && lists.every((list) => list.status === 'rejected')) throw failed.reason;
  const open = lists.flatMap((list, index) =>
    list.status === 'fulfilled' ? list.value.map((one) => ({ ...one, repository: chosen[index]! })) : [],
  );
  const mentee = store.mentee?.toLowerCase();
  const isMentees = ({ author }: OpenPullRequest) => author?.toLowerCase() === mentee;
  open.sort(
    (a, b) =>
      Number(isMentees(b)) - Number(isMentees(a)) ||
      (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0),
  );
  const other = {
    label: `$(edit) ${vscode.l10n.t('Enter a number or an address…')}`,
    alwaysShow: true,
    value: null as PullRequestKey | null,
  };
  const items = open.map(({ repository, number, title, author, updatedAt, isDraft }) => ({
    label: `$(${isDraft ? 'git-pull-request-draft' : 'git-pull-request'}) #${number} ${plainTitle(title, 150)}`,
    description: [author ?? 'ghost', chosen.length > 1 && repository, isDraft && vscode.l10n.t('draft')]
      .filter(Boolean)
      .join(' · '),
    detail: age(updatedAt),
    value: { repository, number } as PullRequestKey | null,
  }));
  const picked = await pick(vscode.l10n.t('Which pull request?'), [...items, other]);
  return picked ?? askAddress(chosen);
}

async function askAddress(chosen: readonly string[]): Promise<PullRequestKey> {
  const known = chosen.length > 0 ? chosen : await proposed();
  const text = await ask({
    prompt: vscode.l10n.t('Number or address of the pull request'),
    placeHolder: `owner/name#12, ${config.host().web}/owner/name/pull/12`,
    validate: (typed) => {
      try {
        read(typed, known);
        return undefined;
      } catch (error) {
        return (error as Error).message;
      }
    },
  });
  return read(text, known);
}

async function proposed(): Promise<string[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set((await Promise.all(folders.map(({ uri }) => repositoriesOf(uri)))).flat())];
}

function read(text: string, repositories: readonly string[]): PullRequestKey {
  const host = config.host();
  const key = parsePullRequest(text, host, repositories);
  if (key === 'other-host')
    throw invalid(
      vscode.l10n.t('That is not on {0}, the server of the setting cairn.github.host.', host.web),
    );
  if (key === null)
    throw invalid(
      vscode.l10n.t('Write its address, or owner/name#12; a number where one repository is chosen.'),
    );
  return key;
}
