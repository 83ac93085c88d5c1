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
  /** Pairings on it, with names of branches and files and what was said of the work. */
  pairings: number;
  /** Guesses at what reviewers say there, with titles of pull requests. */
  guesses: number;
  /** Knowledge notes with some of its code. */
  knowledge: number;
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
      ...{ repository: told.repository, said: new Set() },
      ...{ feedback: new Set(), annotations: new Set(), pairings: new Set(), guesses: new Set() },
      knowledge: new Set(),
    };
    entry.said.add(told.isPrivate);
    entry[told.of].add(told.id);
    found.set(key, entry);
  }
  return [...found.values()]
    .filter(({ said }) => said.has(true) || !said.has(false))
    .map(({ repository, said, feedback, annotations, pairings, guesses, knowledge }) => ({
      repository,
      isPrivate: said.has(true) ? (true as const) : null,
      feedback: feedback.size,
      annotations: annotations.size,
      pairings: pairings.size,
      guesses: guesses.size,
      knowledge: knowledge.size,
    }))
    .sort((a, b) => piecesOf(b) - piecesOf(a) || (a.repository < b.repository ? -1 : 1));
}

const piecesOf = ({ feedback, annotations, pairings, guesses, knowledge }: RepositoryWords) =>
  feedback + annotations + pairings + guesses + knowledge;

type Found = {
  repository: string;
  said: Set<boolean | null>;
  feedback: Set<string>;
  annotations: Set<string>;
  pairings: Set<string>;
  guesses: Set<string>;
  knowledge: Set<string>;
};
type Told = {
  repository: string | null;
  isPrivate: boolean | null;
  of: 'feedback' | 'annotations' | 'pairings' | 'guesses' | 'knowledge';
  id: string;
};

/** What an event holds of a repository; annotations, pairings and guesses do not say whether that is private. */
function toldBy({ type, payload }: JournalEvent): Told | null {
  if (type === 'pairing.started')
    return { repository: payload.repository, isPrivate: null, of: 'pairings', id: payload.pairing };
  if (type === 'guess.made')
    return { repository: payload.repository, isPrivate: null, of: 'guesses', id: payload.guess };
  if (type === 'knowledge.noted' || type === 'knowledge.moved') {
    const { anchor, knowledge: id } = payload;
    const excerpt = 'excerpt' in payload ? payload.excerpt : undefined;
    const repository = anchor?.repository ?? excerpt?.repository ?? null;
    return { repository, isPrivate: excerpt?.isPrivate ?? null, of: 'knowledge', id };
  }
  if ('anchor' in payload) {
    const { repository } = payload.anchor;
    return { repository, isPrivate: null, of: 'annotations', id: payload.annotation };
  }
  if (!('excerpt' in payload) || !payload.excerpt) return null;
  const { repository, isPrivate, url } = payload.excerpt;
  return { repository, isPrivate, of: 'feedback', id: payload.feedback ?? url ?? '' };
}
