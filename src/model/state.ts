/** What Cairn shows and hands to other extensions: plain JSON, what does not apply is `null`. Later versions only add. */
export type State = {
  /** Login of the mentee, `null` until it is known. */
  mentee: string | null;
  goals: Goal[];
  feedback: Feedback[];
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
  suggestedTag: Tag | null;
  tag: Tag | null;
  goalIds: string[];
  isSetAside: boolean;
};

export type PullRequestRef = {
  /** `owner/name`. */
  repository: string;
  number: number;
  title: string;
  url: string;
};
