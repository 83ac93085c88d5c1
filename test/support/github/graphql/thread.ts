import type { Thread } from '../types.ts';
import { isVisible } from '../visible.ts';
import { placeOf } from '../world.ts';
import { actor } from './actor.ts';
import { lineCommentNode } from './comments.ts';
import { connection, type PageArguments } from './connection.ts';
import type { Context } from './context.ts';
import { pullNode } from './pull.ts';
import { repositoryNode } from './repository.ts';

export function threadNode(thread: Thread, context: Context): object {
  const { pull } = thread;
  const { first, ...place } = placeOf(thread);
  return {
    __typename: 'PullRequestReviewThread',
    id: thread.id,
    ...place,
    path: first.path,
    diffSide: first.side,
    startDiffSide: first.start_side,
    subjectType: first.subject_type === 'file' ? 'FILE' : 'LINE',
    isResolved: thread.isResolved,
    isCollapsed: thread.isResolved,
    resolvedBy: thread.resolvedBy ? actor(context.world.user(thread.resolvedBy) ?? null, context) : null,
    viewerCanReply: true,
    viewerCanResolve: !thread.isResolved,
    viewerCanUnresolve: thread.isResolved,
    pullRequest: () => pullNode(pull, context),
    repository: () => repositoryNode(pull.repository, context),
    comments: (page: PageArguments) =>
      connection(
        thread.comments.filter((comment) => isVisible(comment, pull, context.viewer.login)),
        page,
        (comment) => lineCommentNode(comment, pull, context),
      ),
  };
}
