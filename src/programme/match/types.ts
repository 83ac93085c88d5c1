import type { Person } from '../roster/index.ts';
import type { Touch } from './work.ts';

/** What pairs are compared by. */
export type Cohort = {
  people: readonly Person[];
  /** Pairs of logins who shall not be matched, either way round. */
  noGo?: readonly (readonly [string, string])[];
  /** Mentorships that run already, as [mentor, mentee]: these two are not matched again. */
  running?: readonly (readonly [string, string])[];
  /** Commits and reviews, where known. */
  touches?: readonly Touch[];
  /** Sentences of open goals by login, where known. */
  goals?: ReadonlyMap<string, readonly string[]>;
  /** The week at which hours are compared, and the one half a year later. */
  now: Date;
};

/** A want and the offer that answers it. */
export type Answered = { want: string; offer: string };

/** What speaks for a pair, and what stands against it: all that is known, `null` for what is not. */
export type PairFacts = {
  /** What the mentee wants and the mentor offers. */
  asked: Answered[];
  /** What the mentee wants besides. */
  missing: string[];
  /** Offers that the mentee's open goals name. */
  goals: string[];
  /** What the mentor wants and the mentee offers. */
  back: Answered[];
  /** Parts of the code where the mentee works and that the mentor worked on, and how often. */
  code: { areas: string[]; times: number } | null;
  /** Minutes a week in which both work: this week, and half a year later, when clocks may stand otherwise. */
  minutes: { now: number; later: number } | null;
  /** Mentees whom the mentor takes now, with this one. */
  places: number;
  hoursPerMonth: number | null;
  isOtherTeam: boolean | null;
  /** In common; `null` where one of them names none. */
  languages: string[] | null;
  styles: string[] | null;
};

/** A pair that may be. Of two pairs of one mentee the one that comes first fits better; no number is shown. */
export type Pair = {
  mentee: Person;
  mentor: Person;
  /** `reverse`: the mentor offers this way round only. */
  kind: 'mentor' | 'reverse';
  facts: PairFacts;
};

/** Why two are no pair. */
export const barriers = [
  'self',
  /** They shall be kept apart. */
  'no-go',
  /** It runs already. */
  'runs',
  /** Does not mentor. */
  'no-mentor',
  /** No place now. */
  'full',
  /** No language in common, of those that both name. */
  'no-language',
  /** No working hour in common. */
  'no-hours',
  /** Nothing of what is wanted is offered, and no code is known to both. */
  'nothing',
] as const;
export type Barrier = (typeof barriers)[number];

/** What would help somebody who has no mentor. Logins and texts are untrusted. */
export type Advice =
  /** The file names no wish. */
  | { kind: 'says-nothing' }
  /** Nobody else in the programme offers this. */
  | { kind: 'nobody-offers'; wants: string[] }
  /** With one more place with any of them, one more person would have a mentor. */
  | { kind: 'one-more-place'; mentors: Person[] }
  /** They offer what is wanted and take nobody now. */
  | { kind: 'not-now'; mentors: Person[] }
  /** They offer what is wanted at other hours, or in another language. */
  | { kind: 'other-hours' | 'other-language'; mentors: Person[] }
  /** Whoever would fit is to be kept apart from them. */
  | { kind: 'kept-apart' }
  | { kind: 'nobody-fits' };

export type Matches = {
  /** By the mentee's login. */
  pairs: Pair[];
  /** Who looks for a mentor and has none, by login, and what would help. */
  unmatched: { mentee: Person; advice: Advice[] }[];
  /** Mentors with places left, and how many. */
  open: { mentor: Person; places: number }[];
  /** Logins in pairs that are nobody's in the roster: a mistake in a no-go pair would go unseen. */
  unknownLogins: string[];
};
