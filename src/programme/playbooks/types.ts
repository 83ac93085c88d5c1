import type { SessionKind } from '../../model/session.ts';

/** A day as a playbook says it. */
export type When =
  /** Counted from today, or from the day on which the mentorship began. Months keep the day of the month. */
  | { from: 'today' | 'start'; days: number; months: number }
  /** ISO date. */
  | { date: string };

/** Whom a step is for: a part that somebody plays, or a login or name. */
export type Who = 'mentee' | 'mentor' | 'me' | { name: string };

/** A step that Cairn can do. All words are plain, one line, and untrusted. `line`: 1-based. */
export type GoalStep = {
  kind: 'goal';
  line: number;
  title: string;
  category: string | null;
  due: When | null;
  milestones: { title: string; line: number }[];
};
export type SessionStep = {
  kind: 'session';
  line: number;
  sessionKind: SessionKind;
  when: When;
  topic: string;
};
export type ActionStep = { kind: 'action'; line: number; text: string; who: Who | null; due: When | null };
/** Leads to another playbook; `name` is a plain file name without `.md`. */
export type PlaybookStep = { kind: 'playbook'; line: number; name: string };
/** Asks for a knowledge note. */
export type KnowledgeStep = { kind: 'knowledge'; line: number; text: string };
export type Step = GoalStep | SessionStep | ActionStep | PlaybookStep | KnowledgeStep;
/** Those of which records come that need no more words. */
export type MakingStep = GoalStep | SessionStep | ActionStep;

export type PlaybookSection = {
  /** Plain words; empty for what stands before the first heading. */
  heading: string;
  /** 1-based. */
  line: number;
  /** Markdown of what is no step, made harmless; what a session of this section is about. */
  reading: string;
  /** In the order in which they stand; a milestone belongs to the goal above it. */
  steps: Step[];
};

/** Why a line that was meant as a step is none. */
export type StepProblem =
  | 'words'
  | 'too-long'
  | 'date'
  | 'who'
  | 'session-kind'
  | 'milestone'
  | 'playbook-name'
  | 'too-many';

export type Playbook = {
  title: string;
  /** Whom and what it is for, and when; empty where it does not say. */
  for: string;
  when: string;
  sections: PlaybookSection[];
  /** In the order of their lines, 1-based. */
  problems: { line: number; problem: StepProblem }[];
};
