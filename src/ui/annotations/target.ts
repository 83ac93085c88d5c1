import {
  type ChangedFile,
  type Publisher,
  type PullRequestDetails,
  type PullRequestKey,
  placeProblem,
  type ReviewPlace,
} from '../../github/publishing/index.ts';
import { anchorOf, findAnchor } from '../../model/anchor/index.ts';
import { CairnError } from '../../model/errors.ts';
import type { Anchor } from '../../model/events.ts';

/** The lines of an anchor in an open pull request. */
export type Target = {
  pullRequest: PullRequestKey;
  title: string;
  /** The branch that asks to be merged. */
  branch: string;
  /** The same place in the pull request's own text, at the commit that its head is. */
  anchor: Anchor;
  /** Whether GitHub takes comments there; `null` where the diff is not known. */
  isInDiff: boolean | null;
};

/** So many open pull requests of one repository are looked through for the lines, the last updated first. */
const most = 20;
const atATime = 4;

/** The place in GitHub's words. */
export function reviewPlace({ path, side, startLine, endLine }: Anchor): ReviewPlace {
  const isRange = startLine < endLine;
  return {
    path,
    side,
    line: endLine,
    startLine: isRange ? startLine : null,
    startSide: isRange ? side : null,
  };
}

/**
 * Where the lines are in a pull request by now.
 * @throws CairnError 'line-not-in-diff' where its file has them no longer, and what the publisher throws
 */
export async function targetIn(
  publisher: Publisher,
  pullRequest: PullRequestKey,
  anchor: Anchor,
  words: { gone: string },
): Promise<Target> {
  const details = await publisher.details(pullRequest);
  const target = await targetAt(publisher, details, anchor);
  if (!target) throw new CairnError('line-not-in-diff', words.gone);
  return target;
}

/** The open pull requests of a repository whose head has the lines, those of this branch first. */
export async function targetsOf(
  publisher: Publisher,
  repository: string,
  anchor: Anchor,
  branch: string | null,
): Promise<Target[]> {
  const open = (await publisher.openPullRequests(repository)).slice(0, most);
  const found: Target[] = [];
  for (let i = 0; i < open.length; i += atATime) {
    const some = open.slice(i, i + atATime).map(async ({ number }) => {
      const details = await publisher.details({ repository, number });
      return targetAt(publisher, details, anchor);
    });
    for (const target of await Promise.all(some)) if (target) found.push(target);
  }
  const ofBranch = found.filter((target) => target.branch === branch);
  const rest = found.filter((target) => target.branch !== branch);
  // Who stands on the branch of a pull request means that one.
  if (ofBranch.length > 0) return inDiffFirst(ofBranch);
  return inDiffFirst(rest);
}

function inDiffFirst(targets: Target[]): Target[] {
  const takes = targets.filter(({ isInDiff }) => isInDiff !== false);
  return takes.length > 0 ? takes : targets;
}

async function targetAt(
  publisher: Publisher,
  details: PullRequestDetails,
  anchor: Anchor,
): Promise<Target | null> {
  const file = details.files.find(
    ({ path, previousPath }) =>
      path === anchor.path || (anchor.side === 'LEFT' && previousPath === anchor.path),
  );
  if (!file) return null;
  const text = await textOf(publisher, details, file, anchor);
  const lines = text === null ? null : findAnchor(text, [anchor]);
  if (text === null || !lines) return null;
  const { repository, number, title, head } = details;
  const at = anchorOf(text, lines, { path: file.path, repository, side: anchor.side, commit: head.sha });
  const isInDiff = file.patch === null ? null : placeProblem(file.patch, reviewPlace(at)) === null;
  return { pullRequest: { repository, number }, title, branch: head.ref, anchor: at, isInDiff };
}

async function textOf(
  publisher: Publisher,
  details: PullRequestDetails,
  file: ChangedFile,
  anchor: Anchor,
): Promise<string | null> {
  if (anchor.side === 'LEFT') return (await publisher.sides(details, file)).before;
  return publisher.fileText(details.repository, details.head.sha, file.path);
}
