import type { Annotation, Rating } from './annotation.ts';
import type { Agreement, Expectation, Guess, Kudos, ScaleAnswer } from './growth.ts';
import type { Mentored } from './mentorshipOf.ts';
import { goalsOf } from './overlay.ts';
import type { SpaceRecords } from './records.ts';
import type { Pairing, Scaffold, Session } from './session.ts';
import type { Feedback, Goal, Mentorship, NextAction } from './state.ts';

type Shown = Mentored & {
  goals: Goal[];
  feedback: Feedback[];
  actions: NextAction[];
  annotations: Annotation[];
  ratings: Rating[];
  sessions: Session[];
  pairings: Pairing[];
  scaffolds: Scaffold[];
  guesses: Guess[];
  kudos: Kudos[];
  scaleAnswers: ScaleAnswer[];
  agreements: Agreement[];
  mentorship: Mentorship | null;
};

/**
 * What of a space's state other extensions may see: nothing that is private, nor a sign of it in a link or a count. A
 * next action of a private goal is told of with it, and so are an annotation about private feedback and a rating of it,
 * what belongs to a private session, pairings, scaffolds and answers for a private goal, thanks for either, and what was
 * learned from or is shown by something private. Of a pulse there is what its author lets others see, of a mentorship
 * that rests or is over the reason that all may read.
 */
export function openState(shown: Omit<Shown, 'goals' | 'mentorship'>, records: SpaceRecords): Shown {
  const { feedback, actions, annotations, ratings, sessions, pairings, scaffolds } = shown;
  const isOpen = (id: string | null) => id === null || !records.isPrivate.has(id);
  const opened = (id: string | null) => (isOpen(id) ? id : null);
  const marks = new Map([...records.marks].filter(([id]) => isOpen(id)));
  const isShared = ({ isPrivate }: { isPrivate: boolean }) => !isPrivate;
  const part = <T extends { of: string | null }>(one: T): T => ({ ...one, of: opened(one.of) });
  const withOpenGoals = <T extends { goalIds: string[] }>(one: T): T =>
    one.goalIds.every(isOpen) ? one : { ...one, goalIds: one.goalIds.filter(isOpen) };
  /** That one is about feedback that is private is nobody's to know. */
  const withOpenFeedback = ({ feedbackId, ...one }: Expectation): Expectation =>
    feedbackId === undefined || !isOpen(feedbackId) ? one : { ...one, feedbackId };
  return {
    goals: goalsOf({ ...records, marks }).filter(({ id }) => isOpen(id)),
    feedback: feedback
      .filter(({ id }) => isOpen(id))
      .map((item) => withOpenGoals(item.rating?.isSent === false ? { ...item, rating: null } : item)),
    actions: actions.filter(({ id, goalId, sessionId }) => isOpen(id) && isOpen(goalId) && isOpen(sessionId)),
    annotations: annotations
      .filter(({ id, feedbackId }) => isOpen(id) && isOpen(feedbackId))
      .map(withOpenGoals),
    ratings: ratings.filter(({ id, feedbackId }) => isOpen(id) && isOpen(feedbackId)),
    sessions: sessions.filter(isShared).map(withOpenGoals),
    pairings: pairings
      .filter(isShared)
      .map((pairing) => ({ ...pairing, sessionId: opened(pairing.sessionId) })),
    scaffolds: scaffolds.filter(isShared).map((scaffold) => ({
      ...scaffold,
      steps: scaffold.steps.map((step) => ({ ...step, sessionId: opened(step.sessionId) })),
    })),
    guesses: shown.guesses
      .filter(isShared)
      .map((guess) => ({ ...guess, expectations: guess.expectations.map(withOpenFeedback) })),
    kudos: shown.kudos.filter(isShared),
    scaleAnswers: shown.scaleAnswers.filter(isShared),
    agreements: shown.agreements,
    charters: shown.charters.filter(isShared),
    pulses: shown.pulses.filter(isShared).map(part),
    trials: shown.trials.filter(isShared).map(part),
    skillRatings: shown.skillRatings.filter(isShared),
    knowledge: shown.knowledge.filter(isShared),
    help: shown.help.filter(isShared).map((one) => ({ ...one, thanksId: opened(one.thanksId) })),
    mentorship: openMentorship(records.mentorship),
  };
}

function openMentorship(mentorship: Mentorship | null): Mentorship | null {
  if (!mentorship?.isReasonPrivate) return mentorship;
  return { ...mentorship, statusReason: null, isReasonPrivate: false };
}
