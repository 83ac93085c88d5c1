import type { PublishedAs } from './annotation.ts';
import type { Anchor, Excerpt } from './events.ts';
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
  mentorship: Mentorship | null;
  /** Records (goals, feedback, next actions, annotations, ratings) that this user keeps to themselves. */
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
