import * as z from 'zod/mini';
import { unreadable } from '../failure.ts';
import { checkedBody } from './body.ts';
import type { Connection } from './connection.ts';
import type { Diffs } from './diffs.ts';
import {
  lineNotInDiff,
  noSuchReview,
  ofWriting,
  pendingReviewExists,
  pullRequestChanged,
} from './failures.ts';
import { checkPlace } from './places.ts';
import { refusedInGraphQL } from './refusals.ts';
import { situationOf } from './situation.ts';
import { published, threadFields, threadShape } from './threads.ts';
import type { NewComment, PendingReview, Published, ReviewEvent, ReviewPlace } from './types.ts';

/*
 * Without the id of a review, a new thread joins the viewer's pending one, and begins it where there is none: so one
 * write does both, and no half of it can be lost.
 */
const addMutation = `mutation AddThread($input: AddPullRequestReviewThreadInput!) {
  addPullRequestReviewThread(input: $input) { thread { ${threadFields} } }
}`;
const addedShape = z.object({
  addPullRequestReviewThread: z.nullable(z.object({ thread: z.nullable(z.unknown()) })),
});

/** Adds a comment to the own pending review, or begins one with it. See `Publisher.addToReview`. */
export async function addToReview(
  connection: Connection,
  diffs: Diffs,
  comment: NewComment,
  review: Pick<PendingReview, 'id'> | null,
  signal?: AbortSignal,
): Promise<Published> {
  const body = checkedBody(comment.body);
  const situation = await situationOf(connection, comment.pullRequest, signal);
  if (review === null && situation.pending) throw pendingReviewExists();
  if (review !== null && situation.pending?.id !== review.id) throw noSuchReview();
  if (comment.commit && comment.commit !== situation.headSha) throw pullRequestChanged();
  // GraphQL takes a line that is not shown without a word, and drops the comment when the review is submitted
  // (github/github-mcp-server#2495), so this check is the only one.
  checkPlace(comment.place, await diffs.of(situation, signal));
  const input = {
    pullRequestId: situation.nodeId,
    ...(review && { pullRequestReviewId: review.id }),
    body,
    ...graphqlPlace(comment.place),
  };
  const answer = await connection.mutate(addMutation, { input }, signal).catch((error: unknown) => {
    throw refusedInGraphQL(error);
  });
  const { data } = addedShape.safeParse(answer);
  if (!data) throw ofWriting(unreadable('an answer without a thread'));
  if (data.addPullRequestReviewThread === null) throw noSuchReview();
  // What GitHub cannot place has been answered with no thread as well.
  if (data.addPullRequestReviewThread.thread === null) throw lineNotInDiff('GitHub found no place for it.');
  const thread = threadShape.safeParse(data.addPullRequestReviewThread.thread).data;
  const first = thread?.comments.nodes[0];
  if (!thread || !first) throw ofWriting(unreadable('a thread without a comment'));
  if (comment.place.line !== null && thread.line === null) {
    await takeBack(connection, first.id);
    throw lineNotInDiff('GitHub found no place for it.');
  }
  return published(first, thread.id);
}

/** The comment would be in the review and vanish with its submission. Where this fails, that is what happens. */
async function takeBack(connection: Connection, id: string): Promise<void> {
  const mutation = `mutation TakeBack($id: ID!) {
    deletePullRequestReviewComment(input: { id: $id }) { clientMutationId }
  }`;
  await connection.mutate(mutation, { id }).catch((error: unknown) => {
    connection.log(`A comment without a place could not be taken back: ${String(error)}`);
  });
}

function graphqlPlace({ path, side, line, startLine, startSide }: ReviewPlace): object {
  if (line === null) return { path, subjectType: 'FILE' };
  if (startLine === null || (startLine === line && (startSide ?? side) === side)) return { path, side, line };
  return { path, side, line, startLine, startSide: startSide ?? side };
}

const stateQuery = 'query ReviewState($id: ID!) { node(id: $id) { ... on PullRequestReview { state url } } }';
const stateShape = z.object({
  node: z.nullable(z.object({ state: z.string(), url: z.string() })),
});
const submitMutation = `mutation SubmitReview($input: SubmitPullRequestReviewInput!) {
  submitPullRequestReview(input: $input) { pullRequestReview { state url } }
}`;
const submittedShape = z.object({
  submitPullRequestReview: z.nullable(
    z.object({ pullRequestReview: z.nullable(z.object({ url: z.string() })) }),
  ),
});

/** Submits the pending review. See `Publisher.submitReview`. */
export async function submitReview(
  connection: Connection,
  review: Pick<PendingReview, 'id'>,
  event: ReviewEvent,
  text: string,
  signal?: AbortSignal,
): Promise<{ url: string }> {
  const body = text.trim() === '' ? '' : checkedBody(text);
  const before = stateShape.safeParse(await connection.read(stateQuery, { id: review.id }, signal)).data;
  if (!before) throw unreadable('the state of a review');
  if (before.node === null) throw noSuchReview();
  // An earlier try arrived whose answer got lost.
  if (before.node.state !== 'PENDING') return { url: before.node.url };
  const input = { pullRequestReviewId: review.id, event, ...(body && { body }) };
  const answer = await connection.mutate(submitMutation, { input }, signal).catch((error: unknown) => {
    throw refusedInGraphQL(error);
  });
  const { data } = submittedShape.safeParse(answer);
  if (!data) throw ofWriting(unreadable('an answer without a review'));
  if (data.submitPullRequestReview === null) throw noSuchReview();
  return { url: data.submitPullRequestReview.pullRequestReview?.url ?? before.node.url };
}

const discardMutation = `mutation DiscardReview($id: ID!) {
  deletePullRequestReview(input: { pullRequestReviewId: $id }) { clientMutationId }
}`;

/** Deletes the pending review. See `Publisher.discardReview`. */
export async function discardReview(
  connection: Connection,
  review: Pick<PendingReview, 'id'>,
  signal?: AbortSignal,
): Promise<void> {
  const before = stateShape.safeParse(await connection.read(stateQuery, { id: review.id }, signal)).data;
  if (!before) throw unreadable('the state of a review');
  if (before.node?.state !== 'PENDING') return;
  await connection.mutate(discardMutation, { id: review.id }, signal).catch((error: unknown) => {
    throw refusedInGraphQL(error);
  });
}
