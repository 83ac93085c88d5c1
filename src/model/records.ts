import type { PublishedAs } from './annotation.ts';
import type { Anchor, Excerpt } from './events.ts';
import type { Clause, Expectation, Scale } from './growth.ts';
import type { NudgeAnswer, PulseQuestion, TrialQuestion, TrialWord } from './mentorship.ts';
import type { PairingStyle, ScaffoldStep, SessionKind } from './session.ts';
import type { GoalOrigin, GoalStatus, Mentorship, Milestone, Tag } from './state.ts';

/** What a space's journal says, folded: plain data that the views' state is made from. */
export type SpaceRecords = {
  goals: Map<string, GoalRecord>;
  /** What people decided about feedback, by feedback id. */
  marks: Map<string, Mark>;
  /** Feedback that was entered by hand, by feedback id. */
  entered: Map<string, EnteredRecord>;
  /** Next actions, by id. */
  actions: Map<string, ActionRecord>;
  /** Annotations, by id; deleted ones included. */
  annotations: Map<string, AnnotationRecord>;
  /** What people think of feedback, by the rating's id; those that were taken away included. */
  ratings: Map<string, RatingRecord>;
  /** Sessions, pairings and scaffolds, by id. */
  sessions: Map<string, SessionRecord>;
  pairings: Map<string, PairingRecord>;
  scaffolds: Map<string, ScaffoldRecord>;
  themes: ThemeRecords;
  /** Guesses, thanks and answers on scales, by id. */
  guesses: Map<string, GuessRecord>;
  kudos: Map<string, KudosRecord>;
  scaleAnswers: Map<string, ScaleAnswerRecord>;
  /** The newest word of each person on each known clause, in the order in which they were said. */
  agreements: Map<Clause, AgreementRecord[]>;
  mentorship: Mentorship | null;
  /** The newest word on whether it runs, whatever it is called by now. */
  status: StatusRecord | null;
  /** Versions of the agreement, by id; and the newest word of each person on each, in the order in which they were said. */
  charters: Map<string, CharterRecord>;
  acceptances: Map<string, AgreementRecord[]>;
  /** Looks at the mentorship, checks, answers to nudges, ratings of skills, knowledge notes and questions, by id. */
  pulses: Map<string, PulseRecord>;
  trials: Map<string, TrialRecord>;
  nudges: Map<string, NudgeAnswer>;
  /** The newest last. */
  skillRatings: Map<string, SkillRatingRecord>;
  knowledge: Map<string, KnowledgeRecord>;
  help: Map<string, HelpRecord>;
  /** Records (all that `refsOf` of model/refs names) that this user keeps to themselves. */
  isPrivate: Set<string>;
};

/** The records of a space in which nothing was said. */
export function blankRecords(): SpaceRecords {
  return {
    goals: new Map(),
    marks: new Map(),
    entered: new Map(),
    actions: new Map(),
    annotations: new Map(),
    ratings: new Map(),
    sessions: new Map(),
    pairings: new Map(),
    scaffolds: new Map(),
    themes: { names: new Map(), placed: new Map(), merges: new Map() },
    guesses: new Map(),
    kudos: new Map(),
    scaleAnswers: new Map(),
    agreements: new Map(),
    mentorship: null,
    status: null,
    charters: new Map(),
    acceptances: new Map(),
    pulses: new Map(),
    trials: new Map(),
    nudges: new Map(),
    skillRatings: new Map(),
    knowledge: new Map(),
    help: new Map(),
    isPrivate: new Set(),
  };
}

/** What a mentorship is of which nothing more is known than who mentors whom. */
export const blankMentorship = {
  ...{ purpose: null, hopes: null, startsOn: null, months: null, group: null },
  ...{ status: 'active', statusReason: null, isReasonPrivate: false },
  ...{ statusUntil: null, statusSince: null },
} as const satisfies Partial<Mentorship>;

/** Who said something: the owner of the writer's folder that it stands in. */
export type Said = {
  by: string;
  /** The name that the line claims instead, unverified; `null` where it is the owner's own. */
  claimedBy: string | null;
};

export type GoalRecord = {
  id: string;
  title: string;
  category: string | null;
  origin: GoalOrigin;
  status: GoalStatus;
  targetDate: string | null;
  milestones: Milestone[];
  /** ISO time. */
  createdAt: string;
  created: Said;
};

export type Mark = {
  tag: Tag | null;
  /** When the tag that stands was given, ISO; `null` without a tag. */
  taggedAt: string | null;
  tagged: Said | null;
  goalIds: string[];
  isSetAside: boolean;
  /** The newest excerpt known. */
  excerpt: Excerpt | null;
};

export type EnteredRecord = {
  id: string;
  author: string;
  body: string;
  url: string | null;
  /** ISO time at which it was said. */
  saidAt: string;
  /** The session in whose text it was written. */
  session: string | null;
  /** Its author has taken it out of that text. */
  isWithdrawn: boolean;
  entered: Said;
};

export type ActionRecord = {
  id: string;
  text: string;
  /** Login or name. */
  owner: string | null;
  /** ISO date. */
  dueDate: string | null;
  goal: string | null;
  /** ISO time, `null` while it is open. */
  doneAt: string | null;
  /** The session in whose text it stands. */
  session: string | null;
  /** Its author has taken it out of that text. */
  isWithdrawn: boolean;
  /** ISO time. */
  createdAt: string;
  created: Said;
};

/** See `Annotation` in model/annotation. */
export type AnnotationRecord = {
  id: string;
  /** Empty where it was deleted. */
  body: string;
  isDeleted: boolean;
  anchors: Anchor[];
  number: number | null;
  feedback: string | null;
  tag: Tag | null;
  goalIds: string[];
  isResolved: boolean;
  replies: ReplyRecord[];
  published: PublishedAs | null;
  /** ISO times. */
  createdAt: string;
  editedAt: string | null;
  created: Said;
};

