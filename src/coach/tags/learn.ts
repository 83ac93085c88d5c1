import type { Feature } from './features.ts';
import { addTo, chancesOf, type Four, type Kind, kinds, knownFeatures, weigh, weightOf } from './model.ts';
import { wordsOf } from './read.ts';

/** A comment that the user has tagged, or set aside (`none`). */
export type Tagged = { text: string; tag: Kind };

/** What a user's own tags have taught: log odds on top of those that Cairn ships, by feature. */
export type Learned = { bias: Four; weights: ReadonlyMap<string, Four> };

/** How far one tag moves a weight once there are many, and how often each is gone through. */
const step = 0.01;
const rounds = 4;
/** With so many tags they count half: a handful must not turn around what Cairn knows. */
const half = 100;
/** So many tags are learned from: the last ones. */
const most = 300;
/** What Cairn's own model does not know counts from this many of the tagged comments on. */
const often = 3;

/**
 * Learns from what the user has tagged, oldest first: the same tags in the same order teach the same. A few tags move
 * the shipped weights little, so that they cannot spoil them. A comment with a label of Conventional Comments teaches
 * nothing: the label decides anyway. Some 20 ms for the 300 tags that count.
 */
export function learn(tagged: readonly Tagged[]): Learned {
  const lessons = tagged.slice(-most).flatMap(({ text, tag }) => {
    const words = wordsOf(text);
    if (words.label) return [];
    const features = knownFeatures(words);
    return [{ features, from: weigh(features, words.proposes), kind: kinds.indexOf(tag) }];
  });
  const uses = new Map<string, number>();
  for (const { features } of lessons)
    for (const { name } of features) uses.set(name, (uses.get(name) ?? 0) + 1);
  const weights = new Map<string, Four>();
  const bias: Four = [0, 0, 0, 0];
  const by = (step * lessons.length) / (lessons.length + half);
  let gain = 0;
  for (let round = 0; round < rounds; round++) {
    for (const { features, from, kind } of lessons) {
      const scores: Four = [...from];
      addTo(scores, learnedOf({ bias, weights }, features));
      const chances = chancesOf(scores);
      // In the first round each tag is guessed before it is learned from: that tells whether learning helps.
      if (round === 0) gain += Math.log(chances[kind as 0] / chancesOf(from)[kind as 0]);
      const miss = chances.map((chance, at) => (at === kind ? 1 : 0) - chance) as Four;
      addTo(bias, miss, by);
      for (const { name, counts } of features) {
        if (weightOf(name) === undefined && (uses.get(name) as number) < often) continue;
        const weight = weights.get(name) ?? [0, 0, 0, 0];
        addTo(weight, miss, by * counts);
        weights.set(name, weight);
      }
    }
  }
  return gain > 0 ? { bias, weights } : { bias: [0, 0, 0, 0], weights: new Map() };
}

/** What was learned says about a comment with these features. */
export function learnedOf({ bias, weights }: Learned, features: readonly Feature[]): Four {
  const scores: Four = [...bias];
  for (const { name, counts } of features) addTo(scores, weights.get(name), counts);
  return scores;
}
