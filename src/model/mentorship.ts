import type { Anchor, Excerpt } from './events.ts';
import { mentorshipStatuses, trialWords } from './kinds.ts';
import type { Kept } from './state.ts';

export { mentorshipStatuses, trialWords };
export type MentorshipStatus = (typeof mentorshipStatuses)[number];

/** What both sides hope to learn. */
export type Hopes = { mentors: string; mentees: string };

/** The group that a space belongs to: every mentee's own one, and the common one. */
export type GroupPart = { id: string; isCommon: boolean };

/** A version of the agreement, never changed: a newer one asks everybody again. */
export type Charter = {
  /** Id of the version. */
  id: string;
  /** Markdown, as its writer saved it; untrusted. */
  text: string;
  /** ISO time. */
  writtenAt: string;
  /** Logins or names, in the order in which they accepted. */
  acceptedBy: string[];
  /** ISO time since which everybody named in the mentorship has accepted it, `null` as long as somebody has not. */
  inForceSince: string | null;
} & Kept;

/** What a pulse asks, each from 1 to 5. */
export const pulseQuestions = ['value', 'clarity', 'workload', 'relationship'] as const;
export type PulseQuestion = (typeof pulseQuestions)[number];

/** A short look at the mentorship by one of its people. What they keep to themselves is `null` in the shared one. */
export type Pulse = {
  id: string;
  answers: Record<PulseQuestion, number | null>;
  words: string | null;
  /** Id of the whole one, of which this is what its author lets others see. */
  of: string | null;
  /** ISO time. */
  givenAt: string;
} & Kept;

/** What the check after 30 and 60 days asks. */
export const trialQuestions = ['useful', 'respectful', 'sustainable'] as const;
export type TrialQuestion = (typeof trialQuestions)[number];
export type TrialWord = (typeof trialWords)[number];
/** The days of a mentorship after which it asks. */
export const trialDays = [30, 60] as const;

export type Trial = {
  id: string;
  day: number;
  answers: Record<TrialQuestion, TrialWord | null>;
  words: string | null;
  /** As in a pulse. */
  of: string | null;
  /** ISO time. */
  answeredAt: string;
} & Kept;

/** What became of a nudge; only its reader knows. */
export const nudgeAnswers = ['shown', 'taken', 'later', 'never'] as const;
export type NudgeAnswer = {
  id: string;
  kind: string;
  /** What it was about: an id, or a name. */
  about: string | null;
  answer: (typeof nudgeAnswers)[number];
  /** ISO time. */
  answeredAt: string;
};

/** Where somebody sees a person on a skill of a rubric. */
export type SkillRating = {
  id: string;
  rubric: string;
  skill: string;
  /** Who is rated, login or name. */
  person: string;
  /** As the rubric counts, `null`: taken back. */
  level: number | null;
  /** Ids of feedback, sessions or goals, or addresses. */
  evidence: string[];
  note: string | null;
  /** ISO time. */
  ratedAt: string;
} & Kept;

/** Something worth keeping for others: what it is, why it is so, where it applies. */
export type KnowledgeNote = {
  id: string;
  /** What can be written down for everybody. Untrusted. */
  what: string;
  /** Why it is so: what somebody had to live through to know. Untrusted. */
  why: string | null;
  anchor: Anchor | null;
  feedbackId: string | null;
  sessionId: string | null;
  topics: string[];
  excerpt: Excerpt | null;
  /** ISO times. */
  notedAt: string;
  changedAt: string;
} & Kept;

/** A question to somebody who may know: "who can show me …". */
export type Help = {
  id: string;
  topic: string;
  path: string | null;
  /** Who is asked, `null` while nobody is. */
  of: string | null;
  /** Id of the thank-you that closed it. */
  thanksId: string | null;
  /** ISO time. */
  askedAt: string;
} & Kept;
