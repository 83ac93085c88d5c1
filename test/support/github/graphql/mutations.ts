import { Refused } from '../placing.ts';
import { answer, commentLater, discard, pendingReviewOf, removeComment, submit } from '../reviewing.ts';
import type { Pull, RestReview, Thread } from '../types.ts';
import { isVisible } from '../visible.ts';
import { lineCommentNode, reviewNode } from './comments.ts';
import type { Context } from './context.ts';
import { failure } from './errors.ts';
import { threadNode } from './thread.ts';

type Side = 'LEFT' | 'RIGHT';
type Input<T> = { input: T & { clientMutationId?: string | null } };
type ThreadInput = Input<{
  pullRequestId?: string | null;
  pullRequestReviewId?: string | null;
  path: string;
  body: string;
  line?: number | null;
  side?: Side | null;
  startLine?: number | null;
  startSide?: Side | null;
  subjectType?: 'LINE' | 'FILE' | null;
}>;
type ReplyInput = Input<{
  pullRequestReviewThreadId: string;
  pullRequestReviewId?: string | null;
  body: string;
}>;
type SubmitInput = Input<{
  pullRequestId?: string | null;
  pullRequestReviewId?: string | null;
  event: 'COMMENT' | 'APPROVE' | 'REQUEST_CHANGES';
  body?: string | null;
}>;

/** Writes, by name. A thread's resolution leaves its pull request's `updatedAt` as it was, as on GitHub. */
export function mutations(context: Context): object {
  const setResolved = ({ input }: Input<{ threadId: string }>, isResolved: boolean) => {
    const thread = threadOf(input.threadId, context);
    thread.isResolved = isResolved;
    thread.resolvedBy = isResolved ? context.viewer.login : null;
    return { ...told(input), thread: threadNode(thread, context) };
  };
  return {
    resolveReviewThread: (given: Input<{ threadId: string }>) => setResolved(given, true),
    unresolveReviewThread: (given: Input<{ threadId: string }>) => setResolved(given, false),
    addPullRequestReviewThread: refusing(({ input }: ThreadInput) => {
      const review = input.pullRequestReviewId ? reviewOf(input.pullRequestReviewId, context) : null;
      const pull = review?.pull ?? pullOf(input.pullRequestId ?? '', context);
      const isFile = input.subjectType === 'FILE';
      if (!isFile && typeof input.line !== 'number')
        throw failure('UNPROCESSABLE', 'Line is required for line-level threads');
      const given = {
        ...{ path: input.path, body: input.body, isFile },
        ...{ line: isFile ? null : (input.line ?? null), side: input.side ?? 'RIGHT' },
        ...{ startLine: input.startLine ?? null, startSide: input.startSide ?? null },
      };
      const thread = commentLater(context, pull, given, review?.review ?? null);
      return { ...told(input), thread: threadNode(thread, context) };
    }),
    addPullRequestReviewThreadReply: refusing(({ input }: ReplyInput) => {
      const { pull, comments } = threadOf(input.pullRequestReviewThreadId, context);
      const review = input.pullRequestReviewId
        ? reviewOf(input.pullRequestReviewId, context).review
        : (pendingReviewOf(pull, context.viewer) ?? null);
      const comment = answer(context, pull, comments[0]!, input.body, review);
      return { ...told(input), comment: lineCommentNode(comment, pull, context) };
    }),
    submitPullRequestReview: refusing(({ input }: SubmitInput) => {
      const { pull, review } = pendingOf(input, context);
      submit(context, pull, review, input.event, input.body ?? '');
      return { ...told(input), pullRequestReview: reviewNode(review, pull, context) };
    }),
    deletePullRequestReview: refusing(({ input }: Input<{ pullRequestReviewId: string }>) => {
      const { pull, review } = reviewOf(input.pullRequestReviewId, context);
      const node = reviewNode(review, pull, context);
      discard(context, pull, review);
      return { ...told(input), pullRequestReview: node };
    }),
    deletePullRequestReviewComment: refusing(({ input }: Input<{ id: string }>) => {
      const found = context.world.node(input.id);
      if (found?.kind !== 'lineComment' || found.comment.user?.login !== context.viewer.login)
        throw notFound(input.id);
      const node = lineCommentNode(found.comment, found.pull, context);
      removeComment(context, found.pull, found.comment);
      return { ...told(input), pullRequestReview: null, pullRequestReviewComment: node };
    }),
  };
}

/** What GitHub refuses is an error of GraphQL then. */
function refusing<T>(act: (given: T) => object): (given: T) => object {
  return (given) => {
    try {
      return act(given);
    } catch (error) {
      throw error instanceof Refused ? failure('UNPROCESSABLE', error.message) : error;
    }
  };
}

const told = (input: { clientMutationId?: string | null }) => ({
  clientMutationId: input.clientMutationId ?? null,
});

const notFound = (id: string) =>
  failure('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`);

function pullOf(id: string, context: Context): Pull {
  const found = context.world.node(id);
  if (found?.kind !== 'pull') throw notFound(id);
  return found.pull;
}

/** Somebody else's pending review is not there for anybody. */
function reviewOf(id: string, context: Context): { pull: Pull; review: RestReview } {
  const found = context.world.node(id);
  if (found?.kind !== 'review' || !isVisible(found.review, found.pull, context.viewer.login))
    throw notFound(id);
  return found;
}

function pendingOf(input: SubmitInput['input'], context: Context): { pull: Pull; review: RestReview } {
  if (input.pullRequestReviewId) return reviewOf(input.pullRequestReviewId, context);
  const pull = pullOf(input.pullRequestId ?? '', context);
  const review = pendingReviewOf(pull, context.viewer);
  if (!review) throw notFound(input.pullRequestId ?? '');
  return { pull, review };
}

function threadOf(id: string, context: Context): Thread {
  const found = context.world.node(id);
  if (found?.kind !== 'thread') throw notFound(id);
  return found.thread;
}
