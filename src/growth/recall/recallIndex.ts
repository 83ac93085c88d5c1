import type { Feedback } from '../../model/state.ts';
import { codeKind } from '../recurrence/codeKind.ts';
import { comparePieces, compareWorth, type Piece, Pieces, rankOf } from './pieces.ts';
import { type Known, worthOf } from './worth.ts';

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
/** Signs of a path that are read for its kind. */
const longestPath = 4000;
/** Lines between staged ones and those of a comment that still are the same place. */
const near = 20;

/**
 * The mentee's earlier feedback, by repository and path, and by the kind of code of its themes. Made anew when feedback
 * changes; answers are look-ups.
 */
export class RecallIndex {
  readonly #byPath = new Pieces();
  /** Only stop and start feedback that is in a theme. */
  readonly #byKind = new Pieces();

  constructor(feedback: readonly Feedback[], known: Known) {
    /** Of a theme the best is enough for each kind of code. */
    const ofTheme = new Map<string, Map<string, Piece>>();
    for (const item of feedback) {
      const repository = item.pullRequest?.repository.toLowerCase();
      if (repository === undefined || item.path === null) continue;
      const worth = worthOf(item, known);
      if (worth === null) continue;
      const theme = known.themeOf(item.id) ?? null;
      const at = Date.parse(item.createdAt);
      const piece = { feedback: item, theme, worth, at: Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at };
      this.#byPath.put(repository, item.path, piece);
      const moved = known.followThrough(item.id)?.place?.path;
      if (moved !== undefined && moved !== item.path) this.#byPath.put(repository, moved, piece);
      if (!theme || worth === 'keep' || worth === 'untagged') continue;
      const place = JSON.stringify([repository, kindOf(item.path)]);
      const themes = ofTheme.get(place) ?? new Map<string, Piece>();
      ofTheme.set(place, themes);
      const best = themes.get(theme.id);
      if (!best || comparePieces(piece, best) < 0) themes.set(theme.id, piece);
    }
    for (const [place, themes] of ofTheme) {
      const [repository, kind] = JSON.parse(place) as [string, string];
      for (const piece of themes.values()) this.#byKind.put(repository, kind, piece);
    }
  }

  /** @param repositories `owner/name` of the repository that is staged in, as its remotes name it */
  answer(repositories: readonly string[], staged: readonly Staged[]): Answer {
    const names = [...new Set(repositories.map((name) => name.toLowerCase()))];
    const found = staged.map((file) => this.#of(names, file));
    return { files: found.flatMap((ofFile) => ofFile.slice(0, 1)), ideas: ideasOf(found.flat()) };
  }

  /** For one file, what is worth most first; one of each theme and thread. */
  #of(repositories: readonly string[], file: Staged): Recalled[] {
    const paths = new Set([file.path, ...(file.earlierPaths ?? [])]);
    const kind = kindOf(file.path);
    const own = repositories.flatMap((name) => [...paths].flatMap((path) => this.#byPath.of(name, path)));
    const isOwn = new Set(own);
    const alike = repositories
      .flatMap((name) => this.#byKind.of(name, kind))
      .filter((one) => !isOwn.has(one));
    const found = [
      ...own.map((piece) => recalled(file, piece, 'file')),
      ...alike.map((piece) => recalled(file, piece, 'theme')),
    ];
    return oneOfEach(found.sort(compare)).slice(0, mostIdeas);
  }
}

/** What themes hold for such code: language and role in one folder. A stranger may have made the path as long as it is. */
const kindOf = (path: string) => JSON.stringify(codeKind(path.slice(-longestPath)));

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

function oneOfEach(found: readonly Recalled[]): Recalled[] {
  const seen = new Set<string>();
  return found.filter((one) => {
    const keys = keysOf(one);
    const isNew = !keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return isNew;
  });
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
