import { dayOf } from '../../model/isoDate.ts';
import { dayOfTime, daysAfter } from './days.ts';
import type { Day, Look, SignOf } from './types.ts';

/** A promise without a day waits after so many days. */
const undatedDays = 28;
/** Fewer than these pile up nowhere. */
const pile = 3;

type Waiting = { owner: string; text: string; since: Day };

/** Promises past their day, and those without one that are four weeks old; nobody's are left out. */
export function waitingPromises({ state, now }: Pick<Look, 'state' | 'now'>): Waiting[] {
  const today = dayOf(now);
  return state.actions.flatMap(({ owner, text, doneAt, dueDate, createdAt }) => {
    const since = dueDate ?? dayOfTime(createdAt);
    if (owner === null || doneAt !== null || since === null) return [];
    const isWaiting = dueDate !== null ? dueDate < today : since <= daysAfter(today, -undatedDays);
    return isWaiting ? [{ owner, text, since }] : [];
  });
}

/** The user's own promises pile up: three or more wait, and at least twice as many as everybody else's together. */
export function promisesSign(look: Look): SignOf<'promises'> | null {
  const waiting = waitingPromises(look);
  const own = waiting.filter(({ owner }) => look.isMe(owner));
  const others = waiting.length - own.length;
  if (own.length < pile || own.length < 2 * others) return null;
  const first = own.reduce((one, other) => (other.since < one.since ? other : one));
  return {
    ...{ kind: 'promises', about: null, count: own.length, others },
    ...{ oldest: first.since, text: first.text },
  };
}
