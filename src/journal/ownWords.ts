import type { JournalEvent } from '../model/events.ts';
import { inOrder } from '../model/order.ts';
import { People } from '../model/people.ts';
import { undoneBy } from '../model/takenBack.ts';
import { inShared } from './inShared.ts';

/** What a move between the journals has to know of a space's events. */
export type OwnWords = {
  /** Whether the user said it: here, under an earlier id of this writer, or on another machine under one's name. */
  isMine: (event: JournalEvent) => boolean;
  /** Whether it is taken back by what nobody else can see. */
  isTakenBackHere: (event: JournalEvent) => boolean;
};

/**
 * @param events of both journals
 * @param writer this clone's, `null` before the first act
 * @param author who acts now: says who the user is where this clone has written nothing yet
 */
export function ownWords(events: readonly JournalEvent[], writer: string | null, author: string): OwnWords {
  const people = new People();
  const { ordered, claims } = inOrder(events, people);
  const saidBy = (event: JournalEvent) => claims.get(event) ?? event.author;
  const isOfWriter = (event: JournalEvent) => writer !== null && event.writer === writer;
  const last = ordered.findLast(isOfWriter);
  const me = last ? saidBy(last) : author;
  const isUndone = undoneBy(ordered, saidBy, people);
  const isUndoneForAll = undoneBy(ordered.filter(inShared), saidBy, people);
  return {
    isMine: (event) =>
      !inShared(event) || isOfWriter(event) || (!claims.has(event) && people.isSame(event.author, me)),
    isTakenBackHere: (event) => isUndone(event) && !isUndoneForAll(event),
  };
}
