import * as z from 'zod/mini';
import { unreadable } from '../failure.ts';
import { normalBody } from './body.ts';
import type { Connection } from './connection.ts';
import { threadNotFound } from './failures.ts';
import { situationOf } from './situation.ts';
import {
  commentShape,
  findThread,
  type OwnComment,
  type OwnThread,
  published,
  replyFields,
} from './threads.ts';
import type { NewComment, Published, ReviewPlace } from './types.ts';

/** What the clocks of GitHub and of this machine may differ in, in milliseconds. */
const skew = 600_000;

/** Looks up a comment that may have arrived. See `Publisher.find`. */
export async function find(
  connection: Connection,
  comment: NewComment,
  since: string,
  signal?: AbortSignal,
): Promise<Published | null> {
  const { viewer, nodeId } = await situationOf(connection, comment.pullRequest, signal);
  const isOwn = ownSince(viewer, comment.body, since);
  const isIt = (thread: OwnThread) => {
    const [first] = thread.comments.nodes;
    return !!first && isAt(thread, comment.place) && isOwn(first);
  };
  const thread = await findThread(connection, nodeId, isIt, signal);
  const first = thread?.comments.nodes[0];
  return thread && first ? published(first, thread.id) : null;
}

const repliesQuery = `query OwnReplies($id: ID!, $before: String) {
  viewer { login }
  node(id: $id) { ... on PullRequestReviewThread {
    comments(last: 100, before: $before) { nodes { ${replyFields} } pageInfo { hasPreviousPage startCursor } }
  } }
}`;
const repliesShape = z.object({
  viewer: z.object({ login: z.string() }),
  node: z.nullable(
    z.object({
      comments: z.object({
        nodes: z.array(z.unknown()),
        pageInfo: z.object({ hasPreviousPage: z.boolean(), startCursor: z.nullable(z.string()) }),
      }),
    }),
  ),
});
/** Answers that are looked through at most. */
const mostPages = 20;

/** Looks up an answer that may have arrived. See `Publisher.findReply`. */
export async function findReply(
  connection: Connection,
  threadId: string,
  body: string,
  since: string,
  signal?: AbortSignal,
): Promise<Published | null> {
  let before: string | null = null;
  let isBroken = false;
  for (let page = 0; page < mostPages; page += 1) {
    const answer: unknown = await connection.read(repliesQuery, { id: threadId, before }, signal);
    const { data } = repliesShape.safeParse(answer);
    // "Not there" would have the answer sent once more.
    if (!data) throw unreadable('the thread');
    if (!data.node) throw threadNotFound();
    const { nodes, pageInfo } = data.node.comments;
    const isOwn = ownSince(data.viewer.login, body, since);
    for (const item of nodes.toReversed()) {
      const comment = commentShape.safeParse(item).data;
      if (comment && isOwn(comment)) return published(comment, threadId);
      isBroken ||= !comment;
    }
    before = pageInfo.startCursor;
    if (!pageInfo.hasPreviousPage || before === null) break;
  }
  if (isBroken) throw unreadable('an answer in the thread');
  return null;
}

function ownSince(viewer: string, body: string, since: string): (comment: OwnComment) => boolean {
  const wanted = normalBody(body);
  const at = Date.parse(since);
  // A time that cannot be read must not hide what is there.
  const from = Number.isNaN(at) ? 0 : at - skew;
  return (comment) =>
    sameLogin(comment.author?.login, viewer) &&
    normalBody(comment.body) === wanted &&
    [comment.createdAt, comment.draftedAt, comment.publishedAt].some(
      (time) => time !== null && Date.parse(time) >= from,
    );
}

/** A bot is called with `[bot]` at the end by some fields and without by others. */
function sameLogin(one: string | undefined, other: string): boolean {
  const plain = (login: string) => login.toLowerCase().replace(/\[bot\]$/, '');
  return one !== undefined && plain(one) === plain(other);
}

/** Also where commits came since, which leave the first place to `original…`. */
function isAt(thread: OwnThread, place: ReviewPlace): boolean {
  if (thread.path !== place.path) return false;
  if (place.line === null) return thread.subjectType === 'FILE';
  if (thread.subjectType === 'FILE' || thread.diffSide !== place.side) return false;
  const isRange = place.startLine !== null && place.startLine !== place.line;
  const start = isRange ? place.startLine : null;
  const isNow = thread.line === place.line && sameStart(thread.startLine, thread.line, start);
  return (
    isNow ||
    (thread.originalLine === place.line && sameStart(thread.originalStartLine, thread.originalLine, start))
  );
}

/** Some answers repeat the one line of a comment as its first. */
function sameStart(start: number | null, line: number | null, wanted: number | null): boolean {
  return start === wanted || (wanted === null && start === line);
}
