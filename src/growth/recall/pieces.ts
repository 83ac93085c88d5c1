import type { Theme } from '../../model/growth.ts';
import type { Feedback } from '../../model/state.ts';
import { codeKind } from '../recurrence/codeKind.ts';
import { type Known, type Worth, worthOf, worths } from './worth.ts';

/** Earlier feedback that is worth a reminder. */
export type Piece = {
  feedback: Feedback;
  theme: Theme | null;
  worth: Worth;
  /** When it was said, milliseconds since 1970; minus infinity where the clock says nothing. */
  at: number;
};

/** So many of one place are looked at: the best, so that an answer takes as long however much was said there. */
const mostOfPlace = 100;
/** Signs of a path that are read for its kind. */
const longestPath = 4000;

/** The feedback on one repository, found by path and by kind of code; worked out when it is first asked for. */
export class Pieces {
  readonly #known: Known;
  readonly #said = new Map<string, Feedback[]>();
  readonly #ofPath = new Map<string, Piece[]>();
  readonly #ofKind = new Map<string, readonly Piece[]>();
  #kinds: Map<string, string[]> | undefined;

  constructor(known: Known) {
    this.#known = known;
  }

  put(path: string, feedback: Feedback): void {
    const said = this.#said.get(path);
    if (said) said.push(feedback);
    else this.#said.set(path, [feedback]);
  }

  /** Works everything out, so that what is asked later is a look-up. */
  prepare(): void {
    for (const path of this.#said.keys()) this.ofKind(path);
  }

  /** What was said about a file, the best first. */
  ofPath(path: string): readonly Piece[] {
    return this.#pieces(path).slice(0, mostOfPlace);
  }

  /** What themes ask for in code of the same kind (language and role in one folder): of each theme the best. */
  ofKind(path: string): readonly Piece[] {
    const kind = kindOf(path);
    let found = this.#ofKind.get(kind);
    if (!found) {
      found = this.#bestOfThemes(this.#pathsOf(kind));
      this.#ofKind.set(kind, found);
    }
    return found;
  }

  #bestOfThemes(paths: readonly string[]): Piece[] {
    const best = new Map<string, Piece>();
    for (const path of paths) {
      for (const piece of this.#pieces(path)) {
        const { theme, worth } = piece;
        if (!theme || worth === 'keep' || worth === 'untagged') continue;
        const before = best.get(theme.id);
        if (!before || comparePieces(piece, before) < 0) best.set(theme.id, piece);
      }
    }
    return [...best.values()].sort(comparePieces).slice(0, mostOfPlace);
  }

  #pathsOf(kind: string): readonly string[] {
    if (!this.#kinds) {
      this.#kinds = new Map();
      for (const path of this.#said.keys()) {
        const key = kindOf(path);
        const paths = this.#kinds.get(key);
        if (paths) paths.push(path);
        else this.#kinds.set(key, [path]);
      }
    }
    return this.#kinds.get(kind) ?? [];
  }

  /** The best first. */
  #pieces(path: string): readonly Piece[] {
    const found = this.#ofPath.get(path);
    if (found) return found;
    const said = this.#said.get(path);
    if (!said) return [];
    const pieces: Piece[] = [];
    for (const feedback of said) {
      const theme = this.#known.themeOf(feedback.id) ?? null;
      const worth = worthOf(feedback, theme, this.#known);
      if (worth === null) continue;
      const at = Date.parse(feedback.createdAt);
      pieces.push({ feedback, theme, worth, at: Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at });
    }
    this.#ofPath.set(path, pieces.sort(comparePieces));
    return pieces;
  }
}

/** A stranger may have made the path as long as it is; its end says what it is. */
function kindOf(path: string): string {
  const { folder, language, role } = codeKind(path.slice(-longestPath));
  return `${role}\n${language}\n${folder}`;
}

/** What asks for something before what was seen to, and praise last; each the newest first. Ties go by id. */
export function comparePieces(one: Piece, other: Piece): number {
  return rankOf(one) - rankOf(other) || compareWorth(one, other);
}

/** What was seen to, and praise, come behind all else, wherever it was said. */
export const rankOf = ({ worth }: Pick<Piece, 'worth'>) => (worth === 'keep' ? 2 : worth === 'done' ? 1 : 0);

/** By what it is worth, then by its time. */
export function compareWorth(one: Piece, other: Piece): number {
  const byWorth = worths.indexOf(one.worth) - worths.indexOf(other.worth);
  if (byWorth !== 0) return byWorth;
  if (one.at !== other.at) return other.at > one.at ? 1 : -1;
  return one.feedback.id < other.feedback.id ? -1 : 1;
}
