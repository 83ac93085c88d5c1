import { addSaid } from './edit.ts';
import { comments, type Given, linksOf, placeProblems, Refused, thread } from './placing.ts';
import { hunkTo, rowAt, rowsOf } from './rows.ts';
import type { Pull, RestLineComment, RestReview, RestUser, Thread } from './types.ts';
import type { World } from './world.ts';

/*
 * What people do in a review, with GitHub's rules. Its documentation names few of them; the others are known from
 * answers that people published:
 * - one pending review a person and pull request, and no comment or answer on its own meanwhile: REST says 422
 *   (namanshergill/diohub#18, github/github-mcp-server#381); an answer by GraphQL disappears in that review without a
 *   word (EveryInc/compound-engineering-plugin#1196)
 * - a line must be part of the diff, a range of one hunk, from an earlier line to a later one, and the commit one of
 *   the pull request: REST says 422 (parkerbxyz/suggest-changes#28, ubuntu/WSL#244, PyGithub/PyGithub#2501); GraphQL
 *   takes any line for a pending review, and drops it when that is submitted (github/github-mcp-server#2495)
 * - a comment keeps the time at which it was drafted as `created_at`, and has that of the submission as `updated_at`
 *   (seen in every review of several comments of a public repository)
 */

export type Acting = { world: World; viewer: RestUser; time: () => string };

export function pendingReviewOf(pull: Pull, viewer: RestUser): RestReview | undefined {
  return pull.reviews.find((review) => review.state === 'PENDING' && review.user?.login === viewer.login);
}

/** A comment on its own: a review of one comment that is submitted at once. */
export function commentOnce(at: Acting, pull: Pull, given: Given, commit: string): RestLineComment {
  checkBody(given.body);
  checkNoPending(at, pull);
  const isOwnCommit = commit === pull.raw.head.sha || pull.commits.some(({ sha }) => sha === commit);
  if (!isOwnCommit) {
    throw new Refused([
      comments,
      `${thread}.end_commit_oid`,
      `${thread}.end_commit_oid is not part of the pull request`,
    ]);
  }
  const problems = placeProblems(pull, given);
  if (problems.length > 0) throw new Refused(...problems);
  return place(at, pull, given, addReview(at, pull, 'COMMENTED'), commit);
}

/** A comment of the pending review, which begins where there is none. */
export function commentLater(at: Acting, pull: Pull, given: Given, review: RestReview | null): Thread {
  checkBody(given.body);
  if (pull.files && !pull.files.some((file) => file.path === given.path)) {
    throw new Refused([comments, `${thread}.path`, 'Pull request review thread path is invalid']);
  }
  const target = review ?? pendingReviewOf(pull, at.viewer) ?? addReview(at, pull, 'PENDING');
  if (target.state !== 'PENDING') throw new Refused(['PullRequestReview', 'state', alreadySubmitted]);
  const isShown = placeProblems(pull, given).length === 0;
  const comment = place(at, pull, given, target, pull.raw.head.sha);
  if (!isShown) Object.assign(comment, { line: null, start_line: null, position: null, diff_hunk: '' });
  return pull.threads.find((one) => one.comments[0] === comment)!;
}

const alreadySubmitted = 'Review has already been submitted.';

/** An answer, on its own or in a pending review. */
export function answer(
  at: Acting,
  pull: Pull,
  first: RestLineComment,
  body: string,
  review: RestReview | null,
): RestLineComment {
  checkBody(body);
  if (!review) checkNoPending(at, pull);
  else if (review.state !== 'PENDING') throw new Refused(['PullRequestReview', 'state', alreadySubmitted]);
  const words = { author: at.viewer.login, body: kept(body), inReplyTo: first.id };
  const before = pull.raw.updated_at;
  const { id } = addSaid(at.world, pull, words, at.time());
  const comment = pull.lineComments.find((one) => one.id === id)!;
  comment.pull_request_review_id = (review ?? addReview(at, pull, 'COMMENTED')).id;
  if (review) pull.raw.updated_at = before;
  return Object.assign(comment, linksOf(pull, comment));
}

