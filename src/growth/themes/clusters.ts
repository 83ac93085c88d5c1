import { isApproval, isCeremony, type Reading } from './reading.ts';
import { splitByTerms } from './split.ts';
import { familyOf, nameStems } from './topics.ts';

type Split = ReturnType<typeof splitByTerms>;

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
/** Fewest pieces of a theme that words hold together, of one of a topic, of praise, and of a family of topics. */
const leastByWords = 3;
const leastByTopic = 2;
const leastOfTopic = 3;
const byWords = { least: leastByWords, most: 1, salience: 0.22, alike: 0.08, byPlace: false };
const inTopic = { least: 5, most: 0.5, salience: 0.2, alike: 0, byPlace: true };

/** Pieces that can be in one theme at all have the same key: what is asked for by families of topics, and all praise. */
export const bucketOf = ({ isKeep, topic }: Reading): string => (isKeep ? 'keep' : `ask ${familyOf(topic)}`);

/** The clusters of one bucket; `pieces` in canonical order. */
export function clustersOf(pieces: readonly Reading[]): Cluster[] {
  const [first] = pieces;
  if (first === undefined) return [];
  const { isKeep } = first;
  if (first.topic < 0 && !isKeep) return byTerms(-1, splitByTerms(pieces, byWords));
  const clusters: Cluster[] = [];
  const few: Reading[][] = [];
  for (const [topic, members] of byTopicOf(pieces)) {
    if (isApproval(topic)) continue;
    if (members.length < leastOfTopic || topic < 0) few.push(members);
    else if (isKeep || members.length <= large || isCeremony(topic))
      clusters.push(whole(topic, isKeep, members));
    else clusters.push(...byTerms(topic, splitByTerms(members, { ...inTopic, known: nameStems(topic) })));
  }
  const left = inOrder(few.flat());
  // A pair says the same; with others of its family it makes a theme only where that gives enough for one.
  if (isKeep || left.length >= leastOfTopic)
    few.splice(0, few.length, ...(left.length >= leastByTopic ? [left] : []));
  for (const members of few) {
    const topics = new Set(members.map(({ topic }) => topic));
    const topic = isKeep ? -1 : topics.size === 1 ? [...topics][0] : familyOf(first.topic);
    if (members.length >= leastByTopic) clusters.push(whole(topic as number, isKeep, members));
  }
  return clusters;
}

const whole = (topic: number, isKeep: boolean, members: Reading[]): Cluster => ({
  topic,
  isKeep,
  term: null,
  members,
});

/** Parts, and for a topic what is left over. */
function byTerms(topic: number, { parts, rest }: Split): Cluster[] {
  const clusters = parts.map(({ term, members }): Cluster => ({ topic, isKeep: false, term, members }));
  if (topic >= 0 && rest.length >= leastByTopic) clusters.push(whole(topic, false, rest));
  return clusters;
}

function byTopicOf(pieces: readonly Reading[]): Map<number, Reading[]> {
  const byTopic = new Map<number, Reading[]>();
  for (const piece of pieces) {
    const list = byTopic.get(piece.topic);
    if (list) list.push(piece);
    else byTopic.set(piece.topic, [piece]);
  }
  return byTopic;
}

const inOrder = (pieces: Reading[]) => pieces.sort((one, other) => (one.at < other.at ? -1 : 1));
