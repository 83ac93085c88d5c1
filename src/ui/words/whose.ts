import * as vscode from 'vscode';
import { plainLine } from '../../model/plainLine.ts';
import type { Feedback, Kept } from '../../model/state.ts';

/** A name as it stands within a line. */
export const nameWord = (name: string): string => plainLine(name, 60) || vscode.l10n.t('somebody');

/** "by ada". */
export const writtenBy = (name: string): string => vscode.l10n.t('by {0}', nameWord(name));

/** What is said where a line claims a name that is not its writer's. */
export const claim = (claimedBy: string, by: string): string =>
  vscode.l10n.t('says it is by {0}, written by {1} (unverified)', nameWord(claimedBy), nameWord(by));

/** The claim of a record, `null` where it is its writer's own. */
export function claimOf({ createdBy, claimedBy }: Kept): string | null {
  return claimedBy === null ? null : claim(claimedBy, createdBy ?? '');
}

/** Whether more than one person has written: only then it helps to say who did. */
export function severalWrite(records: readonly Kept[], feedback: readonly Feedback[]): boolean {
  let first: string | undefined;
  const isAnother = (name: string | null) => {
    if (name === null) return false;
    first ??= name.toLowerCase();
    return name.toLowerCase() !== first;
  };
  return (
    records.some(({ createdBy }) => isAnother(createdBy)) ||
    feedback.some(({ createdBy, taggedBy }) => isAnother(createdBy) || isAnother(taggedBy))
  );
}
