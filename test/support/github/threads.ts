import { createHash } from 'node:crypto';
import type { Pull, PullLine, RestLineComment, Thread } from './types.ts';

/** A number from 0 to 99 that is always the same for the same text: made-up state needs no randomness. */
export function percentOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt16BE(0) % 100;
}

/** The node id that a thread beginning with this comment has. */
export function threadId(firstCommentId: number): string {
  const bytes = Buffer.alloc(9);
  bytes.writeUInt8(0xce, 0);
  bytes.writeBigUInt64BE(BigInt(firstCommentId), 1);
  return `PRRT_kwDO${bytes.toString('base64url')}`;
}

/**
 * Threads from chains of `in_reply_to_id`, which names the first comment of a thread. REST says nothing
 * of a thread's resolution, so without the project's own `threads` field it is MADE UP: six of ten
 * threads are resolved, by the pull request's author, picked by a hash of the first comment's id.
 */
export function makeThreads(pull: Pull, made: PullLine['threads']): Thread[] {
  const threads = new Map<number, Thread>();
  const byAge = [...pull.lineComments].sort(
    (a, b) => a.created_at.localeCompare(b.created_at) || a.id - b.id,
  );
  const known = new Map(byAge.map((comment) => [comment.id, comment]));
  for (const comment of byAge) {
    const first = firstOf(comment, known);
    let thread = threads.get(first.id);
    if (!thread) {
      const told = made?.[String(first.id)];
      const isResolved = told?.isResolved ?? (made === undefined && percentOf(`resolved ${first.id}`) < 60);
      const resolvedBy = isResolved ? (told?.resolvedBy ?? pull.raw.user?.login ?? null) : null;
      thread = { kind: 'thread', id: threadId(first.id), pull, isResolved, resolvedBy, comments: [] };
      threads.set(first.id, thread);
    }
    if (comment === first) thread.comments.unshift(comment);
    else thread.comments.push(comment);
  }
  return [...threads.values()];
}

function firstOf(comment: RestLineComment, known: Map<number, RestLineComment>): RestLineComment {
  let first = comment;
  for (let hops = 0; first.in_reply_to_id !== undefined && hops < 1000; hops++) {
    const before = known.get(first.in_reply_to_id);
    if (!before) break;
    first = before;
  }
  return first;
}

/** Outdated: the code the comment stood on is gone, and the comment is not about the whole file. */
export function isOutdated(comment: RestLineComment): boolean {
  return comment.line === null && comment.subject_type !== 'file';
}
