import { anchorsAfter, placeOf } from './anchorList.ts';
import { isoTime } from './isoTime.ts';
import { add, addId, oneOf, removeId } from './lookup.ts';
import type { People } from './people.ts';
import type { AnnotationRecord, ReplyRecord, Said, SpaceRecords } from './records.ts';
import { type Known, type OfType, saidIn, stays } from './said.ts';

export type AnnotationEvent = OfType<`annotation.${string}`>;

/** So many replies of one person to one annotation are kept in memory: a stranger's thousands hold up no window. */
export const mostReplies = 100;

/** How many replies each person has written, those that were deleted included; derived from the list. */
const counts = new WeakMap<readonly ReplyRecord[], Map<string, number>>();

/**
 * Brings an event about an annotation into the records, in place.
 * @param owner whose words it counts as, where that is not its author
 */
export function applyAnnotation(
  records: SpaceRecords,
  known: Known,
  event: AnnotationEvent,
  owner: string | undefined,
): void {
  const { annotation: id } = event.payload;
  const one = records.annotations.get(id);
  if (event.type === 'annotation.added') {
    if (stays(one?.created, owner)) return;
    records.annotations.set(id, made(event, owner));
    return;
  }
  if (!one) return void known.awaited.add(id);
  const { people } = known;
  const isBy = (said: Said) => people.isSame(owner ?? event.author, said.by);
  switch (event.type) {
    case 'annotation.replied':
      reply(one, event, owner, people);
      return;
    case 'annotation.edited':
    case 'annotation.deleted': {
      const of = event.payload.reply;
      const words = of === null ? one : oneOf(one.replies, of);
      if (!words) return void known.awaited.add(of as string);
      if (words.isDeleted || !isBy(words.created)) return;
      if (event.type === 'annotation.deleted') words.isDeleted = true;
      else words.editedAt = isoTime(event);
      words.body = event.type === 'annotation.deleted' ? '' : event.payload.body;
      return;
    }
    case 'annotation.resolved':
      one.isResolved = event.payload.isResolved;
      return;
    case 'annotation.tagged':
      one.tag = event.payload.tag;
      return;
    case 'annotation.linked':
      (event.payload.isLinked ? addId : removeId)(one.goalIds, event.payload.goal);
      return;
    case 'annotation.moved':
      one.anchors = anchorsAfter(one.anchors, event.payload.anchor);
      return;
    case 'annotation.published': {
      // Who published it is its author: anybody else's word would keep them from doing so.
      if (!isBy(one.created)) return;
      const { annotation: _, ...published } = event.payload;
      one.published = published;
    }
  }
}

function made(event: OfType<'annotation.added'>, owner: string | undefined): AnnotationRecord {
  const { annotation: id, body, anchor, number, feedback, tag } = event.payload;
  return {
    ...{ id, body, isDeleted: false, anchors: [placeOf(anchor)], number, feedback, tag },
    ...{ goalIds: [], isResolved: false, replies: [], published: null },
    ...{ createdAt: isoTime(event), editedAt: null, created: saidIn(event, owner) },
  };
}

function reply(
  { replies }: AnnotationRecord,
  event: OfType<'annotation.replied'>,
  owner: string | undefined,
  people: People,
): void {
  const { reply: id, body } = event.payload;
  const there = oneOf(replies, id);
  const created = saidIn(event, owner);
  const by = people.personOf(created.by);
  const count = countsOf(replies, people);
  const fresh = { id, body, isDeleted: false, createdAt: isoTime(event), editedAt: null, created };
  if (there) {
    // The true author's word replaces what somebody else said in their name.
    if (stays(there.created, owner)) return;
    const before = people.personOf(there.created.by);
    count.set(before, (count.get(before) ?? 1) - 1);
    Object.assign(there, fresh);
  } else if ((count.get(by) ?? 0) < mostReplies) add(replies, fresh);
  else return;
  count.set(by, (count.get(by) ?? 0) + 1);
}

function countsOf(replies: readonly ReplyRecord[], people: People): Map<string, number> {
  let count = counts.get(replies);
  if (!count) {
    count = new Map();
    for (const { created } of replies) {
      const by = people.personOf(created.by);
      count.set(by, (count.get(by) ?? 0) + 1);
    }
    counts.set(replies, count);
  }
  return count;
}

/** A rating changes by its own person only. */
export function applyRating(
  records: SpaceRecords,
  { people }: Known,
  event: OfType<'feedback.rated'>,
  owner: string | undefined,
): void {
  const { rating: id, feedback, isHelpful, note, excerpt } = event.payload;
  const there = records.ratings.get(id);
  const rated = saidIn(event, owner);
  const isTaken = there && (rated.claimedBy !== null || there.rated.claimedBy === null);
  if (isTaken && !people.isSame(there.rated.by, rated.by)) return;
  const kept = excerpt ?? (there?.feedback === feedback ? there.excerpt : null);
  records.ratings.set(id, { id, feedback, isHelpful, note, excerpt: kept, ratedAt: isoTime(event), rated });
}
