import type { Theme, ThemeDecisions } from '../../model/growth.ts';
import type { Cluster } from './clusters.ts';
import type { Names } from './names.ts';
import type { Reading } from './reading.ts';
import { similarity } from './similarity.ts';

/** The themes that people made, with what was put into each, and those that computed clusters are by themselves. */
type Real = { placed: Reading[]; attached: Reading[] };

/**
 * Lays what people decided over what was computed. What somebody placed stays where it is, what they took out of all
 * themes is in none. A cluster of which somebody placed most adds the rest of it, and what is said later, to that
 * theme; where its pieces are in several themes, each further piece goes to that with the pieces most like it, or to
 * none of them where those that were taken out are more like it.
 */
export function decided(
  clusters: readonly Cluster[],
  readings: ReadonlyMap<string, Reading>,
  decisions: ThemeDecisions,
  words: Names,
): Theme[] {
  words.begin();
  const { names, placed } = decisions;
  const final = (theme: string) => finalOf(theme, decisions);
  const reals = new Map<string, Real>();
  const counts = new Map<string, number>();
  for (const [id, theme] of placed) {
    const reading = readings.get(id);
    if (theme === null || !reading) continue;
    counts.set(theme, (counts.get(theme) ?? 0) + 1);
    const into = final(theme);
    const real = reals.get(into);
    if (real) real.placed.push(reading);
    else reals.set(into, { placed: [reading], attached: [] });
  }
  const themes: Theme[] = [];
  for (const cluster of clusters) {
    const rest = attach(cluster, placed, counts, (theme, piece) =>
      reals.get(final(theme))?.attached.push(piece),
    );
    if (rest.length < 2) continue;
    const members = rest.length === cluster.members.length ? cluster : { ...cluster, members: rest };
    const id = `auto:${rest[0]?.id}`;
    themes.push({
      id,
      ...words.of(id, members),
      isNamed: false,
      feedbackIds: rest.map(({ id }) => id),
    });
  }
  for (const [id, { placed, attached }] of reals) {
    const members = [...placed, ...attached].sort((one, other) => (one.at < other.at ? -1 : 1));
    const shared = words.of(id, ofMost(members));
    const given = names.get(id);
    themes.push({
      id,
      name: given ?? shared.name,
      isNamed: given !== undefined,
      words: shared.words,
      feedbackIds: members.map(({ id }) => id),
    });
  }
  return themes.sort(
    (one, other) => other.feedbackIds.length - one.feedbackIds.length || (one.id < other.id ? -1 : 1),
  );
}

/** The theme that a theme became part of, through however many merges; a ring (the fold makes none) ends the way. */
function finalOf(theme: string, { merged }: ThemeDecisions): string {
  if (!merged.has(theme)) return theme;
  const seen = new Set<string>();
  let at = theme;
  for (let into = merged.get(at); into !== undefined && !seen.has(at); into = merged.get(at)) {
    seen.add(at);
    at = into;
  }
  return at;
}

/** Gives what nobody placed to the themes that own the cluster, and returns the others. */
function attach(
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

/** Members as a cluster of the topic that most of them have. */
function ofMost(members: Reading[]): Cluster {
  const counts = new Map<number, number>();
  for (const { topic } of members) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const [topic = -1] = [...counts].sort(([a, x], [b, y]) => y - x || a - b)[0] ?? [];
  return { topic, isKeep: members.every(({ isKeep }) => isKeep), term: null, members };
}
