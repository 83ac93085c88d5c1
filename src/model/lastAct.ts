import type { JournalEvent } from './events.ts';
import { inOrder } from './order.ts';
import { People } from './people.ts';
import { undoneBy } from './takenBack.ts';

/** No acts that somebody could take back: an undo, what follows from saving a file, what happened elsewhere. */
const isOfItself = new Set<string>([
  'act.undone',
  'annotation.moved',
  'annotation.published',
  'knowledge.moved',
  'nudge.answered',
  'pairing.handedOff',
  'pairing.takenOver',
  'pairing.ended',
]);

/**
 * The newest act that is neither undone nor itself an undo, for `cairn.undo`.
 * @param isMine whose acts count; everybody's when left out
 */
export function lastAct(
  events: readonly JournalEvent[],
  isMine: (event: JournalEvent) => boolean = () => true,
): { act: string; events: JournalEvent[] } | null {
  const people = new People();
  const { ordered, claims } = inOrder(events, people);
  const isUndone = undoneBy(ordered, (event) => claims.get(event) ?? event.author, people);
  const newest = ordered.findLast(
    (event) => !isOfItself.has(event.type) && isMine(event) && !isUndone(event),
  );
  return newest ? { act: newest.act, events: ordered.filter(({ act }) => act === newest.act) } : null;
}
