import type { Theme, ThemeDecisions } from '../../model/growth.ts';
import { attach } from './attach.ts';
import type { Cluster } from './clusters.ts';
import type { Names } from './names.ts';
import type { Reading } from './reading.ts';

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

/** Members as a cluster of the topic that most of them have. */
function ofMost(members: Reading[]): Cluster {
  const counts = new Map<number, number>();
  for (const { topic } of members) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const [topic = -1] = [...counts].sort(([a, x], [b, y]) => y - x || a - b)[0] ?? [];
  return { topic, isKeep: members.every(({ isKeep }) => isKeep), term: null, members };
}
