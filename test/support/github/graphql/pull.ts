import { commitTimes } from '../commitTimes.ts';
import { rowsOf } from '../rows.ts';
import type { Pull, PullFile, RestRepository } from '../types.ts';
import { isVisible } from '../visible.ts';
import { actor, small } from './actor.ts';
import { commitNode, issueCommentNode, reviewNode } from './comments.ts';
import { connection, type PageArguments } from './connection.ts';
import { type Context, ownUrl } from './context.ts';
import { repositoryNode } from './repository.ts';
import { threadNode } from './thread.ts';

type ReviewArguments = PageArguments & { states?: string[] | null; author?: string | null };

export function pullState(pull: Pull): 'OPEN' | 'CLOSED' | 'MERGED' {
  if (pull.raw.merged || pull.raw.merged_at) return 'MERGED';
  return pull.raw.state === 'open' ? 'OPEN' : 'CLOSED';
}

export function pullNode(pull: Pull, context: Context): object {
  const { raw } = pull;
  const url = ownUrl(raw.html_url, context.url);
  const viewer = context.viewer.login;
  return {
    __typename: 'PullRequest',
    id: raw.node_id,
    databaseId: small(raw.id),
    fullDatabaseId: String(raw.id),
    number: raw.number,
    title: raw.title,
    body: raw.body ?? '',
    bodyText: raw.body ?? '',
    url,
    permalink: url,
    resourcePath: url.slice(context.url.length),
    author: actor(raw.user, context),
    authorAssociation: raw.author_association,
    state: pullState(pull),
    closed: raw.state === 'closed',
    merged: pullState(pull) === 'MERGED',
    isDraft: raw.draft ?? false,
    locked: raw.locked ?? false,
    createdAt: raw.created_at,
    updatedAt: raw.updated_at,
    publishedAt: raw.created_at,
    closedAt: raw.closed_at ?? null,
    mergedAt: raw.merged_at ?? null,
    headRefName: raw.head.ref,
    headRefOid: raw.head.sha,
    baseRefName: raw.base.ref,
    baseRefOid: raw.base.sha,
    additions: raw.additions ?? 0,
    deletions: raw.deletions ?? 0,
    changedFiles: raw.changed_files ?? pull.files?.length ?? 0,
    // Before the merge it names a commit that GitHub makes to try it.
    mergeCommit: () =>
      pullState(pull) === 'MERGED' && typeof raw.merge_commit_sha === 'string'
        ? commitNode(raw.merge_commit_sha, pull, context)
        : null,
    viewerDidAuthor: raw.user?.login === viewer,
    totalCommentsCount: pull.issueComments.length + pull.lineComments.length,
    repository: () => repositoryNode(pull.repository, context),
    baseRepository: () => repositoryNode(pull.repository, context),
    headRepository: () => headRepository(pull, context),
    files: (page: PageArguments) =>
      pull.files &&
      connection(changedFiles(pull), page, (file) => ({ ...file, viewerViewedState: 'UNVIEWED' })),
    reviewThreads: (page: PageArguments) =>
      connection(
        pull.threads.filter(({ comments: [first] }) => first && isVisible(first, pull, viewer)),
        page,
        (thread) => threadNode(thread, context),
      ),
    reviews: ({ states, author, ...page }: ReviewArguments) =>
      connection(
        pull.reviews.filter(
          (review) =>
            isVisible(review, pull, viewer) &&
            (!states || states.includes(review.state)) &&
            (!author || review.user?.login.toLowerCase() === author.toLowerCase()),
        ),
        page,
        (review) => reviewNode(review, pull, context),
      ),
    comments: (page: PageArguments) =>
      connection(pull.issueComments, page, (comment) => issueCommentNode(comment, pull, context)),
    commits: (page: PageArguments) => commitList(pull, page, context),
    timelineItems: ({ itemTypes, ...page }: PageArguments & { itemTypes?: string[] | null }) => {
      if (itemTypes?.join() !== 'HEAD_REF_FORCE_PUSHED_EVENT')
        throw new Error('Of the timeline, the local GitHub server has forced pushes only');
      return timeline(pull, page, context);
    },
  };
}

/** GitHub lists so many of a pull request, however many there are. */
const mostCommits = 250;

function commitList(pull: Pull, page: PageArguments, context: Context): object {
  const times = commitTimes(pull);
  const listed = connection(pull.commits.slice(0, mostCommits), page, ({ sha }) => ({
    __typename: 'PullRequestCommit',
    id: `PURC_${sha}`,
    commit: { ...commitNode(sha, pull, context), committedDate: times.get(sha) },
  }));
  // The sets name 250 as well, and how many there are.
  const isCut = pull.commits.length >= mostCommits;
  return {
    ...listed,
    totalCount: isCut ? Number(pull.raw.commits) || pull.commits.length : pull.commits.length,
  };
}

/** The forced pushes. The large sets do not say what was pushed away: `null`, as GitHub has it for what is gone. */
function timeline(pull: Pull, page: PageArguments, context: Context): object {
  const events = connection([...pull.forcePushes.entries()], page, ([index, push]) => ({
    __typename: 'HeadRefForcePushedEvent',
    id: `HRFPE_${pull.raw.node_id}_${index}`,
    createdAt: push.created_at,
    beforeCommit: push.before === undefined ? null : commitNode(push.before, pull, context),
    afterCommit: commitNode(push.commit_id, pull, context),
  }));
  const filteredCount = pull.forcePushes.length;
  return { ...events, filteredCount, pageCount: events.nodes().length, updatedAt: pull.raw.updated_at };
}

/** Its own repository, a fork, or nothing where the fork is gone. */
function headRepository(pull: Pull, context: Context): object | null {
  const repo = pull.raw.head.repo as RestRepository | null | undefined;
  if (!repo) return null;
  const known = context.world.repository(repo.full_name);
  return repositoryNode(
    known ?? { kind: 'repository', raw: repo, pulls: new Map(), code: null, formerNames: [] },
    context,
  );
}

/** What GraphQL says of files: no patch, and no name that one had before. By path, as GitHub sorts them. */
function changedFiles(pull: Pull) {
  return (pull.files ?? [])
    .map((file) => {
      const rows = rowsOf(pull, file.path);
      const count = (sign: string) => rows.filter(({ text }) => text.startsWith(sign)).length;
      return {
        path: file.path,
        additions: count('+'),
        deletions: count('-'),
        changeType: changeOf(file),
      };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function changeOf({ before, after, previousPath }: PullFile): string {
  if (before === null) return 'ADDED';
  if (after === null) return 'DELETED';
  return previousPath === undefined ? 'MODIFIED' : 'RENAMED';
}
