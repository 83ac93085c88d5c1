import * as vscode from 'vscode';
import type { Draft } from '../../journal/drafts/drafts.ts';
import { CairnError, type ErrorCode } from '../../model/errors.ts';
import { wordsFor } from '../words/errors.ts';

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
  state: 'sending' | 'waiting' | 'failed' = 'waiting';
  problem: unknown = null;

  constructor(draft: Draft, how: How) {
    this.draft = draft;
    this.how = how;
  }

  fail(error: unknown): void {
    this.problem = error;
    this.state = isPassing(error) ? 'waiting' : 'failed';
  }

  /** Beside the author: how it stands. */
  words(): string {
    if (this.state === 'sending') return vscode.l10n.t('being published…');
    return this.state === 'waiting' ? vscode.l10n.t('waiting to be sent') : vscode.l10n.t('not published');
  }

  /** Below the words: why, and what to do. In Markdown. */
  advice(): string {
    if (this.state === 'sending') return vscode.l10n.t('Cairn is publishing this.');
    const why = this.problem === null ? '' : `${wordsFor(this.problem).replace(/[\\`*_[\]<>#]/g, '\\$&')} `;
    return this.state === 'waiting'
      ? `${why}${vscode.l10n.t('Your words are kept. Cairn tries again by itself, and looks first whether they have arrived.')}`
      : `${why}${vscode.l10n.t('Your words are kept. Try again, keep them as a note, or discard them.')}`;
  }
}
