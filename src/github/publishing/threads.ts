import * as z from 'zod/mini';
import { unreadable } from '../failure.ts';
import type { Connection } from './connection.ts';
import type { Published } from './types.ts';

const commentFields =
  'id fullDatabaseId url state body author { login } createdAt draftedAt publishedAt pullRequestReview { id }';

/** What is asked for of a thread in order to know one's own again. */
export const threadFields = `id path line startLine originalLine originalStartLine diffSide startDiffSide subjectType
  comments(first: 1) { nodes { ${commentFields} } }`;
export const replyFields = commentFields;

const time = z.catch(z.nullable(z.string()), null);
const lineNumber = z.catch(z.nullable(z.int()), null);

export const commentShape = z.object({
  id: z.string(),
  fullDatabaseId: z.union([z.string().check(z.regex(/^\d+$/)), z.int()]),
  url: z.catch(z.string(), ''),
  state: z.catch(z.string(), 'SUBMITTED'),
  body: z.string(),
  author: z.catch(z.nullable(z.object({ login: z.string() })), null),
  createdAt: time,
  draftedAt: time,
  publishedAt: time,
  pullRequestReview: z.catch(z.nullable(z.object({ id: z.string() })), null),
});
export type OwnComment = z.infer<typeof commentShape>;

export const threadShape = z.object({
  id: z.string(),
  path: z.string(),
  line: lineNumber,
  startLine: lineNumber,
  originalLine: lineNumber,
  originalStartLine: lineNumber,
  diffSide: z.string(),
  startDiffSide: z.catch(z.nullable(z.string()), null),
  subjectType: z.catch(z.string(), 'LINE'),
  comments: z.object({ nodes: z.array(z.nullable(commentShape)) }),
});
export type OwnThread = z.infer<typeof threadShape>;

const pageShape = z.object({
  node: z.nullable(
    z.object({
      reviewThreads: z.object({
        nodes: z.array(z.unknown()),
        pageInfo: z.object({ hasPreviousPage: z.boolean(), startCursor: z.nullable(z.string()) }),
      }),
    }),
  ),
});

const query = `query OwnThreads($id: ID!, $before: String) {
  node(id: $id) { ... on PullRequest {
    reviewThreads(last: 100, before: $before) { nodes { ${threadFields} } pageInfo { hasPreviousPage startCursor } }
  } }
}`;

/** Threads that are looked through at most: more than any pull request that a person reads. */
const mostPages = 50;

/**
 * Looks through a pull request's threads from the newest on, until one is right.
 * @param pull node id of the pull request
 * @throws GitHubFailure 'github-unreadable' where it cannot be told whether it is there
 */
export async function findThread(
  connection: Connection,
  pull: string,
  isIt: (thread: OwnThread) => boolean,
  signal?: AbortSignal,
): Promise<OwnThread | null> {
  let before: string | null = null;
  let isBroken = false;
  for (let page = 0; page < mostPages; page += 1) {
    const answer: unknown = await connection.read(query, { id: pull, before }, signal);
    const { data } = pageShape.safeParse(answer);
    const list = data?.node?.reviewThreads;
    // "Not there" would have the comment sent once more.
    if (!list) throw unreadable('the threads');
    for (const item of list.nodes.toReversed()) {
      const thread = threadShape.safeParse(item).data;
      if (thread && isIt(thread)) return thread;
      // What may not be seen of a list is `null` in it.
      isBroken ||= !thread?.comments.nodes[0];
    }
    before = list.pageInfo.startCursor;
    if (!list.pageInfo.hasPreviousPage || before === null) break;
  }
  if (isBroken) throw unreadable('a thread');
  return null;
}

/** A comment as its writer is told of it. */
export function published(comment: OwnComment, threadId: string | null): Published {
  return {
    commentId: String(comment.fullDatabaseId),
    nodeId: comment.id,
    url: comment.url,
    threadId,
    isPending: comment.state === 'PENDING',
    reviewId: comment.pullRequestReview?.id ?? null,
  };
}
