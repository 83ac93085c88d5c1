import type { Excerpt } from './events.ts';
import type { Kept, Tag } from './state.ts';

/** Feedback of one mentee that says the same thing, over pull requests. */
export type Theme = {
  /** A ULID once people named or changed it, `auto:<feedback id>` before. */
  id: string;
  /** People's name for it, or the words that its feedback shares; untrusted. */
  name: string;
  isNamed: boolean;
  /** The words because of which its feedback is together, the strongest first. */
  words: string[];
  /** Oldest first. */
  feedbackIds: string[];
};

/** What people decided about themes, from the journal. */
export type ThemeDecisions = {
  /** By theme id. */
  names: ReadonlyMap<string, string>;
  /** Feedback that somebody put into a theme, or out of all (`null`), by feedback id. */
  placed: ReadonlyMap<string, string | null>;
  /** The theme that another one became part of, by the other one's id; never a ring. */
  merged: ReadonlyMap<string, string>;
};

/** Where a stop or start theme stands. `not-enough`: nothing true can be said yet. */
export type ThemeStanding = 'not-enough' | 'open' | 'learned' | 'recurred';

/** A stop or start theme over time. */
export type Recurrence = {
  themeId: string;
  /** The tag that most of its feedback has. */
  tag: Exclude<Tag, 'keep'>;
  standing: ThemeStanding;
  /** Pull requests on which it came up, oldest first, each with its first feedback of the theme. */
  occurrences: Occurrence[];
  /** Later pull requests that touched matching code without it, since it came up last; the oldest first. */
  clear: Opportunity[];
  /** Later pull requests of which it is not known what they touched. */
  unknown: number;
  /** Opportunities without recurrence that make it learned. */
  needed: number;
  /** When it first counted as learned, ISO; kept after a recurrence. */
  learnedAt: string | null;
  /** Days from one occurrence to the next. */
  intervals: number[];
};

/** A pull request at its time (ISO). */
export type Opportunity = { repository: string; number: number; url: string; title: string; at: string };
export type Occurrence = Opportunity & { feedbackId: string };

/** What became of the lines that a comment stands on. */
export type FollowThrough = {
  feedbackId: string;
  /** `moved`: the same lines stand elsewhere, unchanged. */
  status: 'changed' | 'removed' | 'moved' | 'unchanged' | 'unknown';
  /** The first commit in which that happened; `null` where only its result is known. */
  commit: string | null;
  /** ISO time of the commit. */
  at: string | null;
  /** `null`: nothing happened, it is not known, or there was no merge. */
  isBeforeMerge: boolean | null;
  /** Where the lines, or what is in their place, stand now, 1-based. */
  place: { path: string; line: number } | null;
  /**
   * Why it is not known, or known in part only. With `unchanged`: why it is not known what came after the merge, or
   * 'base': only the base branch changed them. 'ambiguous': other lines say the same.
   */
  reason:
    | null
    | 'no-lines'
    | 'no-clone'
    | 'commit-gone'
    | 'force-pushed'
    | 'shallow'
    | 'binary'
    | 'too-large'
    | 'offline'
    | 'not-pulled'
    | 'base'
    | 'ambiguous';
};

/** What a mentee expects reviewers to say of a pull request, noted before they did. */
export type Guess = {
  id: string;
  /** `owner/name`. */
  repository: string;
  number: number;
  title: string;
  url: string | null;
  expectations: Expectation[];
  /** ISO times: when it was first noted, and last changed. */
  madeAt: string;
  changedAt: string;
} & Kept;

export type Expectation = {
  id: string;
  text: string;
  path: string | null;
  /** What its author said of it afterwards; `undefined`: nothing, `null`: it came up nowhere. */
  feedbackId?: string | null;
};

/** A specific thank-you. */
export type Kudos = {
  id: string;
  /** Login or name. */
  to: string;
  /** Untrusted. */
  text: string;
  feedbackId: string | null;
  goalId: string | null;
  excerpt: Excerpt | null;
  /** Id of the question that it closes. */
  helpId: string | null;
  /** ISO time. */
  givenAt: string;
} & Kept;

/** A mentee's own scales; what each number means is `ui`'s to say. */
export const scales = ['confidence', 'autonomy', 'escalations'] as const;
export type Scale = (typeof scales)[number];

/** An answer of the mentee about themselves: 1 to 5, escalations as a number of times in four weeks. */
export type ScaleAnswer = {
  id: string;
  scale: Scale;
  value: number;
  goalId: string | null;
  note: string | null;
  /** ISO time. */
  answeredAt: string;
} & Kept;

/** What the people of a mentorship can agree to, each for themselves. */
export const clauses = ['self-review-first', 'publish-to-programme'] as const;
export type Clause = (typeof clauses)[number];

/** Who agrees to a clause at present. */
export type Agreement = {
  clause: Clause;
  /** Logins or names, in the order in which they agreed. */
  agreed: string[];
  /** At least one mentor and one mentee agree, ISO time of the latter; `null` where it is not in force. */
  since: string | null;
};
