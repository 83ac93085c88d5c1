import { setImmediate as rest } from 'node:timers/promises';
import type { JournalEvent } from '../model/events.ts';
import { folding } from '../model/fold.ts';
import type { SpaceRecords } from '../model/records.ts';
import type { Journal } from './journal.ts';

/**
 * What the journals of a space say together, read anew. It rests every few milliseconds, so that a window does not
 * stand still.
 */
export async function foldJournals(journals: readonly Journal[]): Promise<SpaceRecords> {
  const events: JournalEvent[] = [];
  for (const journal of journals) for (const event of await journal.readAll()) events.push(event);
  for (const steps = folding(events); ; await rest()) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
