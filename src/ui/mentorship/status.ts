import * as vscode from 'vscode';
import type { NewEvent } from '../../model/events.ts';
import type { MentorshipStatus } from '../../model/mentorship.ts';
import type { Deps } from '../commands/deps.ts';

export const longestReason = 2000;

/** What is said with a status; a private reason is read by nobody else. */
export type StatusWords = { reason?: string | null; isReasonPrivate?: boolean; until?: string | null };

/**
 * Says whether the mentorship runs, rests or is over. A private reason stays in the user's own journal: all others get
 * the status without a word about why.
 */
export async function setStatus(
  { store }: Pick<Deps, 'store'>,
  status: MentorshipStatus,
  { reason = null, isReasonPrivate = false, until = null }: StatusWords = {},
): Promise<{ status: MentorshipStatus; until: string | null }> {
  const changedAt = new Date().toISOString();
  const event = (said: string | null): NewEvent => ({
    type: 'mentorship.status',
    payload: { status, reason: said, until, changedAt },
  });
  await store.perform([event(isReasonPrivate ? null : reason)]);
  // Written after the shared one, so that it is the newest here.
  if (isReasonPrivate && reason !== null) await store.perform([event(reason)], { isPrivate: true });
  return { status, until };
}

/** Quiet words in the status bar. */
export const sayBriefly = (words: string): void =>
  void vscode.window.setStatusBarMessage(`$(check) ${words}`, 8000);
