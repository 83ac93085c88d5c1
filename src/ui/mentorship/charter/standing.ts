import type { Charter } from '../../../model/mentorship.ts';
import type { Mentorship } from '../../../model/state.ts';

/** Where the agreement stands for the user. */
export type Standing = {
  /** The version in question, `null` where none is written. */
  newest: Charter | null;
  /** The one that holds: it may be an older one. */
  inForce: Charter | null;
  /** The last version that the user has accepted and stands by, `null` where there is none. */
  mine: Charter | null;
  /** Those of the mentorship who have not accepted the newest one, the user left out. */
  waitsFor: string[];
  /** The user is one of those whom the mentorship names. */
  isNamed: boolean;
  /** It is the user's turn: named, and the newest version is not the one that they accepted. */
  isAsked: boolean;
};

/**
 * Where the agreement stands.
 * @param charters versions, the oldest first
 * @param isMe whether a name is one of the user's
 * @param isSame whether two names are one person's
 */
export function standingOf(
  {
    charters,
    mentorship,
  }: { charters: readonly Charter[]; mentorship: Pick<Mentorship, 'mentors' | 'mentees'> | null },
  isMe: (name: string) => boolean,
  isSame: (one: string, other: string) => boolean,
): Standing {
  const newest = charters.at(-1) ?? null;
  const people = [...(mentorship?.mentors ?? []), ...(mentorship?.mentees ?? [])];
  const once = people.filter((name, at) => people.findIndex((one) => isSame(one, name)) === at);
  const accepted = newest?.acceptedBy ?? [];
  const isNamed = people.some(isMe);
  const mine = charters.findLast(({ acceptedBy }) => acceptedBy.some(isMe)) ?? null;
  return {
    ...{ newest, mine, isNamed },
    inForce: charters.findLast(({ inForceSince }) => inForceSince !== null) ?? null,
    waitsFor:
      newest === null ? [] : once.filter((name) => !isMe(name) && !accepted.some((one) => isSame(one, name))),
    isAsked: isNamed && newest !== null && !accepted.some(isMe),
  };
}

/**
 * The versions that are worth a look, the oldest first: without those that their writer replaced before anybody accepted
 * them. An editor that saves by itself keeps every pause in typing.
 */
export const versionsToShow = (charters: readonly Charter[]): Charter[] =>
  charters.filter(
    ({ createdBy, acceptedBy }, at) => acceptedBy.length > 0 || charters[at + 1]?.createdBy !== createdBy,
  );
