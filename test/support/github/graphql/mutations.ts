import { addSaid } from '../edit.ts';
import type { Thread } from '../types.ts';
import { lineCommentNode } from './comments.ts';
import type { Context } from './context.ts';
import { failure } from './errors.ts';
import { threadNode } from './thread.ts';

type Input = { input: { threadId: string; clientMutationId?: string | null } };
type ReplyInput = {
  input: { pullRequestReviewThreadId: string; body: string; clientMutationId?: string | null };
};

/** Writes, by name. A thread's resolution leaves its pull request's `updatedAt` as it was, as on GitHub. */
export function mutations(context: Context): object {
  const setResolved = ({ input }: Input, isResolved: boolean) => {
    const thread = threadOf(input.threadId, context);
    thread.isResolved = isResolved;
    thread.resolvedBy = isResolved ? context.viewer.login : null;
    return { clientMutationId: input.clientMutationId ?? null, thread: threadNode(thread, context) };
  };
  return {
    resolveReviewThread: (given: Input) => setResolved(given, true),
    unresolveReviewThread: (given: Input) => setResolved(given, false),
    addPullRequestReviewThreadReply: ({ input }: ReplyInput) => {
      const { pull, comments } = threadOf(input.pullRequestReviewThreadId, context);
      const isPending = pull.reviews.some(
        (review) => review.state === 'PENDING' && review.user?.login === context.viewer.login,
      );
      if (isPending)
        throw failure('UNPROCESSABLE', 'User already has a pending review for this pull request');
      const words = { author: context.viewer.login, body: input.body, inReplyTo: comments[0]?.id };
      const { nodeId } = addSaid(context.world, pull, words, context.time());
      const found = context.world.node(nodeId);
      const comment = found?.kind === 'lineComment' ? lineCommentNode(found.comment, pull, context) : null;
      return { clientMutationId: input.clientMutationId ?? null, comment };
    },
  };
}

function threadOf(id: string, context: Context): Thread {
  const found = context.world.node(id);
  if (found?.kind !== 'thread')
    throw failure('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`);
  return found.thread;
}
