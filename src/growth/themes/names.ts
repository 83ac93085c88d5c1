import type { Cluster } from './clusters.ts';
import type { Reading } from './reading.ts';
import { goalMark, placeMark } from './terms.ts';
import { topics } from './topics.ts';

const mostWords = 6;
const mostRead = 100;

type Named = { name: string; words: string[] };
type Known = { members: readonly Reading[]; named: Named };

/**
 * What themes are called, and the words because of which they are together, the strongest first. What has the same
 * members as in the round before is not looked at again.
 */
export class Names {
  #before = new Map<string, Known>();
  #now = new Map<string, Known>();

  /** Forgets what was not asked for since the last round. */
  begin(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  of(id: string, cluster: Cluster): Named {
    const key = `${id} ${cluster.term}`;
    const old = this.#before.get(key);
    const named = old && isSame(old.members, cluster.members) ? old.named : look(cluster);
    this.#now.set(key, { members: cluster.members, named });
    return named;
  }
}

const isSame = (one: readonly Reading[], other: readonly Reading[]): boolean =>
  one === other || (one.length === other.length && one.every((reading, at) => reading === other[at]));

function look(whole: Cluster): Named {
  const cluster = { ...whole, members: some(whole.members) };
  const { topic, isKeep, term } = cluster;
  const shared = sharedWords(cluster);
  const facet = term === null || term.startsWith(goalMark) ? [] : [writtenOf(term, cluster)];
  const words = new Map<string, string>();
  for (const word of [...facet, ...topicWords(cluster), ...shared])
    if (!words.has(word.toLowerCase())) words.set(word.toLowerCase(), word);
  const about = topics[topic]?.name;
  const subject = about ?? (isKeep && term === null ? '' : namedBy(facet, shared));
  const name = about !== undefined && facet[0] !== undefined ? `${about}: ${facet[0]}` : subject;
  const begun = isNameOfCode(name) ? name : name.charAt(0).toUpperCase() + name.slice(1);
  return {
    name: isKeep ? ['Praise', ...(begun === '' ? [] : [begun])].join(': ') : begun,
    words: [...words.values()].slice(0, mostWords),
  };
}

/** Of many members some, from the whole time: they say as well what all share. */
function some<T>(members: T[]): T[] {
  const step = members.length / mostRead;
  return step <= 1
    ? members
    : Array.from({ length: mostRead }, (_, at) => members[Math.floor(at * step)] as T);
}

const isNameOfCode = (word: string) => /^[^ :,]*(?:_|\p{Ll}\p{Lu}|\.)/u.test(word);

/** A pair of words or a name of code says enough; one word is joined by the next that says something else. */
function namedBy([given]: string[], shared: readonly string[]): string {
  const first = given ?? shared[0] ?? '';
  if (first.includes(' ') || isNameOfCode(first)) return first;
  const next = shared.find((word) => !word.includes(first) && !first.includes(word));
  return next === undefined ? first : `${first}, ${next}`;
}

/** The form of a term that most members use. */
function writtenOf(term: string, { members }: Cluster): string {
  const forms = new Map<string, number>();
  for (const { written } of members) {
    const form = written.get(term);
    if (form !== undefined) forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  return [...forms].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? term;
}

const isWord = (term: string) => !term.startsWith(goalMark) && !term.startsWith(placeMark);

/** Terms of a third of the members and more, the strongest first. */
function sharedWords(cluster: Cluster): string[] {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { terms } of cluster.members) {
    for (const [term, weight] of terms) {
      const one = sums.get(term) ?? { sum: 0, count: 0 };
      one.sum += weight;
      one.count++;
      sums.set(term, one);
    }
  }
  return [...sums]
    .filter(
      ([term, { count }]) =>
        isWord(term) && term !== cluster.term && count >= 2 && count * 3 >= cluster.members.length,
    )
    .sort(([a, x], [b, y]) => y.sum - x.sum || (a < b ? -1 : 1))
    .slice(0, mostWords)
    .map(([term]) => writtenOf(term, cluster));
}

/** What members said that made them be about the topic, the most frequent first. */
function topicWords({ topic, members }: Cluster): string[] {
  if (topic < 0) return [];
  const counts = new Map<string, number>();
  for (const { topicWords } of members)
    for (const word of topicWords) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1);
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, 3)
    .map(([word]) => word);
}
