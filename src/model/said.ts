import type { JournalEvent } from './events.ts';
import { isoTime } from './isoTime.ts';
import type { People } from './people.ts';
import type { AgreementRecord, Said } from './records.ts';

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

/** Whether what is said may take the place of what is there: its own person's word, or the true one's for a claim. */
export function mayChange(there: Said | undefined, said: Said, people: People): boolean {
  if (!there) return true;
  return (said.claimedBy === null && there.claimedBy !== null) || isTheirs(there, said, people);
}

/** Whether one person said both, in one name. */
export function isTheirs(there: Said, said: Said, people: People): boolean {
  return (
    people.isSame(there.by, said.by) && people.isSame(there.claimedBy ?? there.by, said.claimedBy ?? said.by)
  );
}

/**
 * Keeps the newest word of each person in a list, and since when it stands.
 * @param hash of the words that it is about, where they could be others
 */
export function agree(
  list: AgreementRecord[],
  event: JournalEvent,
  isAgreed: boolean,
  people: People,
  hash?: string,
): void {
  const there = list.findIndex(({ by }) => people.isSame(by, event.author));
  if (there >= 0 && list[there]?.isAgreed === isAgreed && list[there].hash === hash) return;
  if (there >= 0) list.splice(there, 1);
  list.push({ by: event.author, isAgreed, at: isoTime(event), ...(hash !== undefined && { hash }) });
}
