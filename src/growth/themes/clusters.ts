import type { Reading } from './reading.ts';
import { splitByTerms } from './split.ts';

/** Feedback that says the same thing, as computed. */
export type Cluster = {
  /** Index of its topic; -1 where only words hold it together. */
  topic: number;
  isKeep: boolean;
  /** The term that its members share beside the topic; `null` where the topic is all. */
  term: string | null;
  /** In canonical order. */
  members: Reading[];
};

/** A theme of more than these is split where its words allow that. */
const large = 20;
const leastByWords = 3;
const leastByTopic = 2;

/** Pieces that can be in one theme at all have the same key: the topic, and whether they are praise. */
export const bucketOf = ({ isKeep, topic }: Reading): string => `${isKeep ? 'keep' : 'ask'} ${topic}`;

/** The clusters of one bucket; `pieces` in canonical order. */
export function clustersOf(pieces: readonly Reading[]): Cluster[] {
  const [first] = pieces;
  if (first === undefined) return [];
  const { topic, isKeep } = first;
  const clusters: Cluster[] = [];
  const take = (members: Reading[], term: string | null) => clusters.push({ topic, isKeep, term, members });
  if (topic < 0 && !isKeep) {
    const { parts } = splitByTerms(pieces, {
      least: leastByWords,
      most: 1,
      salience: 0.22,
      alike: 0.08,
      byPlace: false,
    });
    for (const { term, members } of parts) take(members, term);
    return clusters;
  }
  if (pieces.length <= large) {
    if (pieces.length >= leastByTopic) take([...pieces], null);
    return clusters;
  }
  const { parts, rest } = splitByTerms(pieces, {
    least: 5,
    most: 0.5,
    salience: 0.2,
    alike: 0,
    byPlace: true,
  });
  for (const { term, members } of parts) take(members, term);
  if (rest.length >= leastByTopic) take(rest, null);
  return clusters;
}
