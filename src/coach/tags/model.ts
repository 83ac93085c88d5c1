import type { Tag } from '../../model/state.ts';
import { type Feature, featuresOf, type Pairs } from './features.ts';
import type { Words } from './read.ts';
import { bias, table } from './weights.ts';

/** What a comment asks the mentee for; `none` where it asks for nothing. */
export type Kind = Tag | 'none';
export const kinds = ['keep', 'stop', 'start', 'none'] as const;
/** One number for each of `kinds`. */
export type Four = [keep: number, stop: number, start: number, none: number];

/** Letters stand for tenths: `A` is -2.6, `a` is 0, `z` is 2.5. */
const tenths = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const weights = new Map<string, Four>();
for (const line of table.split('\n')) {
  weights.set(
    line.slice(5),
    Array.from(line.slice(0, 4), (letter) => (tenths.indexOf(letter) - 26) / 10) as Four,
  );
}

const pairs = new Map<string, Map<string, string>>();
for (const name of weights.keys()) {
  const [first = '', second, third] = name.split(' ');
  if (name.startsWith('=') || second === undefined || third !== undefined) continue;
  const seconds = pairs.get(first) ?? new Map<string, string>();
  pairs.set(first, seconds.set(second, name));
}

/** The features of a comment, of all pairs of words only those that Cairn's model knows. */
export const knownFeatures = (words: Words): Feature[] => featuresOf(words, pairs as Pairs);

/** How much a feature speaks for each kind (log odds) in the model that Cairn ships; `undefined` where it is unknown. */
export const weightOf = (name: string): Four | undefined => weights.get(name);

/** Log odds of each kind for a comment with these features and suggestion blocks. */
export function weigh(features: readonly Feature[], proposes: 'other' | 'none' | null): Four {
  const scores: Four = [...bias];
  for (const { name, counts } of features) addTo(scores, weights.get(name), counts);
  // A suggestion block asks to write it so from now on, or, an empty one, not to write it at all.
  if (proposes !== null) scores[proposes === 'other' ? 2 : 1] += 3;
  return scores;
}

export function addTo(scores: Four, by: Four | undefined, times = 1): void {
  if (by !== undefined) for (let kind = 0; kind < 4; kind++) scores[kind as 0] += times * by[kind as 0];
}

/** Log odds are toned down by this, so that a confidence of 0.8 is right about four times out of five. */
const tone = 0.6;

/** How sure Cairn is of each kind, from log odds. */
export const confidencesOf = (scores: Four): Four => chancesOf(scores.map((score) => score * tone) as Four);

/** Chances of the kinds as fitted, from log odds. */
export function chancesOf(scores: Four): Four {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most)) as Four;
  const sum = powers[0] + powers[1] + powers[2] + powers[3];
  return powers.map((power) => power / sum) as Four;
}
