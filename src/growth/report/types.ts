import type { FollowThrough, Kudos, Recurrence, Theme } from '../../model/growth.ts';
import type { Feedback, State } from '../../model/state.ts';
import type { Chart } from '../charts/index.ts';

/** A piece of a sentence: Cairn's own words, somebody's words (untrusted), or the name of somebody else than the mentee. */
export type Part = { text: string } | { said: string } | Name;
/** `isClosed`: it is known from a repository that not everybody may read, and from nowhere else. */
export type Name = { name: string; isClosed: boolean };

/** What shows a claim: something with an address, or a record of the space, which has none. */
export type Source = WebSource | { record: string };
export type WebSource = {
  what: 'pull-request' | 'comment' | 'commit' | 'page';
  label: Part[];
  /** http or https. */
  url: string;
};

/** A record of the space, told of among the sources. */
export type Entry = { id: string; title: Part[]; facts: Part[][] };

/** A chart, and the same numbers as a table for those who do not see it. */
export type ReportChart = { chart: Chart; table: Table };
export type Table = { caption: string; head: string[]; rows: string[][] };

export type Claim = {
  /** Names it when it is taken out; never written into a report. */
  id: string;
  parts: Part[];
  /** Empty only where it says that there is not enough to say anything. */
  sources: Source[];
  chart: ReportChart | null;
  /** Only this user sees what it tells of; it is in no report unless they want it there. */
  isPrivate: boolean;
  /** It tells of what stands in a repository that is not known to be public. */
  isOfPrivateRepository: boolean;
};

export const sectionIds = [
  ...(['about', 'goals', 'feedback', 'themes', 'acted', 'sessions', 'promises', 'insights'] as const),
  ...(['kudos', 'next', 'private'] as const),
] as const;
export type SectionId = (typeof sectionIds)[number];
export type Section = { id: SectionId; title: string; claims: Claim[] };

export const reportKinds = ['period', 'close-out'] as const;
export type ReportKind = (typeof reportKinds)[number];

export type Report = {
  title: Part[];
  /** Which time it is about, and when it was made. */
  lead: string[];
  sections: Section[];
  /** What the claims' records are, by id. */
  entries: Map<string, Entry>;
  /** Names of others than the mentee, as they may stand in somebody's words. */
  names: string[];
  /** Those of them that nothing public and no mentorship tells. */
  closedNames: string[];
  mentee: string | null;
};

/** What a report is made of. Nothing private is in `state`, `themes` and the rest but in `own`. */
export type ReportInput = {
  kind: ReportKind;
  /** Local days, `yyyy-mm-dd`, both included. A close-out begins with the first record where `from` is `null`. */
  from: string | null;
  to: string;
  state: State;
  /** What only this user sees. */
  own: Pick<State, 'goals' | 'feedback' | 'actions' | 'sessions' | 'kudos' | 'scaleAnswers'>;
  themes: readonly Theme[];
  recurrences: ReadonlyMap<string, Recurrence>;
  follow: ReadonlyMap<string, FollowThrough>;
  /** Whether everybody may read the pull request that feedback stands on; `null` where nobody knows. */
  isPublic(feedback: Feedback | Kudos): boolean | null;
  now: Date;
  /** What could not be worked out. */
  failed: ReadonlySet<SectionId>;
};
