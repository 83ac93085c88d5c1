import type { Look } from './types.ts';

/** On which side of a mentorship somebody stands. In a mentorship of peers both may be the case. */
export type Side = { mentors: boolean; isMentored: boolean };

/** The user's side; `null` for whoever is not named in it: nothing is said to them. */
export function sideOf({ mentorship, isMe }: Pick<Look, 'mentorship' | 'isMe'>): Side | null {
  if (mentorship === null) return null;
  const side = { mentors: mentorship.mentors.some(isMe), isMentored: mentorship.mentees.some(isMe) };
  return side.mentors || side.isMentored ? side : null;
}

/** Everybody on the other side of the user's, each person once. */
export function othersOf({
  mentorship,
  isMe,
  isSame,
}: Pick<Look, 'mentorship' | 'isMe' | 'isSame'>): string[] {
  const side = sideOf({ mentorship, isMe });
  if (mentorship === null || side === null) return [];
  const { mentors, mentees } = mentorship;
  const names = side.mentors && side.isMentored ? [...mentors, ...mentees] : side.mentors ? mentees : mentors;
  const others: string[] = [];
  for (const name of names) if (!isMe(name) && !others.some((one) => isSame(one, name))) others.push(name);
  return others;
}
