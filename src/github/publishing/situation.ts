import * as z from 'zod/mini';
import { unreadable } from '../failure.ts';
import type { Connection } from './connection.ts';
import { pullRequestNotFound, repositoryNotFound } from './failures.ts';
import type { PendingReview, PullRequestKey } from './types.ts';

/** What has to be known of a pull request before anything is written to it. */
export type Situation = {
  viewer: string;
  nodeId: string;
  /** As GitHub spells it today: a repository that was renamed answers to its old name, but takes nothing there. */
  repository: string;
  number: number;
  headSha: string;
  pending: PendingReview | null;
};

// Reviews that are pending are shown to their author only, so that there is one at most.
const query = `query Situation($owner: String!, $name: String!, $number: Int!) {
  viewer { login }
  repository(owner: $owner, name: $name) {
    nameWithOwner
    pullRequest(number: $number) {
      id headRefOid
      reviews(states: [PENDING], first: 10) {
        nodes { id url createdAt viewerDidAuthor comments(first: 1) { totalCount } }
      }
    }
  }
}`;

const shape = z.object({
  viewer: z.object({ login: z.string() }),
  repository: z.nullable(
    z.object({
      nameWithOwner: z.string(),
      pullRequest: z.nullable(
        z.object({
          id: z.string(),
          headRefOid: z.string(),
          reviews: z.object({
            nodes: z.array(
              z.object({
                id: z.string(),
                url: z.string(),
                createdAt: z.string(),
                viewerDidAuthor: z.boolean(),
                comments: z.object({ totalCount: z.int() }),
              }),
            ),
          }),
        }),
      ),
    }),
  ),
});

/** @throws CairnError 'pull-request-not-found', and as all reads do */
export async function situationOf(
  connection: Connection,
  key: PullRequestKey,
  signal?: AbortSignal,
): Promise<Situation> {
  const answer = await connection.read(query, keyVariables(key), signal);
  const { data, error } = shape.safeParse(answer);
  if (!data) throw unreadable(`the pull request: ${error?.issues[0]?.path.join('.')}`);
  const { viewer, repository } = data;
  const pull = repository?.pullRequest;
  if (!pull || !repository) throw pullRequestNotFound(`${key.repository}#${key.number}`);
  const own = pull.reviews.nodes.find((review) => review.viewerDidAuthor);
  return {
    viewer: viewer.login,
    nodeId: pull.id,
    repository: repository.nameWithOwner,
    number: key.number,
    headSha: pull.headRefOid,
    pending: own
      ? { id: own.id, url: own.url, comments: own.comments.totalCount, createdAt: own.createdAt }
      : null,
  };
}

/** The variables that name a pull request. @throws CairnError for what cannot be one */
export function keyVariables({ repository, number }: PullRequestKey) {
  if (!Number.isInteger(number) || number < 1 || number > 0x7fffffff)
    throw pullRequestNotFound(`${repository}#${number}`);
  return { ...repositoryVariables(repository), number };
}

/** The variables that name a repository. @throws CairnError 'repository-not-found' for what is no `owner/name` */
export function repositoryVariables(repository: string) {
  const [owner, name, ...rest] = repository.split('/');
  if (!owner || !name || rest.length > 0) throw repositoryNotFound(repository);
  return { owner, name };
}

/** The path of a repository's REST addresses. */
export function repositoryPath(repository: string): string {
  return `/repos/${repository.split('/').map(encodeURIComponent).join('/')}`;
}
