import type { SessionKind } from '../../model/session.ts';
import type { FrameSection } from '../templates/frames.ts';
import type { PromptTopic } from '../templates/prompts.ts';

/** The words of a prepared document, in the user's language: plain text, nothing in them is Markdown. */
export type PrepareWords = {
  kinds: Record<SessionKind, string>;
  /** The document's title. */
  title(kind: string, date: string): string;
  /** From when on something is a recent win. */
  since(date: string): string;
  headings: Record<'blockers' | 'wins' | 'focus' | 'actions' | 'prompts' | 'log', string>;
  threads: string;
  /** Several of one pull request, of which only the latest is shown. */
  conversations(count: number, latest: string): string;
  stillGoals: string;
  keeps: string;
  milestones: string;
  noBlockers: string;
  noWins: string;
  noFocus: string;
  noActions: string;
  more(count: number): string;
  /** How long nothing has happened for a goal. */
  lastMoved(date: string): string;
  neverMoved: string;
  stops(count: number, since: string): string;
  withoutGoal: string;
  /** Due date of a promise. */
  due(date: string): string;
  overdue(date: string): string;
  somebody: string;
  outdated: string;
  unverified(name: string): string;
  /** What to write under a heading, and the heading's word where the document's own is English. */
  hints: Record<'question' | 'goal' | 'example' | 'log', string>;
  sections: Record<FrameSection, { heading: string; hint: string }>;
  /** Questions before answers. */
  prompts: Record<PromptTopic, readonly string[]>;
};
