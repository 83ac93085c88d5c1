import type { Draft, Drafts } from '../../journal/drafts/drafts.ts';
import { CairnError, type ErrorCode } from '../../model/errors.ts';

/** What passes by itself: Cairn tries again without being asked. */
const passing = new Set<ErrorCode>([
  'offline',
  'answer-lost',
  'github-unavailable',
  'github-unreadable',
  'rate-limited',
]);

/** Whether a failure is over one day without anybody doing anything. */
export const isPassing = (error: unknown): boolean => error instanceof CairnError && passing.has(error.code);

/** How it is to be published. */
export type How = {
  how: 'single' | 'review';
  /** What becomes of a pending review that is in the way; to be asked where it is left out. */
  pending?: 'add' | 'submit';
};

/** Something that was to be published and is not, or not for sure. */
export class Unsent {
  draft: Draft;
  how: How;
  /** Where it is kept: of the space in which somebody wanted it, whichever is shown by now. */
  readonly drafts: Drafts;
  /** It was written there. Where it is gone, another window has sent it or thrown it away. */
  isKept = false;
  state: 'sending' | 'waiting' | 'failed' = 'waiting';
  problem: unknown = null;

  constructor(draft: Draft, how: How, drafts: Drafts) {
    this.draft = draft;
    this.how = how;
    this.drafts = drafts;
  }

  fail(error: unknown): void {
    this.problem = error;
    this.state = isPassing(error) ? 'waiting' : 'failed';
  }
}
