import type { Annotation, OwnRating, Rating } from './annotation.ts';
import type { RatingRecord, SpaceRecords } from './records.ts';

/**
 * Annotations in the order in which they were made. One that was deleted is there as long as others' replies are.
 * Goals that are not there are left out.
 */
export function annotationsOf(records: SpaceRecords): Annotation[] {
  const annotations: Annotation[] = [];
  const isKept = keptIn(records);
  for (const { feedback, created, replies: all, ...rest } of records.annotations.values()) {
    const replies = all
      .filter(({ isDeleted }) => !isDeleted)
      .map(({ created: said, isDeleted: _, ...reply }) => ({
        ...reply,
        createdBy: said.by,
        claimedBy: said.claimedBy,
      }));
    if (rest.isDeleted && replies.length === 0) continue;
    annotations.push({
      ...rest,
      anchors: rest.anchors.slice(),
      feedbackId: feedback,
      goalIds: rest.goalIds.filter((id) => records.goals.has(id)),
      replies,
      createdBy: created.by,
      claimedBy: created.claimedBy,
      isPrivate: isKept(rest.id, feedback),
    });
  }
  return annotations;
}

/**
 * What people think of feedback: the user's own by feedback, the newest where there are several, and others'.
 * @param isMe whether a name is the user's
 */
export function ratingsOf(
  records: SpaceRecords,
  isMe: (name: string) => boolean,
): { own: Map<string, OwnRating>; others: Rating[] } {
  const own = new Map<string, { rating: OwnRating; ratedAt: string }>();
  const others: Rating[] = [];
  const isKept = keptIn(records);
  for (const record of records.ratings.values()) {
    const { feedback, isHelpful, ratedAt, rated } = record;
    if (isHelpful === null) continue;
    const isSent = !isKept(record.id, feedback);
    if (isSent && !isMe(rated.by)) others.push(toRating(record, isHelpful));
    else if ((own.get(feedback)?.ratedAt ?? '') <= ratedAt) {
      const { id, note } = record;
      own.set(feedback, { rating: { id, isHelpful, note, isSent }, ratedAt });
    }
  }
  return { own: new Map(Array.from(own, ([feedback, { rating }]) => [feedback, rating])), others };
}

/** What is said about private feedback is private with it. */
const keptIn =
  ({ isPrivate }: SpaceRecords) =>
  (id: string, feedback: string | null): boolean =>
    isPrivate.has(id) || (feedback !== null && isPrivate.has(feedback));

function toRating({ feedback, rated, ...record }: RatingRecord, isHelpful: boolean): Rating {
  return {
    ...record,
    isHelpful,
    isSent: true,
    feedbackId: feedback,
    ratedBy: rated.by,
    claimedBy: rated.claimedBy,
  };
}
