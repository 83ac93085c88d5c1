import { isCeremony, type Reading } from './reading.ts';
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
const leastPraise = 3;

/** Pieces that can be in one theme at all have the same key: what is asked for by topic, and all praise. */
export const bucketOf = ({ isKeep, topic }: Reading): string => (isKeep ? 'keep' : `ask ${topic}`);

/** The clusters of one bucket; `pieces` in canonical order. */
export function clustersOf(pieces: readonly Reading[]): Cluster[] {
  const [first] = pieces;
  if (first === undefined) return [];
  if (first.isKeep) return praiseOf(pieces);
  const { topic } = first;
  const clusters: Cluster[] = [];
  const take = (members: Reading[], term: string | null) =>
    clusters.push({ topic, isKeep: false, term, members });
  if (topic < 0) {
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
  if (pieces.length <= large || isCeremony(topic)) {
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

/** Praise of one topic where there is enough of it, and all other praise. */
function praiseOf(pieces: readonly Reading[]): Cluster[] {
  const byTopic = new Map<number, Reading[]>();
  for (const piece of pieces) byTopic.set(piece.topic, [...(byTopic.get(piece.topic) ?? []), piece]);
  const isEnough = ({ topic }: Reading) => topic >= 0 && (byTopic.get(topic)?.length ?? 0) >= leastPraise;
  const clusters: Cluster[] = [...byTopic]
    .filter(([, [first]]) => first !== undefined && isEnough(first))
    .map(([topic, members]) => ({ topic, isKeep: true, term: null, members }));
  const others = pieces.filter((piece) => !isEnough(piece));
  if (others.length >= leastByTopic) clusters.push({ topic: -1, isKeep: true, term: null, members: others });
  return clusters;
}
