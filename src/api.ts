import type { Event } from 'vscode';
import type { State } from './model/state.ts';

export type { Annotation, AnnotationReply, OwnRating, PublishedAs, Rating } from './model/annotation.ts';
export type { Anchor, Excerpt } from './model/events.ts';
export type {
  Agreement,
  Clause,
  Expectation,
  Guess,
  Kudos,
  Scale,
  ScaleAnswer,
} from './model/growth.ts';
export type {
  Charter,
  GroupPart,
  Help,
  Hopes,
  KnowledgeNote,
  MentorshipStatus,
  Pulse,
  PulseQuestion,
  SkillRating,
  Trial,
  TrialQuestion,
  TrialWord,
} from './model/mentorship.ts';
export type {
  Handoff,
  LogEntry,
  Pairing,
  PairingStyle,
  Scaffold,
  ScaffoldStep,
  Session,
  SessionKind,
  SessionText,
} from './model/session.ts';
export type {
  Feedback,
  FeedbackKind,
  Goal,
  Mentorship,
  Milestone,
  NextAction,
  PullRequestRef,
  State,
  Tag,
} from './model/state.ts';

/**
 * What `activate()` returns, for other extensions and for tests:
 * `await vscode.extensions.getExtension<CairnApi>('cairn-mentoring.cairn').activate()`.
 */
export type CairnApi = {
  readonly version: 1;
  /**
   * Everything that is not private and does not wait for the mentee’s own guess, as plain JSON. Reads journal and cache when
   * that has not happened yet.
   */
  getState(): Promise<State>;
  /** Fires after each change of the state, when it is on disk. */
  readonly onDidChangeState: Event<void>;
};
