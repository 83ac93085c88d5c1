import type { JournalEvent } from './events.ts';

/** A repository whose words stand in a space, and that not everybody may read. */
export type RepositoryWords = {
  /** `owner/name`. */
  repository: string;
  /** `null`: not known. */
  isPrivate: true | null;
  /** Pieces of feedback with an excerpt of it. */
  feedback: number;
};

/**
 * The private repositories, and those that may be, whose words the shared journal of a space holds: whoever gets the
 * space gets these. What was taken back stands in the journal all the same, so that it counts; one sight of a
 * repository as private is enough.
 */
export function privateRepositories(events: Iterable<JournalEvent>): RepositoryWords[] {
  const found = new Map<string, { repository: string; said: Set<boolean | null>; feedback: Set<string> }>();
  for (const event of events) {
    if (event.isPrivate || !('excerpt' in event.payload) || !event.payload.excerpt) continue;
    const { repository, isPrivate } = event.payload.excerpt;
    if (repository === null) continue;
    const key = repository.toLowerCase();
    const entry = found.get(key) ?? { repository, said: new Set(), feedback: new Set() };
    entry.said.add(isPrivate);
    entry.feedback.add(event.payload.feedback);
    found.set(key, entry);
  }
  return [...found.values()]
    .filter(({ said }) => said.has(true) || !said.has(false))
    .map(({ repository, said, feedback }) => ({
      repository,
      isPrivate: said.has(true) ? (true as const) : null,
      feedback: feedback.size,
    }))
    .sort((a, b) => b.feedback - a.feedback || (a.repository < b.repository ? -1 : 1));
}
