import * as z from 'zod/mini';
import { unreadable } from '../failure.ts';
import { checkedBody } from './body.ts';
import type { Connection } from './connection.ts';
import type { Diffs } from './diffs.ts';
import { ofWriting, pendingReviewExists } from './failures.ts';
import { checkPlace } from './places.ts';
import { refusedBecause } from './refusals.ts';
import { repositoryPath, situationOf } from './situation.ts';
import { findThread, type OwnThread } from './threads.ts';
import type { NewComment, Published, ReviewPlace } from './types.ts';

const answerShape = z.object({ id: z.int(), node_id: z.string(), html_url: z.catch(z.string(), '') });

/** Puts a comment on its own. See `Publisher.publish`. */
export async function publish(
  connection: Connection,
  diffs: Diffs,
  comment: NewComment,
  signal?: AbortSignal,
): Promise<Published> {
  const body = checkedBody(comment.body);
  const situation = await situationOf(connection, comment.pullRequest, signal);
  // GitHub refuses it then; without asking, nothing can be lost on the way.
  if (situation.pending) throw pendingReviewExists();
  const commit = comment.commit ?? situation.headSha;
  if (commit === situation.headSha) checkPlace(comment.place, await diffs.of(situation, signal));
  const path = `${repositoryPath(situation.repository)}/pulls/${situation.number}/comments`;
  const given = { body, commit_id: commit, ...restPlace(comment.place) };
  const answer = await connection.post(path, given, signal);
  if (answer.status === 422) throw refusedBecause(answer);
  const { data } = answerShape.safeParse(answer.data);
  if (!data) throw ofWriting(unreadable('a comment without an id'));
  const thread = await threadOf(connection, situation.nodeId, data.node_id, signal);
  return {
    commentId: String(data.id),
    nodeId: data.node_id,
    url: data.html_url,
    threadId: thread?.id ?? null,
    isPending: false,
    reviewId: thread?.comments.nodes[0]?.pullRequestReview?.id ?? null,
  };
}

function restPlace({ path, side, line, startLine, startSide }: ReviewPlace): object {
  if (line === null) return { path, subject_type: 'file' };
  // GitHub refuses a range whose first line is its last.
  if (startLine === null || (startLine === line && (startSide ?? side) === side)) return { path, side, line };
  return { path, side, line, start_line: startLine, start_side: startSide ?? side };
}

/** REST does not name the thread. The comment is there by now, so that no failure here may look like one of its. */
async function threadOf(
  connection: Connection,
  pull: string,
  nodeId: string,
  signal: AbortSignal | undefined,
): Promise<OwnThread | null> {
  try {
    return await findThread(connection, pull, ({ comments }) => comments.nodes[0]?.id === nodeId, signal);
  } catch (error) {
    connection.log(`The comment was published; its thread could not be read: ${String(error)}`);
    return null;
  }
}
