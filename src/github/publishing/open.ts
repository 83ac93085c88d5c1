import * as z from 'zod/mini';
import { unreadable } from '../failure.ts';
import type { Connection } from './connection.ts';
import { repositoryNotFound } from './failures.ts';
import { repositoryVariables } from './situation.ts';
import type { OpenPullRequest } from './types.ts';

// No search: it knows what was just opened some minutes later only.
const query = `query OpenPullRequests($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequests(states: [OPEN], first: 100, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes { number title updatedAt isDraft url author { login } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;
const shape = z.object({
  repository: z.nullable(
    z.object({
      pullRequests: z.object({
        nodes: z.array(
          z.object({
            number: z.int(),
            title: z.string(),
            updatedAt: z.string(),
            isDraft: z.boolean(),
            url: z.string(),
            author: z.catch(z.nullable(z.object({ login: z.string() })), null),
          }),
        ),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.nullable(z.string()) }),
      }),
    }),
  ),
});
const mostPages = 5;

/** Open pull requests, the last updated first. See `Publisher.openPullRequests`. */
export async function openPullRequests(
  connection: Connection,
  repository: string,
  author?: string,
  signal?: AbortSignal,
): Promise<OpenPullRequest[]> {
  const { owner, name } = repositoryVariables(repository);
  const found = new Map<number, OpenPullRequest>();
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const answer: unknown = await connection.read(query, { owner, name, after }, signal);
    const { data } = shape.safeParse(answer);
    if (!data) throw unreadable('the open pull requests');
    if (data.repository === null) throw repositoryNotFound(repository);
    const { nodes, pageInfo } = data.repository.pullRequests;
    for (const pull of nodes) {
      const login = pull.author?.login ?? null;
      if (author !== undefined && login?.toLowerCase() !== author.toLowerCase()) continue;
      found.set(pull.number, { ...pull, author: login });
    }
    if (!pageInfo.hasNextPage || pageInfo.endCursor === null) break;
    after = pageInfo.endCursor;
  }
  return [...found.values()];
}
