import type { Payload } from './events.ts';
import type { Mentorship } from './state.ts';

/** What a space of a group begins with. */
export type GroupSpace = Payload<'mentorship.recorded'> & { group: { id: string; isCommon: boolean } };

export type GroupPlan = {
  /** One for each mentee, who shares it with the mentors. */
  own: GroupSpace[];
  /** The one that all have in common. */
  common: GroupSpace | null;
  /** Mentees whose own space has to be made by somebody who mentors: nobody gets a space on their machine that they have no part in. */
  missing: string[];
};

type Asked = Payload<'mentorship.recorded'>;

/**
 * The spaces of a group, as far as they may be on the machine of whoever begins it. Someone who mentors has all of them; a
 * mentee their own and the common one; who is neither has none, whatever they organise.
 * @param group id of the group
 * @param mentees each once
 * @param isMe whether a name is the user's
 */
export function groupPlan(
  asked: Asked,
  group: string,
  mentees: readonly string[],
  isMe: (name: string) => boolean,
): GroupPlan {
  const isMentor = asked.mentors.some(isMe);
  const mine = mentees.filter((name) => isMentor || isMe(name));
  const isIn = isMentor || mine.length > 0;
  return {
    own: mine.map((mentee) => ownSpace(asked, group, mentee)),
    common: isIn
      ? { ...asked, kind: 'group', mentees: [...mentees], group: { id: group, isCommon: true } }
      : null,
    missing: isIn ? mentees.filter((name) => !mine.includes(name)) : [...mentees],
  };
}

/** The space of one mentee in a group, who is the only mentee named there. */
export function ownSpace(asked: Asked, group: string, mentee: string): GroupSpace {
  return {
    ...asked,
    title: ownTitle(asked.title, mentee),
    kind: 'group',
    mentees: [mentee],
    group: { id: group, isCommon: false },
  };
}

/** What the events need to make a mentorship anew, without its status. */
export function recordOf(mentorship: Mentorship): Asked {
  const { status, statusReason, isReasonPrivate, statusUntil, statusSince, ...asked } = mentorship;
  return asked;
}

/** Longest title that an event takes. */
const longest = 200;

function ownTitle(title: string, mentee: string): string {
  return `${mentee}: ${title}`.slice(0, longest).toWellFormed();
}

type Placed = { id: string | null; mentorship: Mentorship | null };

/**
 * The spaces of a group among those of a machine. Where several say that they are the common one, the oldest is:
 * ids of spaces are in the order of time, and whoever copies the group's id comes later.
 */
export function groupAmong<T extends Placed>(
  spaces: readonly T[],
  id: string,
): { id: string; common: T | null; own: T[] } {
  const parts = spaces.filter(({ mentorship }) => mentorship?.group?.id === id);
  const isCommon = ({ mentorship }: T) => mentorship?.group?.isCommon === true;
  const age = ({ id: space }: T) => space ?? '~';
  const common = parts.filter(isCommon).sort((a, b) => (age(a) < age(b) ? -1 : 1));
  return { id, common: common[0] ?? null, own: parts.filter((space) => !isCommon(space)) };
}
