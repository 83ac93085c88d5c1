import type { Excerpt } from './events.ts';
import type { GoalOrigin, GoalStatus, Milestone, Tag } from './state.ts';

/** What a space's journal says, folded: plain data that the views' state is made from. */
export type SpaceRecords = {
  goals: Map<string, GoalRecord>;
  /** What people decided about feedback, by feedback id. */
  marks: Map<string, Mark>;
  /** Feedback that was entered by hand, by feedback id. */
  entered: Map<string, EnteredRecord>;
};

export type GoalRecord = {
  id: string;
  title: string;
  category: string | null;
  origin: GoalOrigin;
  status: GoalStatus;
  targetDate: string | null;
  milestones: Milestone[];
  /** ISO times and authors, for the record's history. */
  createdAt: string;
  createdBy: string;
};

export type Mark = {
  tag: Tag | null;
  /** When the tag that stands was given, ISO; `null` without a tag. */
  taggedAt: string | null;
  taggedBy: string | null;
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
  enteredBy: string;
};
