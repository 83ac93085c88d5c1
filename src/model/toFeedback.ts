import type { CommentRecord, Person, PullRequestRecord, ThreadRecord } from './pullRequest.ts';
import type { Feedback, FeedbackKind } from './state.ts';

/** The id that a piece of feedback from GitHub keeps for ever: `<host>/<kind>/<database id>`. */
export function feedbackId(host: string, kind: FeedbackKind, databaseId: string): string {
  return `${host}/${kind}/${databaseId}`;
}

/**
 * What others said to the mentee on a pull request: line comments, submitted reviews with words in them and
 * conversation comments, in this order. Somebody else's pull request holds no feedback for the mentee.
 * Tag, goals and the like are empty: people decide those, and the journal holds them.
 *
 * @param mentee login, compared without regard to case; a deleted user counts as another
 */
export function toFeedback(record: PullRequestRecord, mentee: string): Feedback[] {
  const login = mentee.toLowerCase();
  const isMentee = (person: Person | null) => person?.login.toLowerCase() === login;
  if (record.author !== null && !isMentee(record.author)) return [];
  const feedback: Feedback[] = [];
  for (const thread of record.threads) {
    for (const comment of thread.comments) {
      if (isMentee(comment.author)) continue;
      feedback.push({
        ...common(record, 'line', comment),
        ...place(thread),
        diffHunk: comment.diffHunk,
        inReplyTo: replyTo(record, thread, comment),
      });
    }
  }
  for (const review of record.reviews) {
    if (isMentee(review.author) || review.verdict === 'PENDING' || review.body.trim() === '') continue;
    feedback.push(common(record, 'review', review));
  }
  for (const comment of record.conversation) {
    if (!isMentee(comment.author)) feedback.push(common(record, 'conversation', comment));
  }
  return feedback;
}

function common(record: PullRequestRecord, kind: FeedbackKind, comment: CommentRecord): Feedback {
  return {
    id: feedbackId(record.host, kind, comment.databaseId),
    kind,
    url: comment.url || null,
    author: comment.author?.login ?? 'ghost',
    isBot: comment.author?.isBot ?? false,
    body: comment.body,
    path: null,
    line: null,
    startLine: null,
    side: null,
    originalLine: null,
    diffHunk: null,
    threadId: null,
    inReplyTo: null,
    isResolved: null,
    isOutdated: null,
    isMinimized: comment.isMinimized,
    createdAt: comment.createdAt,
    updatedAt: comment.updatedAt,
    pullRequest: {
      repository: record.repository,
      number: record.number,
      title: record.title,
      url: record.url,
    },
    suggestedTag: null,
    isSetAsideSuggested: false,
    tag: null,
    goalIds: [],
    isSetAside: false,
    rating: null,
    taggedBy: null,
    tagClaimedBy: null,
    createdBy: null,
    claimedBy: null,
    isPrivate: false,
  };
}

function place(thread: ThreadRecord) {
  return {
    path: thread.path,
    line: thread.line,
    // Where the code moved on, the lines that were commented on still say how much was meant.
    startLine: thread.startLine ?? thread.originalStartLine,
    side: thread.side,
    originalLine: thread.originalLine,
    threadId: thread.id,
    isResolved: thread.isResolved,
    isOutdated: thread.isOutdated,
  };
}

function replyTo(record: PullRequestRecord, thread: ThreadRecord, comment: CommentRecord): string | null {
  const first = thread.comments[0];
  return first === undefined || first === comment ? null : feedbackId(record.host, 'line', first.databaseId);
}
