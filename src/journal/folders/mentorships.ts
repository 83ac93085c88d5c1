import type { EventType } from '../../model/events.ts';
import { foldEvents } from '../../model/fold.ts';
import type { Mentorship } from '../../model/state.ts';
import { Journal } from '../journal.ts';
import { listSpaces, type SpaceEntry } from './spaces.ts';

/** What says who mentors whom, and takes that back. */
const kinds = new Set<EventType>(['mentorship.recorded', 'mentorship.status', 'act.undone']);

/** A space of this machine and who mentors whom in it; `null` where that was not recorded, or cannot be read. */
export type SpaceMentorship = SpaceEntry & { mentorship: Mentorship | null };

/**
 * All spaces of a data folder, by name, each with its mentorship. What is private is not looked at: a mentorship is
 * shared. Never throws for one of them.
 * @throws CairnError 'journal-unwritable' where the folder of spaces cannot be looked at
 */
export async function listMentorships(dataFolder: string): Promise<SpaceMentorship[]> {
  const found: SpaceMentorship[] = [];
  // One after the other: each is read whole.
  for (const space of await listSpaces(dataFolder)) {
    found.push({ ...space, mentorship: await mentorshipIn(space.folder).catch(() => null) });
  }
  return found;
}

async function mentorshipIn(folder: string): Promise<Mentorship | null> {
  const journal = await Journal.open(folder, { author: () => '' });
  const events = await journal.read();
  return foldEvents(events.filter(({ type }) => kinds.has(type))).mentorship;
}
