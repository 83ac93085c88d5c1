import type { Scale, ThemeStanding } from '../../model/growth.ts';
import type { ScaffoldStep, SessionKind } from '../../model/session.ts';
import type { GoalOrigin, GoalStatus, Mentorship, Tag } from '../../model/state.ts';
import type { Bucket } from './period.ts';
import type { SectionId } from './types.ts';

/** Numbers of the comments that asked for another thing, by what became of their lines. */
export type Acted = { all: number; acted: number; beforeMerge: number; unchanged: number; unknown: number };
export type Kept = { all: number; inTime: number; late: number; undated: number };

/**
 * The words of a report in the user's language: plain text, no Markdown. What is handed in as text may be a mark that
 * stands for words of somebody else; a sentence takes it as it is.
 */
export type ReportWords = {
  language: string;
  day(isoDay: string): string;
  /** Short below a bar, and whole. */
  bucket(bucket: Bucket): { tick: string; name: string };
  period(from: string, to: string): string;
  title: { period(mentee: string): string; 'close-out'(mentee: string): string };
  nobody: string;
  /** Stands for a name that was taken out, or that is nobody else's to know. */
  somebody: string;
  madeOn(day: string): string;
  sections: Record<SectionId | 'sources' | 'contents', string>;
  /** Said where a section could not be worked out. */
  failed: string;
  /** Said where a section has too little to say. */
  empty: Record<SectionId, string>;
  tags: Record<Tag, string>;
  time: string;
  /** What opens the table behind a chart. */
  numbers: string;
  source: {
    pullRequest(repository: string, number: number): string;
    comment(by: string, on: string, day: string): string;
    elsewhere(by: string, day: string): string;
    commit(sha: string): string;
    page: string;
    shownBy: string;
    more(count: number): string;
    /** Heading of the whole list of a claim, and of a record; no signs but letters, digits and blanks. */
    list(number: number): string;
    entry(number: number): string;
    people: string;
    minutes(count: number): string;
    others(count: number): string;
  };
  about: {
    mentorship(title: string, kind: Mentorship['kind']): string;
    mentors(names: string): string;
    read(pullRequests: number, pieces: number, people: number): string;
  };
  goals: {
    goal(title: string, status: GoalStatus, origin: GoalOrigin): string;
    since(day: string): string;
    milestones(reached: number, done: number, all: number): string;
    milestone(milestone: string, goal: string, day: string): string;
    step(step: ScaffoldStep, about: string, day: string): string;
    entry(title: string, origin: GoalOrigin): string;
  };
  feedback: {
    counts(goal: string, counts: Record<Tag, number>): string;
    noGoal(counts: Record<Tag, number>): string;
    all(counts: Record<Tag, number>, pieces: number): string;
    moved(first: Record<Tag, number>, second: Record<Tag, number>, pulls: [number, number]): string;
    tooFew: string;
    chart: string;
  };
  themes: {
    came(name: string, pulls: number, first: string, last: string): string;
    once(name: string, day: string): string;
    standing(standing: ThemeStanding, clear: number, needed: number, learnedAt: string | null): string;
    unknown(count: number): string;
    more(count: number): string;
    quoted(words: string): string;
  };
  acted: {
    all(counts: Acted): string;
    addressed(
      quote: string,
      by: string,
      sha: string | null,
      isRemoved: boolean,
      isBeforeMerge: boolean | null,
    ): string;
  };
  sessions: {
    rhythm(held: number, days: number, rhythm: number, expected: number): string;
    held(count: number, days: number): string;
    gap(days: number, from: string, to: string): string;
    minutes(minutes: number): string;
    kinds: Record<SessionKind, string>;
    count(kind: SessionKind, count: number): string;
  };
  promises: {
    kept(counts: Kept): string;
    open(count: number, overdue: number): string;
    one(text: string, day: string, dueDate: string | null): string;
    entry(owner: string | null, day: string): string;
  };
  insight(insight: string, topic: string | null, day: string): string;
  kudos: {
    given(by: string, to: string, words: string, day: string): string;
    entry(day: string): string;
  };
  next: {
    action(text: string, dueDate: string | null): string;
    milestone(milestone: string, goal: string): string;
    theme(name: string, tag: Tag): string;
    goal(title: string): string;
  };
  own: {
    goal(title: string): string;
    feedback(words: string, tag: Tag | null, day: string): string;
    action(text: string): string;
    session(kind: SessionKind, day: string): string;
    insight(insight: string): string;
    scale(scale: Scale, value: number, day: string): string;
    entry(day: string | null): string;
  };
};
