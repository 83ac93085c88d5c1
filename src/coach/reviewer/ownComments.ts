import type { PullRequestRecord } from '../../model/pullRequest.ts';
import { feedbackId } from '../../model/toFeedback.ts';

/** Something that a reviewer began to say on somebody else's pull request. */
export type OwnComment = {
  feedbackId: string;
  repository: string;
  /** `null` for what is about no file. */
  path: string | null;
  /** As it was written. */
  body: string;
  /** Milliseconds since 1970. */
  at: number;
};

/**
 * The line comments that began a thread and the words of submitted reviews by one person, oldest first. Replies and
 * the conversation are left out: they answer somebody and are no feedback by themselves.
 */
export function ownComments(records: Iterable<PullRequestRecord>, login: string): OwnComment[] {
  const me = login.toLowerCase();
  const isMe = (person: { login: string } | null) => person?.login.toLowerCase() === me;
  const own: OwnComment[] = [];
  for (const { host, repository, author, threads, reviews } of records) {
    if (isMe(author)) continue;
    for (const { path, comments } of threads) {
      const [first] = comments;
      if (!first || !isMe(first.author)) continue;
      const id = feedbackId(host, 'line', first.databaseId);
      own.push({ feedbackId: id, repository, path, body: first.body, at: Date.parse(first.createdAt) });
    }
    for (const review of reviews) {
      if (!isMe(review.author) || review.verdict === 'PENDING' || review.body.trim() === '') continue;
      const id = feedbackId(host, 'review', review.databaseId);
      own.push({
        feedbackId: id,
        repository,
        path: null,
        body: review.body,
        at: Date.parse(review.createdAt),
      });
    }
  }
  return own.filter(({ at }) => Number.isFinite(at)).sort((a, b) => a.at - b.at);
}