export function submit(
  at: Acting,
  pull: Pull,
  review: RestReview,
  event: 'COMMENT' | 'APPROVE' | 'REQUEST_CHANGES',
  body: string,
): void {
  if (review.state !== 'PENDING') throw new Refused(['PullRequestReview', 'state', alreadySubmitted]);
  const own = pull.lineComments.filter((one) => one.pull_request_review_id === review.id);
  if (event !== 'COMMENT' && pull.raw.user?.login === at.viewer.login) {
    const what = event === 'APPROVE' ? 'approve' : 'request changes on';
    throw new Refused(['PullRequestReview', 'event', `Can not ${what} your own pull request`]);
  }
  if (event !== 'APPROVE' && body.trim() === '' && (event === 'REQUEST_CHANGES' || own.length === 0))
    throw new Refused(['PullRequestReview', 'body', 'Pull request review body can’t be blank']);
  const now = at.time();
  const states = { COMMENT: 'COMMENTED', APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED' } as const;
  Object.assign(review, { state: states[event], body: kept(body) || review.body, submitted_at: now });
  for (const comment of own) {
    comment.updated_at = now;
    if (comment.line === null && comment.subject_type !== 'file') removeComment(at, pull, comment);
  }
  pull.raw.updated_at = now;
}

/** Deletes a pending review with its comments. */
export function discard(at: Acting, pull: Pull, review: RestReview): void {
  if (review.state !== 'PENDING')
    throw new Refused(['PullRequestReview', 'state', 'Can not delete a non-pending pull request review']);
  for (const comment of pull.lineComments.filter((one) => one.pull_request_review_id === review.id))
    removeComment(at, pull, comment);
  pull.reviews = pull.reviews.filter((one) => one !== review);
  at.world.forget(review.node_id);
}

export function removeComment(at: Acting, pull: Pull, comment: RestLineComment): void {
  pull.lineComments = pull.lineComments.filter((one) => one !== comment);
  at.world.forget(comment.node_id);
  for (const one of pull.threads) one.comments = one.comments.filter((other) => other !== comment);
  for (const one of pull.threads) if (one.comments.length === 0) at.world.forget(one.id);
  pull.threads = pull.threads.filter((one) => one.comments.length > 0);
}

export function addReview(at: Acting, pull: Pull, state: 'COMMENTED' | 'PENDING'): RestReview {
  const before = pull.raw.updated_at;
  const words = { author: at.viewer.login, kind: 'review' as const, verdict: state, body: '' };
  const { id } = addSaid(at.world, pull, words, at.time());
  const review = pull.reviews.find((one) => one.id === id)!;
  if (state === 'PENDING') {
    delete review.submitted_at;
    pull.drafted.set(id, at.time());
    // Nobody else is told.
    pull.raw.updated_at = before;
  }
  return review;
}

function place(at: Acting, pull: Pull, given: Given, review: RestReview, commit: string): RestLineComment {
  const before = pull.raw.updated_at;
  const rows = rowsOf(pull, given.path);
  const side = given.isFile ? 'RIGHT' : given.side;
  const row = given.line === null ? -1 : rowAt(rows, { line: given.line, side });
  const hunk = given.isFile ? (rows[0]?.text ?? '') : row >= 0 ? hunkTo(rows, row) : undefined;
  const words = {
    ...{ author: at.viewer.login, kind: 'line' as const, body: kept(given.body), path: given.path },
    ...(given.line !== null && !given.isFile && { line: given.line }),
    ...(hunk !== undefined && { diffHunk: hunk }),
  };
  const { id } = addSaid(at.world, pull, words, at.time());
  const comment = pull.lineComments.find((one) => one.id === id)!;
  const startSide = given.startLine === null ? null : (given.startSide ?? side);
  Object.assign(comment, {
    pull_request_review_id: review.id,
    ...{ commit_id: commit, original_commit_id: commit, side },
    ...{ start_line: given.startLine, original_start_line: given.startLine, start_side: startSide },
    ...(given.isFile && { position: 1, original_position: 1, line: null, original_line: null }),
  });
  Object.assign(comment, linksOf(pull, comment));
  if (review.state === 'PENDING') pull.raw.updated_at = before;
  // On a commit that others followed, the code may be gone.
  if (commit !== pull.raw.head.sha && !given.isFile)
    Object.assign(comment, { line: null, start_line: null, position: null });
  return comment;
}

function checkNoPending(at: Acting, pull: Pull): void {
  if (!pendingReviewOf(pull, at.viewer)) return;
  const message = 'user_id can only have one pending review per pull request';
  throw new Refused(['PullRequestReview', 'user_id', message]);
}

function checkBody(body: string): void {
  if (body.trim() === '') throw new Refused([comments, 'body', "body can't be blank"]);
  if ([...body].length > 65_536)
    throw new Refused([comments, 'body', 'body is too long (maximum is 65536 characters)']);
}

/** GitHub keeps a comment without what is blank at its end. */
function kept(body: string): string {
  return body.trimEnd();
}
