import { common } from '../themes/lexicon/common.ts';
import { partsOf, tokensOf } from '../themes/tokens.ts';
import { spokenOf } from '../themes/topics.ts';

/** What a text is about: the stems of its words that say something, and topics of review. */
export type About = { stems: Set<string>; topics: Map<number, number> };

/** Reads a text; takes linear time. */
export function aboutOf(text: string): About {
  const tokens = tokensOf(text);
  const stems = new Set<string>();
  for (const { stem, word, isName } of tokens) {
    if (stem.length < 2 || common.has(word.toLowerCase())) continue;
    stems.add(stem);
    if (isName) for (const part of partsOf(word)) if (part.length > 2 && !common.has(part)) stems.add(part);
  }
  return { stems, topics: new Map(Array.from(spokenOf(tokens), ([topic, { score }]) => [topic, score])) };
}

/** So much of a topic counts as a clear word on it. */
const clearly = 2;
/** What a common topic is worth, where the words themselves are others. */
const topicWorth = 0.55;

/**
 * How much of what was expected somebody said, from 0 to 1: the share of its words that are in the feedback, or that both
 * speak clearly of one topic.
 */
export function likeness(expected: About, said: About): number {
  const common = [...expected.stems].filter((stem) => said.stems.has(stem)).length;
  const words = expected.stems.size === 0 ? 0 : common / expected.stems.size;
  const isOfOneTopic = [...expected.topics].some(
    ([topic, score]) => score >= clearly && (said.topics.get(topic) ?? 0) >= clearly,
  );
  return Math.min(1, Math.max(words, isOfOneTopic ? topicWorth + 0.45 * words : 0));
}
