import type { JournalEvent } from './events.ts';

/** A repository whose words or code stand in a space, and that not everybody may read. */
export type RepositoryWords = {
  /** `owner/name`. */
  repository: string;
  /** `null`: not known. */
  isPrivate: true | null;
  /** Pieces of feedback with an excerpt of it. */
  feedback: number;
  /** Annotations with some of its code. */
  annotations: number;
};

/**
 * The private repositories, and those that may be, whose words or code the shared journal of a space holds: whoever gets the
 * space gets these. What was taken back stands in the journal all the same, so that it counts; one sight of a
 * repository as private is enough.
 */
export function privateRepositories(events: Iterable<JournalEvent>): RepositoryWords[] {
  const found = new Map<string, Found>();
  for (const event of events) {
    const told = event.isPrivate ? null : toldBy(event);
    if (!told || told.repository === null) continue;
    const key = told.repository.toLowerCase();
    const entry = found.get(key) ?? {
      ...{ repository: told.repository, said: new Set(), feedback: new Set(), annotations: new Set() },
    };
    entry.said.add(told.isPrivate);
    entry[told.of].add(told.id);
    found.set(key, entry);
  }
  return [...found.values()]
    .filter(({ said }) => said.has(true) || !said.has(false))
    .map(({ repository, said, feedback, annotations }) => ({
      repository,
      isPrivate: said.has(true) ? (true as const) : null,
      feedback: feedback.size,
      annotations: annotations.size,
    }))
    .sort(
      (a, b) =>
        b.feedback + b.annotations - a.feedback - a.annotations || (a.repository < b.repository ? -1 : 1),
    );
}

type Found = {
  repository: string;
  said: Set<boolean | null>;
  feedback: Set<string>;
  annotations: Set<string>;
};
type Told = {
  repository: string | null;
  isPrivate: boolean | null;
  of: 'feedback' | 'annotations';
  id: string;
};

/** What an event holds of a repository; an annotation does not say whether that is private. */
function toldBy({ payload }: JournalEvent): Told | null {
  if ('anchor' in payload) {
    const { repository } = payload.anchor;
    return { repository, isPrivate: null, of: 'annotations', id: payload.annotation };
  }
  if (!('excerpt' in payload) || !payload.excerpt) return null;
  const { repository, isPrivate } = payload.excerpt;
  return { repository, isPrivate, of: 'feedback', id: payload.feedback };
}
