import * as z from 'zod/mini';
import { unreadable } from '../failure.ts';
import { checkedBody } from './body.ts';
import type { Connection } from './connection.ts';
import { noSuchReview, ofWriting, pendingReviewExists, threadNotFound } from './failures.ts';
import { refusedBecause, refusedInGraphQL } from './refusals.ts';
import { repositoryPath, situationOf } from './situation.ts';
import { commentShape, published, replyFields } from './threads.ts';
import type { PendingReview, Published, PullRequestKey } from './types.ts';

const firstQuery = `query FirstOfThread($id: ID!) {
  node(id: $id) { ... on PullRequestReviewThread { comments(first: 1) { nodes { fullDatabaseId } } } }
}`;
const firstShape = z.object({
  node: z.nullable(
    z.object({
      comments: z.object({
        nodes: z.array(z.object({ fullDatabaseId: z.union([z.string().check(z.regex(/^\d+$/)), z.int()]) })),
      }),
    }),
  ),
});
const restShape = z.object({ id: z.int(), node_id: z.string(), html_url: z.catch(z.string(), '') });

/**
 * Answers in a thread. See `Publisher.reply`. On its own it goes by REST, which refuses it while a review is pending
 * (namanshergill/diohub#18); GraphQL would hide it in that review without a word
 * (EveryInc/compound-engineering-plugin#1196).
 */
export async function reply(
  connection: Connection,
  pr: PullRequestKey,
  threadId: string,
  text: string,
  review: Pick<PendingReview, 'id'> | null,
  signal?: AbortSignal,
): Promise<Published> {
  const body = checkedBody(text);
  const situation = await situationOf(connection, pr, signal);
  if (review) {
    if (situation.pending?.id !== review.id) throw noSuchReview();
    return replyInReview(connection, threadId, body, review.id, signal);
  }
  if (situation.pending) throw pendingReviewExists();
  const { data: found } = firstShape.safeParse(await connection.read(firstQuery, { id: threadId }, signal));
  const first = found?.node?.comments.nodes[0];
  if (!first) throw threadNotFound();
  const path = `${repositoryPath(situation.repository)}/pulls/${situation.number}/comments/${first.fullDatabaseId}/replies`;
  const answer = await connection.post(path, { body }, signal);
  if (answer.status === 422) throw refusedBecause(answer);
  const { data } = restShape.safeParse(answer.data);
  if (!data) throw ofWriting(unreadable('an answer without an id'));
  return {
    commentId: String(data.id),
    nodeId: data.node_id,
    url: data.html_url,
    threadId,
    isPending: false,
    reviewId: null,
  };
}

const replyMutation = `mutation AddReply($input: AddPullRequestReviewThreadReplyInput!) {
  addPullRequestReviewThreadReply(input: $input) { comment { ${replyFields} } }
}`;
const repliedShape = z.object({
  addPullRequestReviewThreadReply: z.nullable(z.object({ comment: z.nullable(commentShape) })),
});

async function replyInReview(
  connection: Connection,
  threadId: string,
  body: string,
  reviewId: string,
  signal: AbortSignal | undefined,
): Promise<Published> {
  const input = { pullRequestReviewThreadId: threadId, pullRequestReviewId: reviewId, body };
  const answer = await connection.mutate(replyMutation, { input }, signal).catch((error: unknown) => {
    throw refusedInGraphQL(error);
  });
  const { data } = repliedShape.safeParse(answer);
  if (!data) throw ofWriting(unreadable('an answer without a comment'));
  if (data.addPullRequestReviewThreadReply === null) throw threadNotFound();
  const { comment } = data.addPullRequestReviewThreadReply;
  if (!comment) throw ofWriting(unreadable('an answer without a comment'));
  return published(comment, threadId);
}

const resolveMutation = `mutation ResolveThread($id: ID!) {
  resolveReviewThread(input: { threadId: $id }) { thread { isResolved } }
}`;
const unresolveMutation = `mutation UnresolveThread($id: ID!) {
  unresolveReviewThread(input: { threadId: $id }) { thread { isResolved } }
}`;
const resolvedShape = z.record(z.string(), z.nullable(z.object({ thread: z.nullable(z.unknown()) })));

/** Resolves a thread or opens it again. See `Publisher.resolve`. */
export async function resolve(
  connection: Connection,
  threadId: string,
  isResolved: boolean,
  signal?: AbortSignal,
): Promise<void> {
  const mutation = isResolved ? resolveMutation : unresolveMutation;
  const answer = await connection.mutate(mutation, { id: threadId }, signal).catch((error: unknown) => {
    throw refusedInGraphQL(error);
  });
  const { data } = resolvedShape.safeParse(answer);
  if (!data) throw ofWriting(unreadable('an answer without a thread'));
  const [payload] = Object.values(data);
  if (!payload?.thread) throw threadNotFound();
}
