import type { Theme } from '../../model/growth.ts';
import type { Feedback } from '../../model/state.ts';
import { type Worth, worths } from './worth.ts';

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

/** Feedback by repository (in lower case) and a key: a path, or a kind of code. */
export class Pieces {
  readonly #repositories = new Map<string, Map<string, Piece[]>>();
  readonly #sorted = new WeakSet<Piece[]>();

  put(repository: string, key: string, piece: Piece): void {
    let keys = this.#repositories.get(repository);
    if (!keys) {
      keys = new Map();
      this.#repositories.set(repository, keys);
    }
    const pieces = keys.get(key);
    if (pieces) pieces.push(piece);
    else keys.set(key, [piece]);
  }

  /** The best of a place, the best first. */
  of(repository: string, key: string): readonly Piece[] {
    const pieces = this.#repositories.get(repository)?.get(key);
    if (!pieces) return [];
    if (!this.#sorted.has(pieces)) {
      pieces.sort(comparePieces);
      pieces.length = Math.min(pieces.length, mostOfPlace);
      this.#sorted.add(pieces);
    }
    return pieces;
  }
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
