import type { Excerpt } from './events.ts';
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
  mentorship: Mentorship | null;
  /** Records (goals, feedback, next actions) that this user keeps to themselves. */
  isPrivate: Set<string>;
};

/** The records of a space in which nothing was said. */
export function blankRecords(): SpaceRecords {
  return {
    goals: new Map(),
    marks: new Map(),
    entered: new Map(),
    actions: new Map(),
    mentorship: null,
    isPrivate: new Set(),
  };
}

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
  /** ISO time. */
  createdAt: string;
  created: Said;
};
