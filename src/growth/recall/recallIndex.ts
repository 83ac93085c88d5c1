import type { Feedback } from '../../model/state.ts';
import { compareWorth, type Piece, Pieces, rankOf } from './pieces.ts';
import type { Known } from './worth.ts';

/** Lines of a text, 1-based, both included. */
export type Lines = { startLine: number; endLine: number };

/** A file that is staged, by its path in the repository. A stranger may have chosen the path. */
export type Staged = {
  path: string;
  /** What it was called before it was renamed. */
  earlierPaths?: readonly string[];
  /** What is staged of it: lines of the new text and of the old one. Missing where that is not known. */
  lines?: { now: readonly Lines[]; before: readonly Lines[] };
};

/** Earlier feedback for a file that is staged. */
export type Recalled = Piece & {
  /** The staged path. */
  path: string;
  /** `file`: said about this file; `theme`: said about code of its kind, in a theme. */
  because: 'file' | 'theme';
  /** Staged lines are near those that it was said about. */
  isNear: boolean;
};

/** One thing to think of before the push, and the staged files for which it comes up. */
export type Idea = Recalled & { paths: string[] };

export type Answer = {
  /** The best reminder for each staged file that has one, in the order of the files. */
  files: Recalled[];
  /** What is worth most over all files; one to three, none where there is nothing. */
  ideas: Idea[];
};

/** A reader takes in so many. */
const mostIdeas = 3;
/** Lines between staged ones and those of a comment that still are the same place. */
const near = 20;

/**
 * The mentee's earlier feedback, by repository and path, and by the kind of code of its themes. Made anew when feedback
 * changes.
 */
export class RecallIndex {
  /** By repository in lower case. */
  readonly #repositories = new Map<string, Pieces>();

  constructor(feedback: readonly Feedback[], known: Known) {
    /** By the name as it is spelled, which is the same for thousands. */
    const spelled = new Map<string, Pieces>();
    for (const item of feedback) {
      if (item.pullRequest === null || item.path === null) continue;
      const { repository } = item.pullRequest;
      const pieces = spelled.get(repository) ?? this.#piecesOf(repository, known);
      spelled.set(repository, pieces);
      pieces.put(item.path, item);
      const moved = known.followThrough(item.id)?.place?.path;
      if (moved !== undefined && moved !== item.path) pieces.put(moved, item);
    }
  }

  /** Works everything out before somebody asks. */
  prepare(): this {
    for (const pieces of this.#repositories.values()) pieces.prepare();
    return this;
  }

  /** @param repositories `owner/name` of the repository that is staged in, as its remotes name it */
  answer(repositories: readonly string[], staged: readonly Staged[]): Answer {
    const names = new Set(repositories.map((name) => name.toLowerCase()));
    const pieces = [...names].flatMap((name) => this.#repositories.get(name) ?? []);
    const found = pieces.length === 0 ? [] : staged.map((file) => recallFor(pieces, file));
    return { files: found.flatMap((ofFile) => ofFile.slice(0, 1)), ideas: ideasOf(found.flat()) };
  }

  #piecesOf(repository: string, known: Known): Pieces {
    const name = repository.toLowerCase();
    const pieces = this.#repositories.get(name) ?? new Pieces(known);
    this.#repositories.set(name, pieces);
    return pieces;
  }
}

/** For one file, what is worth most first; one of each theme and thread. */
function recallFor(repositories: readonly Pieces[], file: Staged): Recalled[] {
  const paths = new Set([file.path, ...(file.earlierPaths ?? [])]);
  const own = repositories.flatMap((pieces) => [...paths].flatMap((path) => pieces.ofPath(path)));
  const isOwn = new Set(own.map(({ feedback }) => feedback));
  // More cannot be among the first ones: each is of a theme of its own, and what is known already is in `own`.
  const enough = own.length + mostIdeas;
  const alike = repositories.flatMap((pieces) => pieces.ofKind(file.path).slice(0, enough));
  const found = own.map((piece) => recalled(file, piece, 'file'));
  for (const piece of alike) if (!isOwn.has(piece.feedback)) found.push(recalled(file, piece, 'theme'));
  return firstOfEach(found.sort(compare));
}

function recalled(file: Staged, piece: Piece, because: Recalled['because']): Recalled {
  const isNear = because === 'file' && isNearStaged(piece.feedback, file);
  return { ...piece, path: file.path, because, isNear };
}

function isNearStaged({ line, originalLine, startLine, side }: Feedback, { lines }: Staged): boolean {
  const end = line ?? originalLine;
  if (!lines || end === null) return false;
  const start = Math.min(startLine ?? end, end);
  const changed = side === 'LEFT' ? lines.before : lines.now;
  return changed.some((one) => one.startLine - near <= end && one.endLine + near >= start);
}

/** What was seen to, and praise, come last; then the place counts, then what it is worth. */
function compare(one: Recalled, other: Recalled): number {
  return rankOf(one) - rankOf(other) || placeOf(one) - placeOf(other) || compareWorth(one, other);
}

const placeOf = ({ isNear, because }: Recalled) => (isNear ? 0 : because === 'file' ? 1 : 2);

/** What says the same: the feedback itself, its theme, its thread. */
const keysOf = ({ feedback, theme }: Recalled) => [
  `feedback ${feedback.id}`,
  ...(theme ? [`theme ${theme.id}`] : []),
  ...(feedback.threadId === null ? [] : [`thread ${feedback.threadId}`]),
];

function firstOfEach(found: readonly Recalled[]): Recalled[] {
  const seen = new Set<string>();
  const first: Recalled[] = [];
  for (const one of found) {
    const keys = keysOf(one);
    if (!keys.some((key) => seen.has(key))) first.push(one);
    if (first.length === mostIdeas) break;
    for (const key of keys) seen.add(key);
  }
  return first;
}

/** The best over all files; what comes up for several is one. One praise at most, behind what asks for something. */
function ideasOf(all: readonly Recalled[]): Idea[] {
  const ideas: Idea[] = [];
  const byKey = new Map<string, Idea>();
  for (const one of all.toSorted(compare)) {
    const known = keysOf(one).flatMap((key) => byKey.get(key) ?? [])[0];
    if (known) {
      if (!known.paths.includes(one.path)) known.paths.push(one.path);
      continue;
    }
    const isSecondPraise = one.worth === 'keep' && ideas.at(-1)?.worth === 'keep';
    if (ideas.length === mostIdeas || isSecondPraise) continue;
    const idea = { ...one, paths: [one.path] };
    ideas.push(idea);
    for (const key of keysOf(one)) byKey.set(key, idea);
  }
  return ideas;
}
