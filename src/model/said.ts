import type { JournalEvent } from './events.ts';
import type { People } from './people.ts';
import type { Said } from './records.ts';

export type OfType<T extends string> = Extract<JournalEvent, { type: T }>;

/** What a fold knows besides the records: see `Ledger` in model/fold. */
export type Known = { people: People; awaited: Set<string> };

/** Who said it: the folder's owner, with the name that the line claims. */
export function saidIn(event: JournalEvent, owner: string | undefined): Said {
  return owner === undefined ? { by: event.author, claimedBy: null } : { by: owner, claimedBy: event.author };
}

/** Whether a record is there in the name of somebody who did not write it: the true author's word replaces it. */
export function isClaimed(said: Said | undefined): boolean {
  return said !== undefined && said.claimedBy !== null;
}

/** Whether what is there stays although it is said once more: unless the true author replaces a claim. */
export function stays(there: Said | undefined, owner: string | undefined): boolean {
  return there !== undefined && (owner !== undefined || there.claimedBy === null);
}
