import type { Pull, RestLineComment, RestReview } from './types.ts';

/** A pending review and its comments are seen by the one who is writing it only. */
export function isVisible(said: RestLineComment | RestReview, pull: Pull, viewer: string): boolean {
  const review =
    'pull_request_review_id' in said
      ? pull.reviews.find((one) => one.id === said.pull_request_review_id)
      : (said as RestReview);
  return review?.state !== 'PENDING' || review.user?.login === viewer;
}
