import type { Pulse, Trial } from '../../model/mentorship.ts';
import { type Answered, seenOf } from './own.ts';
import type { Look } from './types.ts';

const mostRead = 2000;

type Who = Pick<Look, 'isMe' | 'isSame'>;

/** What somebody said at a time; `seen` is what others see of it. */
export type Point<T> = T & { at: number; seen: string[] };
export type Person<T> = { name: string; isMe: boolean; points: Point<T>[] };

/** Pulses by person, the user first; times that nobody can read are counted and left out. */
export const pulsesByPerson = (pulses: readonly Pulse[], who: Who) =>
  byPerson(pulses, ({ givenAt }) => givenAt, who);

/** The answers of checks in the same way. */
export const trialsByPerson = (trials: readonly Trial[], who: Who) =>
  byPerson(trials, ({ answeredAt }) => answeredAt, who);

/**
 * The user's own whole ones, and what others let them see: the newest copy of each. A copy of the user's own stands for
 * its whole one only where that is not here, as on another machine of theirs.
 */
function byPerson<T extends Answered>(
  all: readonly T[],
  timeOf: (one: T) => string,
  { isMe, isSame }: Who,
): { people: Person<T>[]; undated: number } {
  const people: Person<T>[] = [];
  let undated = 0;
  // Somebody may write more of them than anybody gives.
  const some = all.slice(-mostRead);
  for (const [i, one] of some.entries()) {
    const { createdBy, of, isPrivate } = one;
    if (createdBy === null) continue;
    const isOwn = isMe(createdBy);
    // Nothing private of somebody else's is ever here; should it be, it is not shown.
    if (!isOwn && isPrivate) continue;
    const isReplaced = (other: T, at: number) =>
      (other.id === of || (other.of === of && at > i)) &&
      other.createdBy !== null &&
      isSame(other.createdBy, createdBy);
    if (of !== null && some.some(isReplaced)) continue;
    const at = Date.parse(timeOf(one));
    if (Number.isNaN(at)) {
      undated++;
      continue;
    }
    let person = people.find(({ name }) => isSame(name, createdBy));
    if (!person) {
      person = { name: createdBy, isMe: isOwn, points: [] };
      people.push(person);
    }
    person.points.push({ ...one, at, seen: seenOf(one, some, (name) => isSame(name, createdBy)) });
  }
  for (const { points } of people) points.sort((a, b) => a.at - b.at);
  return { people: people.sort((a, b) => Number(b.isMe) - Number(a.isMe)), undated };
}
