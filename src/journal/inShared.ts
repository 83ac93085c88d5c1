import type { JournalEvent } from '../model/events.ts';

/** Whether an event stands in the journal that is shared. */
export const inShared = (event: JournalEvent): boolean => event.isPrivate !== true;
