import type { ThemeDecisions } from '../../model/growth.ts';
import type { Cluster } from './clusters.ts';
import type { Reading } from './reading.ts';
import { similarity } from './similarity.ts';

/** Gives what nobody placed to the themes that own the cluster, and returns the others. */
export function attach(
  { members }: Cluster,
  placed: ThemeDecisions['placed'],
  counts: ReadonlyMap<string, number>,
  give: (theme: string, piece: Reading) => void,
): Reading[] {
  const free = members.filter(({ id }) => !placed.has(id));
  if (free.length === members.length) return free;
  const byTheme = new Map<string | null, Reading[]>();
  for (const piece of members) {
    const theme = placed.get(piece.id);
    if (theme !== undefined) byTheme.set(theme, [...(byTheme.get(theme) ?? []), piece]);
  }
  const owners = [...byTheme]
    .filter(([theme, own]) => theme !== null && isOwner(own, members, placed, counts.get(theme) ?? 0))
    .sort(([a, x], [b, y]) => y.length - x.length || ((a as string) < (b as string) ? -1 : 1));
  if (owners.length === 0) return free;
  const out = byTheme.get(null) ?? [];
  const [[only]] = owners as [[string, Reading[]]];
  if (owners.length === 1 && out.length === 0) {
    for (const piece of free) give(only, piece);
    return [];
  }
  return free.filter((piece) => {
    let best: string | null = null;
    let most = out.length > 0 ? likeness(piece, out) : -1;
    const isOut = most;
    for (const [theme, own] of owners) {
      const like = likeness(piece, own);
      // As like what is in as what was taken out: it stays with the theme.
      if (like > most || (like === isOut && best === null)) [best, most] = [theme, like];
    }
    if (best !== null) give(best, piece);
    return best === null;
  });
}

const mostCompared = 60;

/**
 * Whether a theme is what a cluster is about: people put at least half of what had been said until its newest piece
 * into it, this is a good part of the theme, and no trifle of the cluster.
 */
function isOwner(
  own: readonly Reading[],
  members: readonly Reading[],
  placed: ThemeDecisions['placed'],
  count: number,
): boolean {
  if (own.length < 2 || own.length * 3 < count || own.length * 10 < members.length) return false;
  const newest = own.at(-1)?.at as string;
  const before = members.filter(({ at, id }) => at <= newest && !placed.has(id)).length;
  return own.length >= before;
}

/** How like a piece is to those most like it, of the newest. */
function likeness(piece: Reading, others: readonly Reading[]): number {
  const best = others
    .slice(-mostCompared)
    .map((other) => similarity(piece, other))
    .sort((one, other) => other - one)
    .slice(0, 3);
  return best.reduce((sum, one) => sum + one, 0) / best.length;
}
