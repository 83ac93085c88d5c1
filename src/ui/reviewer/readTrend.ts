import * as vscode from 'vscode';
import { ownComments } from '../../coach/reviewer/ownComments.ts';
import { traitsOf } from '../../coach/reviewer/traits.ts';
import { type TrendMonth, trendOf } from '../../coach/reviewer/trend.ts';
import { filesBy } from '../../git/filesBy.ts';
import type { Git } from '../../git/index.ts';
import type { Rating } from '../../model/annotation.ts';
import { CairnError } from '../../model/errors.ts';
import { repositoriesOf } from '../repositories.ts';
import type { SignIn } from '../signIn.ts';
import type { Store } from '../store.ts';

export type TrendParts = {
  store: Store;
  signIn: SignIn;
  git: () => Promise<Git>;
  log: vscode.LogOutputChannel;
};

/** Newest ratings that are told in words. */
const mostRatings = 50;

/** A reviewer's own feedback by month, what was said to them about it, newest first, and what it was made from. */
export type ReviewTrend = { months: TrendMonth[]; ratings: Rating[]; login: string; hasHistory: boolean };

/**
 * How the signed-in person's own review comments have changed, from what was pulled, what mentees have sent, and the
 * history of the opened clones. Throws 'not-signed-in'.
 */
export async function readTrend(parts: TrendParts): Promise<ReviewTrend> {
  const { store, signIn } = parts;
  const login = signIn.login();
  if (login === null)
    throw new CairnError('not-signed-in', vscode.l10n.t('Sign in first: Cairn looks for your own comments.'));
  await store.load();
  const comments = ownComments(store.pullRequests, login);
  const authored = await authoredFiles(parts, login);
  const own = new Set(comments.map(({ feedbackId }) => feedbackId));
  // What a mentee thinks of somebody else's comments is nobody else's business.
  const told = store.ratings.filter(({ feedbackId }) => own.has(feedbackId));
  const ratings = new Map<string, boolean[]>();
  for (const { feedbackId, isHelpful } of told)
    ratings.set(feedbackId, [...(ratings.get(feedbackId) ?? []), isHelpful]);
  const months = trendOf({ comments, traitsOf, ratings, authored });
  const newest = [...told].sort((a, b) => b.ratedAt.localeCompare(a.ratedAt)).slice(0, mostRatings);
  return { months, ratings: newest, login, hasHistory: authored.size > 0 };
}

/** By repository in small letters; a folder whose history cannot be read tells nothing. */
async function authoredFiles(parts: TrendParts, login: string): Promise<Map<string, Map<string, number>>> {
  const authored = new Map<string, Map<string, number>>();
  if (!vscode.workspace.isTrusted) return authored;
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    if (uri.scheme !== 'file') continue;
    try {
      const repositories = await repositoriesOf(uri);
      if (repositories.length === 0) continue;
      const files = await filesBy(await parts.git(), uri.fsPath, login);
      for (const repository of repositories) authored.set(repository.toLowerCase(), files);
    } catch (error) {
      parts.log.warn(
        `The history of ${uri.fsPath} was not read: ${error instanceof Error ? error.message : error}`,
      );
    }
  }
  return authored;
}
