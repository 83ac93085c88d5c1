import { commitTimes } from '../commitTimes.ts';
import { isOutdated } from '../threads.ts';
import type { Pull, RestIssueComment, RestLineComment, RestReview } from '../types.ts';
import { actor, small } from './actor.ts';
import { connection, type PageArguments } from './connection.ts';
import { type Context, ownUrl } from './context.ts';
import { pullNode } from './pull.ts';
import { repositoryNode } from './repository.ts';

type Said = RestLineComment | RestReview | RestIssueComment;

function common(said: Said, pull: Pull, context: Context, times: { createdAt: string; updatedAt: string }) {
  const isMinimized = pull.minimized.has(said.id);
  const url = ownUrl(said.html_url, context.url);
  return {
    id: said.node_id,
    databaseId: small(said.id),
    fullDatabaseId: String(said.id),
    author: actor(said.user, context),
    authorAssociation: said.author_association,
    body: said.body,
    bodyText: said.body,
    ...times,
    publishedAt: times.createdAt,
    lastEditedAt: times.updatedAt === times.createdAt ? null : times.updatedAt,
    includesCreatedEdit: times.updatedAt !== times.createdAt,
    createdViaEmail: false,
    isMinimized,
    minimizedReason: isMinimized ? 'resolved' : null,
    url,
    resourcePath: url.slice(context.url.length),
    viewerDidAuthor: said.user?.login === context.viewer.login,
    viewerCanReact: true,
    viewerCanUpdate: said.user?.login === context.viewer.login,
    viewerCanDelete: said.user?.login === context.viewer.login,
    reactionGroups: [],
    reactions: (page: PageArguments) => connection([], page, String),
    pullRequest: () => pullNode(pull, context),
    repository: () => repositoryNode(pull.repository, context),
  };
}

export function lineCommentNode(comment: RestLineComment, pull: Pull, context: Context): object {
  const isFile = comment.subject_type === 'file';
  const review = pull.reviews.find((one) => one.id === comment.pull_request_review_id);
  const replyTo = pull.lineComments.find((one) => one.id === comment.in_reply_to_id);
  return {
    __typename: 'PullRequestReviewComment',
    ...common(comment, pull, context, { createdAt: comment.created_at, updatedAt: comment.updated_at }),
    draftedAt: comment.created_at,
    diffHunk: comment.diff_hunk,
    path: comment.path,
    line: isFile ? null : comment.line,
    startLine: isFile ? null : comment.start_line,
    originalLine: isFile ? null : comment.original_line,
    originalStartLine: isFile ? null : comment.original_start_line,
    position: comment.position,
    originalPosition: comment.original_position ?? 1,
    outdated: isOutdated(comment),
    subjectType: isFile ? 'FILE' : 'LINE',
    state: review?.state === 'PENDING' ? 'PENDING' : 'SUBMITTED',
    publishedAt: review?.state === 'PENDING' ? null : comment.created_at,
    commit: commitNode(comment.commit_id, pull, context),
    originalCommit: commitNode(comment.original_commit_id, pull, context),
    replyTo: () => (replyTo ? lineCommentNode(replyTo, pull, context) : null),
    pullRequestReview: () => (review ? reviewNode(review, pull, context) : null),
  };
}

export function reviewNode(review: RestReview, pull: Pull, context: Context): object {
  const at = review.submitted_at ?? pull.drafted.get(review.id) ?? pull.raw.updated_at;
  return {
    __typename: 'PullRequestReview',
    ...common(review, pull, context, { createdAt: at, updatedAt: at }),
    state: review.state,
    submittedAt: review.state === 'PENDING' ? null : at,
    commit: review.commit_id ? commitNode(review.commit_id, pull, context) : null,
    authorCanPushToRepository: review.author_association === 'MEMBER',
    comments: (page: PageArguments) =>
      connection(
        pull.lineComments.filter((comment) => comment.pull_request_review_id === review.id),
        page,
        (comment) => lineCommentNode(comment, pull, context),
      ),
  };
}

export function issueCommentNode(comment: RestIssueComment, pull: Pull, context: Context): object {
  return {
    __typename: 'IssueComment',
    ...common(comment, pull, context, { createdAt: comment.created_at, updatedAt: comment.updated_at }),
  };
}

export function commitNode(oid: string, pull: Pull, context: Context): object {
  const message = pull.commits.find((commit) => commit.sha === oid)?.message ?? '';
  return {
    __typename: 'Commit',
    id: `C_${oid}`,
    oid,
    abbreviatedOid: oid.slice(0, 7),
    message,
    messageHeadline: message.split('\n', 1)[0],
    parents: (page: PageArguments) =>
      connection(parentsOf(oid, pull), page, (parent) => commitNode(parent, pull, context)),
    committedDate: () => commitTimes(pull).get(oid) ?? pull.raw.created_at,
    url: `${context.url}/${pull.repository.raw.full_name}/commit/${oid}`,
  };
}

/** A pull request's commits stand on each other, the first on the base. */
function parentsOf(oid: string, pull: Pull): string[] {
  const index = pull.commits.findIndex((commit) => commit.sha === oid);
  if (index < 0) return [];
  return [pull.commits[index - 1]?.sha ?? pull.raw.base.sha];
}
