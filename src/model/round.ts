import type { PullRequestRecord } from './pullRequest.ts';

/**
 * How many threads a reviewer has begun in the round that is under way: those on the head, since a push ends a round.
 * Pending comments are in it where GitHub showed them.
 * @param record a pull request with what was said on it
 * @param reviewer login, in whatever case
 */
export function threadsInRound(record: PullRequestRecord, reviewer: string): number {
  const name = reviewer.toLowerCase();
  const begun = record.threads
    .map(({ comments }) => comments[0])
    .filter((comment) => comment?.author?.login.toLowerCase() === name);
  const newest = begun.reduce(
    (latest, comment) => (comment && (!latest || comment.createdAt > latest.createdAt) ? comment : latest),
    begun[0],
  );
  // Where GitHub does not tell the head, the reviewer's newest comment was made on what they saw last.
  const head = record.headSha ?? newest?.originalCommit ?? null;
  return begun.filter((comment) => head !== null && comment?.originalCommit === head).length;
}
