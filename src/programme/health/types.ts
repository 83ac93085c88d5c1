import type { MentorshipStatus } from '../../model/mentorship.ts';
import type { Mentorship, State } from '../../model/state.ts';

/** What Cairn can notice about a mentorship. */
export const signKinds = [
  'charter',
  'trial',
  'pause',
  'alone',
  'load',
  'rhythm',
  'promises',
  'preparation',
  'goal',
  'pulse',
] as const;
export type SignKind = (typeof signKinds)[number];

/** An ISO day, `yyyy-mm-dd`, as the user's calendar has it. */
export type Day = string;

type About<K extends SignKind, More> = {
  kind: K;
  /** What it is about: an id or a name; `null` where the kind says it all. */
  about: string | null;
} & More;

/** Something that is so today, with what shows it: figures and days, no judgement. */
export type Sign =
  /** A version of the charter waits for the user's word. */
  | About<'charter', { by: string | null; writtenOn: Day | null }>
  /** The check after so many days asks the user. */
  | About<'trial', { day: number; since: Day }>
  /** A pause is over since the day after `until`, and nobody went on. */
  | About<'pause', { until: Day; days: number }>
  /** Nothing of anybody on the other side has arrived since it began. */
  | About<'alone', { names: string[]; since: Day }>
  /** The user's own hours of this month are over what they have for mentoring. */
  | About<'load', { hours: number; budget: number; unknownSessions: number }>
  /** `last`: the last session held, `null` where there was none since `since`. */
  | About<'rhythm', { last: Day | null; since: Day; days: number; rhythmDays: number }>
  /** The user's own promises that wait, and how many of everybody else's do. */
  | About<'promises', { count: number; others: number; oldest: Day; text: string }>
  /** The last check-ins began with nothing written down by a mentee. */
  | About<'preparation', { count: number; from: Day; to: Day }>
  /** The goal that stands still for longest, and how many others do. */
  | About<'goal', { title: string; last: Day; days: number; others: number; isMade: boolean }>
  /** `last`: when the user gave one last. */
  | About<'pulse', { last: Day | null; since: Day }>;

export type SignOf<K extends SignKind> = Extract<Sign, { kind: K }>;

/** A mentor's own month over all mentorships; `budget` is what they have for it. */
export type OwnLoad = {
  /** `2026-11`. */
  month: string;
  hours: number;
  budget: number | null;
  isOver: boolean | null;
  unknownSessions: number;
};

/** A mentorship as one of its people sees it at a moment. */
export type Look = {
  mentorship:
    | (Pick<Mentorship, 'mentors' | 'mentees' | 'rhythmDays' | 'statusUntil'> & {
        status: MentorshipStatus;
        isCommon: boolean;
      })
    | null;
  state: Pick<
    State,
    | 'goals'
    | 'feedback'
    | 'actions'
    | 'sessions'
    | 'annotations'
    | 'kudos'
    | 'scaffolds'
    | 'charters'
    | 'pulses'
    | 'trials'
    | 'skillRatings'
  >;
  /** Whether a name is the user's, and whether two names are one person's. */
  isMe: (name: string) => boolean;
  isSame: (one: string, other: string) => boolean;
  /** Whether anything that this person wrote has arrived here. */
  hasWritten: (name: string) => boolean;
  /** ISO day or time at which it began; `null` where nothing tells. */
  since: string | null;
  /** ISO time since which it goes on after a pause; `null` where it never rested. */
  resumedAt: string | null;
  /** `null` where it is not known, and for whoever does not mentor. */
  load: OwnLoad | null;
  now: Date;
};