export type ReplyRecord = {
  id: string;
  /** Empty where it was deleted. */
  body: string;
  isDeleted: boolean;
  /** ISO times. */
  createdAt: string;
  editedAt: string | null;
  created: Said;
};

export type RatingRecord = {
  id: string;
  feedback: string;
  /** `null` where it was taken away. */
  isHelpful: boolean | null;
  note: string | null;
  excerpt: Excerpt | null;
  /** ISO time. */
  ratedAt: string;
  rated: Said;
};

/** See `Session` in model/session. */
export type SessionRecord = {
  id: string;
  kind: SessionKind;
  people: string[];
  /** ISO date. */
  date: string;
  heldAt: string | null;
  minutes: number | null;
  goals: string[];
  link: string | null;
  pairing: string | null;
  /** One of each person, and of each name that somebody claims. */
  texts: TextRecord[];
  /** ISO time. */
  createdAt: string;
  created: Said;
};

export type TextRecord = {
  text: string;
  /** ISO time. */
  writtenAt: string;
  written: Said;
};

/** See `Pairing` in model/session. */
export type PairingRecord = {
  id: string;
  people: string[];
  goal: string | null;
  style: PairingStyle;
  turnMinutes: number;
  repository: string | null;
  base: string;
  branch: string;
  startedAt: string;
  /** Who began it, by the name that the line has: the first to drive. */
  starter: string;
  handoffs: HandoffRecord[];
  /** The newest take-over of the branch as it stood, without a handoff. */
  taken: { driver: string; takenAt: string; time: [number, number] } | null;
  ended: { session: string | null; commit: string | null; endedAt: string } | null;
  /** ISO time. */
  createdAt: string;
  created: Said;
};

export type HandoffRecord = {
  id: string;
  driver: string;
  next: string | null;
  done: string;
  todo: string;
  unclear: string;
  failing: string | null;
  commit: string | null;
  startedAt: string;
  handedAt: string;
  files: { path: string; line: number; column: number }[];
  takenBy: string | null;
  takenAt: string | null;
  /** When it was written into the journal. */
  time: [number, number];
  created: Said;
};

/** See `Scaffold` in model/session. */
export type ScaffoldRecord = {
  id: string;
  goal: string | null;
  part: string | null;
  /** The newest word on each, those that were taken back left out. */
  steps: { step: ScaffoldStep; session: string | null; url: string | null; reachedAt: string }[];
  created: Said;
};

/** What people decided about themes; `decisionsOf` in model/growthOf reads it. */
export type ThemeRecords = {
  /** By theme. */
  names: Map<string, string>;
  /** By feedback: its theme, or none. */
  placed: Map<string, string | null>;
  /** By theme the one that it became part of, the newest word last; rings are possible. */
  merges: Map<string, string>;
};

/** See `Guess` in model/growth. */
export type GuessRecord = {
  id: string;
  repository: string;
  number: number;
  title: string;
  url: string | null;
  expectations: Omit<Expectation, 'feedbackId'>[];
  /** What its author said of it afterwards, by expectation: the feedback, or `null` for none. */
  judged: Map<string, string | null>;
  /** ISO times. */
  madeAt: string;
  changedAt: string;
  created: Said;
};

/** See `Kudos` in model/growth. */
export type KudosRecord = {
  id: string;
  to: string;
  text: string;
  feedback: string | null;
  goal: string | null;
  excerpt: Excerpt | null;
  givenAt: string;
  help: string | null;
  isWithdrawn: boolean;
  given: Said;
};

/** See `ScaleAnswer` in model/growth. */
export type ScaleAnswerRecord = {
  id: string;
  scale: Scale;
  value: number;
  goal: string | null;
  note: string | null;
  answeredAt: string;
  answered: Said;
};

export type StatusRecord = Pick<
  Mentorship,
  'status' | 'statusReason' | 'isReasonPrivate' | 'statusUntil' | 'statusSince'
>;

/**
 * See `Charter` in model/mentorship; who accepts it is in `acceptances`. `hasOtherText`: other words were written under
 * its id, too, earlier or later.
 */
export type CharterRecord = {
  id: string;
  text: string;
  writtenAt: string;
  written: Said;
  hasOtherText: boolean;
};

/** See `Pulse` in model/mentorship. */
export type PulseRecord = {
  id: string;
  answers: Record<PulseQuestion, number | null>;
  words: string | null;
  of: string | null;
  givenAt: string;
  given: Said;
};

/** See `Trial` in model/mentorship. */
export type TrialRecord = {
  id: string;
  day: number;
  answers: Record<TrialQuestion, TrialWord | null>;
  words: string | null;
  of: string | null;
  answeredAt: string;
  answered: Said;
};

/** See `SkillRating` in model/mentorship. */
export type SkillRatingRecord = {
  id: string;
  rubric: string;
  skill: string;
  person: string;
  level: number | null;
  evidence: string[];
  note: string | null;
  ratedAt: string;
  rated: Said;
};

/** See `KnowledgeNote` in model/mentorship. */
export type KnowledgeRecord = {
  id: string;
  what: string;
  why: string | null;
  anchor: Anchor | null;
  feedback: string | null;
  session: string | null;
  topics: string[];
  excerpt: Excerpt | null;
  isWithdrawn: boolean;
  notedAt: string;
  changedAt: string;
  noted: Said;
};

/** See `Help` in model/mentorship. */
export type HelpRecord = {
  id: string;
  topic: string;
  path: string | null;
  of: string | null;
  askedAt: string;
  isWithdrawn: boolean;
  asked: Said;
};

export type AgreementRecord = { by: string; isAgreed: boolean; at: string; hash?: string };
