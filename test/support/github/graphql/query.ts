import { mostResults, searchPulls } from '../search.ts';
import type { Found } from '../types.ts';
import { isVisible } from '../visible.ts';
import { actor } from './actor.ts';
import { issueCommentNode, lineCommentNode, reviewNode } from './comments.ts';
import { connection, type PageArguments } from './connection.ts';
import type { Context } from './context.ts';
import { failure } from './errors.ts';
import { mutations } from './mutations.ts';
import { pullNode } from './pull.ts';
import { repositoryNode } from './repository.ts';
import { threadNode } from './thread.ts';

const mostIds = 100;

/** The root value: queries and mutations by name. */
export function root(context: Context): object {
  const { world } = context;
  return {
    viewer: () => actor(context.viewer, context),
    rateLimit: () => ({ ...context.rateLimit.state(), cost: context.cost, nodeCount: context.nodeCount }),
    user: ({ login }: { login: string }) => {
      const user = world.user(login);
      if (!user) throw failure('NOT_FOUND', `Could not resolve to a User with the login of '${login}'.`);
      return actor(user, context);
    },
    repository: ({ owner, name }: { owner: string; name: string }) => {
      const repository = world.repository(`${owner}/${name}`);
      if (!repository) {
        throw failure('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
      }
      return repositoryNode(repository, context);
    },
    search: ({ query, type, ...page }: PageArguments & { query: string; type: string }) => {
      const isPulls = type === 'ISSUE' || type === 'ISSUE_ADVANCED';
      const found = isPulls ? searchPulls(world, query) : [];
      const { totalCount: _, ...rest } = connection(found.slice(0, mostResults), page, (pull) =>
        pullNode(pull, context),
      );
      const none = { codeCount: 0, discussionCount: 0, repositoryCount: 0, userCount: 0, wikiCount: 0 };
      return { ...rest, ...none, issueCount: found.length };
    },
    node: ({ id }: { id: string }) => {
      const found = world.node(id);
      if (!found || !isSeen(found, context))
        throw failure('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
      return nodeOf(found, context);
    },
    nodes: ({ ids }: { ids: string[] }) => {
      if (ids.length > mostIds) {
        throw failure(
          'ARGUMENT_LIMIT',
          `You may not provide more than ${mostIds} node ids; you provided ${ids.length}.`,
        );
      }
      return ids.map((id) => {
        const found = world.node(id);
        // graphql-js takes an Error in a list as the failure of that one item.
        if (!found || !isSeen(found, context))
          return failure('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`);
        return nodeOf(found, context);
      });
    },
    ...mutations(context),
  };
}

/** What is pending is there for its author only. */
function isSeen(found: Found, { viewer }: Context): boolean {
  if (found.kind === 'review') return isVisible(found.review, found.pull, viewer.login);
  if (found.kind === 'lineComment') return isVisible(found.comment, found.pull, viewer.login);
  const first = found.kind === 'thread' ? found.thread.comments[0] : undefined;
  return !first || found.kind !== 'thread' || isVisible(first, found.thread.pull, viewer.login);
}

function nodeOf(found: Found, context: Context): object | null {
  switch (found.kind) {
    case 'pull':
      return pullNode(found.pull, context);
    case 'thread':
      return threadNode(found.thread, context);
    case 'lineComment':
      return lineCommentNode(found.comment, found.pull, context);
    case 'review':
      return reviewNode(found.review, found.pull, context);
    case 'issueComment':
      return issueCommentNode(found.comment, found.pull, context);
    case 'repository':
      return repositoryNode(found.repository, context);
    case 'user':
      return actor(found.user, context);
  }
}
