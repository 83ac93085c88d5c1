import type { ScaleAnswer } from '../../model/growth.ts';
import type { Mentorship } from '../../model/state.ts';

/** Between two times that somebody is asked. */
const rest = 28 * 86_400_000;
/** Kept for the user: when they last said "not now", milliseconds since 1970. */
export const scalesAsked = 'cairn.scales.asked';

type Asked = {
  answers: readonly Pick<ScaleAnswer, 'answeredAt' | 'createdBy'>[];
  mentorship: Mentorship | null;
  mentee: string | null;
  /** Whether a name is the user's. */
  isMe: (name: string) => boolean;
  /** When they last said "not now". */
  dismissedAt: number;
  now: Date;
};

/**
 * Whether the goal tracker asks the mentee for their own scales: only somebody who is mentored, four weeks after they
 * answered or said "not now" at the earliest.
 */
export function areScalesDue({ answers, mentorship, mentee, isMe, dismissedAt, now }: Asked): boolean {
  if (mentorship === null || mentorship.mentors.length === 0 || mentee === null || !isMe(mentee))
    return false;
  const times = answers.flatMap(({ answeredAt, createdBy }) =>
    createdBy !== null && isMe(createdBy) ? Date.parse(answeredAt) : [],
  );
  // A clock that went wrong asks too late rather than again and again; a time that nobody can read counts for nothing.
  const last = Math.max(dismissedAt, ...times.filter((time) => !Number.isNaN(time)));
  return now.getTime() - last >= rest;
}
