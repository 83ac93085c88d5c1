import type { MentorshipStatus } from '../../model/mentorship.ts';
import type { Mentorship } from '../../model/state.ts';

/** How often is agreed, no finer than people say it. */
export const rhythmWords = ['weekly', 'fortnightly', 'monthly', 'other'] as const;
export type RhythmWord = (typeof rhythmWords)[number];

/**
 * All that a space tells its programme, where its people agree: counts and yes or no. No names, no words of anybody's,
 * no days. A field more here is a promise less: the test of the bytes and the README name each of them.
 */
export type PublishedSpace = {
  version: 1;
  /** The same from each member's machine; says nothing to who is no member. */
  id: string;
  /** The month in which it was written, `2026-11`. */
  asOf: string;
  kind: Mentorship['kind'];
  /** `null`: none was agreed. */
  rhythm: RhythmWord | null;
  /** `null`: not known, or it rests. */
  isRhythmKept: boolean | null;
  status: MentorshipStatus;
  mentors: number;
  mentees: number;
  /** Whole hours a month that were agreed; `null`: none were. */
  hoursPerMonth: number | null;
};
