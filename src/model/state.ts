import type { Annotation, OwnRating, Rating } from './annotation.ts';
import type { Agreement, Guess, Kudos, ScaleAnswer } from './growth.ts';
import type {
  Charter,
  GroupPart,
  Help,
  Hopes,
  KnowledgeNote,
  MentorshipStatus,
  Pulse,
  SkillRating,
  Trial,
} from './mentorship.ts';
import type { Pairing, Scaffold, Session } from './session.ts';

/** What Cairn shows and hands to other extensions: plain JSON, what does not apply is `null`. Later versions only add. */
export type State = {
  /** Login of the mentee, `null` until it is known. */
  mentee: string | null;
  goals: Goal[];
  feedback: Feedback[];
  /** Next actions in the order in which they were promised. */
  actions: NextAction[];
  /** Remarks on lines of files, in the order in which they were made. */
  annotations: Annotation[];
  /** What others think of feedback and have sent, in the order in which it was first said. */
  ratings: Rating[];
  /** Meetings, planned and held, in the order of their dates. */
  sessions: Session[];
  /** In the order in which they began. */
  pairings: Pairing[];
  scaffolds: Scaffold[];
  /** What mentees expect reviewers to say, in the order in which it was noted. */
  guesses: Guess[];
  /** Specific thanks, in the order in which they were given. */
  kudos: Kudos[];
  /** What mentees say of themselves on their own scales, in the order of time. */
  scaleAnswers: ScaleAnswer[];
  /** What the people of the mentorship agree to. */
  agreements: Agreement[];
  /** Versions of the agreement, the oldest first. */
  charters: Charter[];
  /** What people let others see of their looks at the mentorship, in the order of time. */
  pulses: Pulse[];
  /** The same for the checks after 30 and 60 days. */
  trials: Trial[];
  /** Where people see each other on skills: the newest word of each who rates. */
  skillRatings: SkillRating[];
  /** What is worth keeping for others, in the order in which it was noted. */
  knowledge: KnowledgeNote[];
  /** Questions to somebody who may know, in the order in which they were asked. */
  help: Help[];
  /** Who mentors whom in the active space, `null` where that was not recorded. */
  mentorship: Mentorship | null;
};

/** What feedback asks for: more of it (keep), no more of it (stop), something new (start). */
export type Tag = 'keep' | 'stop' | 'start';
export const tags = ['keep', 'stop', 'start'] as const satisfies readonly Tag[];

export type GoalStatus = 'active' | 'completed' | 'archived';
/** Who the goal comes from. */
export type GoalOrigin = 'mentee' | 'organisation';
/** The categories on offer; a goal may carry a category of the user's own words instead. */
export const goalCategories = [
  'architecture understanding',
  'code quality',
  'incident response',
  'stakeholder communication',
  'operational ownership',
] as const;

export type Goal = {
  id: string;
  /** One sentence. */
  title: string;
  category: string | null;
  origin: GoalOrigin;
  status: GoalStatus;
  /** ISO date, `yyyy-mm-dd`. */
  targetDate: string | null;
  milestones: Milestone[];
  /** Tagged feedback that is linked to this goal and not set aside. */
  counts: Record<Tag, number>;
} & Kept;

/** Whose words a record is, and who can see it. */
export type Kept = {
  /** Login or name of who made the record; self-declared. `null` where nobody made it in Cairn. */
  createdBy: string | null;
  /** A name that the record claims and that is not its writer's: unverified. */
  claimedBy: string | null;
  /** Only this user sees it: it stands in the private journal. */
  isPrivate: boolean;
};

/** A promise with an owner and, where set, a due date. */
export type NextAction = {
  id: string;
  text: string;
  /** Login or name. */
  owner: string | null;
  /** ISO date, `yyyy-mm-dd`. */
  dueDate: string | null;
  /** Id of the goal that it serves. */
  goalId: string | null;
  /** ISO time, `null` while it is open. */
  doneAt: string | null;
  /** Id of the session in whose text it stands. */
  sessionId: string | null;
  /** ISO time. */
  createdAt: string;
} & Kept;

export const mentorshipKinds = ['one-to-one', 'group', 'reverse', 'peer'] as const;

export type Mentorship = {
  title: string;
  kind: (typeof mentorshipKinds)[number];
  /** Logins or names. */
  mentors: string[];
  mentees: string[];
  /** Days between two check-ins. */
  rhythmDays: number | null;
  /** The mentors' time budget. */
  hoursPerMonth: number | null;
  /** What it is for, in one sentence. */
  purpose: string | null;
  hopes: Hopes | null;
  /** ISO date. */
  startsOn: string | null;
  /** How long it is meant to last. */
  months: number | null;
  group: GroupPart | null;
  status: MentorshipStatus;
  /** What was said when the status was last changed; `null` where nothing was. */
  statusReason: string | null;
  /** Nobody but this user reads that; other extensions get `null` for it then. */
  isReasonPrivate: boolean;
  /** ISO date until which it rests, as far as that is known. */
  statusUntil: string | null;
  /** ISO time of that change, `null` where there was none. */
  statusSince: string | null;
};

export type Milestone = {
  id: string;
  title: string;
  /** ISO time, `null` while it is open. */
  completedAt: string | null;
};

export type FeedbackKind = 'line' | 'review' | 'conversation' | 'entered';
/** Which side of the diff a line comment stands on: LEFT is the old code, RIGHT the new. */
export type Side = 'LEFT' | 'RIGHT';

/** What somebody else said about the mentee's work. */
export type Feedback = {
  /** `<host>/<kind>/<database id>` for what came from GitHub, a ULID for what was entered by hand. */
  id: string;
  kind: FeedbackKind;
  url: string | null;
  /** Login or name; a deleted account is `ghost`. */
  author: string;
  isBot: boolean;
  /** As it was written; untrusted. */
  body: string;
  path: string | null;
  /** Line in the current code of the pull request, 1-based; `null` when outdated or about the whole file. */
  line: number | null;
  startLine: number | null;
  side: Side | null;
  /** Line in the code as it was commented on, 1-based. */
  originalLine: number | null;
  diffHunk: string | null;
  threadId: string | null;
  /** Feedback id of the comment that the thread began with, whoever wrote it; `null` on the first one. */
  inReplyTo: string | null;
  isResolved: boolean | null;
  isOutdated: boolean | null;
  isMinimized: boolean | null;
  /** ISO times. */
  createdAt: string;
  updatedAt: string;
  pullRequest: PullRequestRef | null;
  /** What Cairn is sure enough of to say so. */
  suggestedTag: Tag | null;
  /** Cairn is sure enough that it asks for nothing: then there is no suggested tag. */
  isSetAsideSuggested: boolean;
  tag: Tag | null;
  /** Who gave the tag; with the name that the act claims where that is unverified. */
  taggedBy: string | null;
  tagClaimedBy: string | null;
  goalIds: string[];
  isSetAside: boolean;
  /** What this user thinks of it, `null` where they have not said so. */
  rating: OwnRating | null;
} & Kept;

export type PullRequestRef = {
  /** `owner/name`. */
  repository: string;
  number: number;
  title: string;
  url: string;
};
