import type { pairingStyles, scaffoldSteps, sessionKinds } from './kinds.ts';
import type { Kept, Tag } from './state.ts';

export type SessionKind = (typeof sessionKinds)[number];
export type PairingStyle = (typeof pairingStyles)[number];
export type ScaffoldStep = (typeof scaffoldSteps)[number];

/** A meeting, planned or held. */
export type Session = {
  id: string;
  kind: SessionKind;
  /** Logins or names. */
  people: string[];
  /** ISO date for which it is planned, or on which it was held. */
  date: string;
  /** ISO time, `null` while it is planned only. */
  heldAt: string | null;
  minutes: number | null;
  goalIds: string[];
  /** Of the call, or of Live Share; untrusted. */
  link: string | null;
  pairingId: string | null;
  /** What each person has written, in the order in which they began. */
  texts: SessionText[];
  /** Rows of all texts. */
  entries: LogEntry[];
  /** ISO time. */
  createdAt: string;
} & Kept;

export type SessionText = {
  by: string;
  claimedBy: string | null;
  /** Markdown as it was written; untrusted. */
  text: string;
  /** ISO time. */
  writtenAt: string;
};

/** A row of a session, as its text says it; plain words. */
export type LogEntry = {
  topic: string;
  insight: string;
  /** As it was written, with owner and date. */
  nextAction: string;
  by: string;
};

/** Two or more at one keyboard. */
export type Pairing = {
  id: string;
  people: string[];
  goalId: string | null;
  style: PairingStyle;
  turnMinutes: number;
  repository: string | null;
  base: string;
  branch: string;
  /** ISO times. */
  startedAt: string;
  endedAt: string | null;
  sessionId: string | null;
  commit: string | null;
  handoffs: Handoff[];
  /** Who drives by what is known here, and since when (ISO time); `null` once the keyboard was handed off, or at the end. */
  driver: string | null;
  since: string | null;
} & Kept;

export type Handoff = {
  id: string;
  driver: string;
  next: string | null;
  done: string;
  todo: string;
  unclear: string;
  failing: string | null;
  commit: string | null;
  /** ISO times of the turn. */
  startedAt: string;
  handedAt: string;
  /** Relative paths that climb out of nothing; 1-based. */
  files: { path: string; line: number; column: number }[];
  takenBy: string | null;
  takenAt: string | null;
  /** Whose words they are. */
  createdBy: string;
};

/** How far somebody has come on the way to doing something alone. */
export type Scaffold = {
  id: string;
  goalId: string | null;
  part: string | null;
  steps: { step: ScaffoldStep; sessionId: string | null; url: string | null; reachedAt: string }[];
} & Kept;

/** What the text of a session says, read once. `tag` lines are what stands under keep, stop and start. */
export type ReadSession = {
  entries: { topic: string; insight: string; nextAction: string }[];
  /** Task-list items and the third column, in the order of the text; the same words twice count once. */
  actions: { line: string; isDone: boolean }[];
  feedback: { tag: Tag; text: string }[];
  /** The paragraphs under question, goal and example, by which a mentee comes prepared; empty where there is none. */
  prepared: { question: string; goal: string; example: string };
};
