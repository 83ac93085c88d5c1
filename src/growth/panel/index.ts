import type { FollowThrough, Recurrence, ScaleAnswer, Theme } from '../../model/growth.ts';
import type { PullRequestRecord } from '../../model/pullRequest.ts';
import type { Pairing, Session } from '../../model/session.ts';
import type { Feedback, Goal, Mentorship, NextAction } from '../../model/state.ts';
import { type Followed, followedOf } from './followed.ts';
import { type Mentoring, mentoringOf, type OwnMonth } from './mentoring.ts';
import { type Choice, type Period, periodOf, timeOf } from './period.ts';
import { type Promised, promisedOf } from './promises.ts';
import { type Reviewing, reviewingOf } from './reviewing.ts';
import { type Rhythm, rhythmOf } from './rhythm.ts';
import { type OwnScales, ownScalesOf } from './scales.ts';
import { type Tagged, taggedOf } from './tagged.ts';
import { type ThemeRow, themeRows } from './themes.ts';

export type PanelInput = {
  now: Date;
  period: Choice;
  /** Only what serves this goal; `null` for everything. */
  goal: string | null;
  mentee: string | null;
  goals: readonly Goal[];
  feedback: readonly Feedback[];
  actions: readonly NextAction[];
  sessions: readonly Session[];
  pairings: readonly Pairing[];
  scaleAnswers: readonly ScaleAnswer[];
  mentorship: Mentorship | null;
  pullRequests: readonly PullRequestRecord[];
  /** Whether what reviewers said and decided there waits for its mentee's guess; none does when left out. */
  isHeld?: (pullRequest: PullRequestRecord) => boolean;
  /** `null` while they are being worked out. */
  themes: readonly Theme[] | null;
  recurrences: ReadonlyMap<string, Recurrence> | null;
  /** What is known so far, by feedback id. */
  follow: ReadonlyMap<string, FollowThrough>;
  /** The own review comments of who looks at it, by month. */
  own: readonly OwnMonth[];
  isMe: (name: string) => boolean;
};

/** Everything that the growth panel shows, as numbers with their counts. Pure: the same input gives the same model. */
export type Panel = {
  period: Period;
  /** The goal that it is about, `null` for all. */
  goal: Goal | null;
  tagged: Tagged;
  /** `null` while they are being worked out. */
  themes: ThemeRow[] | null;
  followed: Followed;
  rhythm: Rhythm;
  promised: Promised;
  reviewing: Reviewing;
  /** For who mentors here, or has reviewed somebody; else `null`. */
  mentoring: Mentoring | null;
  scales: OwnScales;
  /** Nothing was said, met, promised or answered at all, in no period. */
  isEmpty: boolean;
};

export function panelOf(input: PanelInput): Panel {
  const { now, mentorship, feedback, isMe, own } = input;
  const found = input.goals.find(({ id }) => id === input.goal) ?? null;
  const { isHeld = () => false } = input;
  const pullRequests = input.pullRequests.filter((record) => !isHeld(record));
  const about = { ...input, pullRequests, goal: found?.id ?? null };
  const period = periodOf(input.period, allTimes(input), now);
  const isMentor = mentorship?.mentors.some(isMe) ?? false;
  const isKnown = isMentor || own.length > 0;
  return {
    period,
    goal: found,
    tagged: taggedOf(about, period),
    themes: input.themes && themeRows({ ...about, themes: input.themes }, period),
    followed: followedOf(about, period),
    rhythm: rhythmOf({ ...input, rhythmDays: mentorship?.rhythmDays ?? null }, period),
    promised: promisedOf(about, period),
    reviewing: reviewingOf(about, period),
    mentoring: isKnown
      ? mentoringOf(
          { ...input, hoursPerMonth: isMentor ? (mentorship?.hoursPerMonth ?? null) : null },
          period,
        )
      : null,
    scales: ownScalesOf({ ...about, answers: input.scaleAnswers }, period),
    isEmpty:
      feedback.length + input.sessions.length + input.actions.length + input.scaleAnswers.length === 0 &&
      own.length === 0,
  };
}

function* allTimes(input: PanelInput): Generator<number | null> {
  const { now } = input;
  for (const { createdAt } of input.feedback) yield timeOf(createdAt, now);
  for (const { createdAt } of input.pullRequests) yield timeOf(createdAt, now);
  for (const { createdAt } of input.actions) yield timeOf(createdAt, now);
  for (const { date } of input.sessions) yield timeOf(date, now);
  for (const { answeredAt } of input.scaleAnswers) yield timeOf(answeredAt, now);
  for (const { month } of input.own) yield timeOf(`${month}-01`, now);
}
