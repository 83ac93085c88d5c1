import type { Feature } from './features.ts';
import { type Learned, learnedOf } from './learn.ts';
import {
  addTo,
  confidencesOf,
  type Four,
  type Kind,
  kinds,
  knownFeatures,
  weigh,
  weightOf,
} from './model.ts';
import { wordsOf } from './read.ts';

/** What Cairn makes of a piece of feedback before anybody has tagged it. */
export type Suggestion = {
  tag: Kind;
  /** How sure, 0 to 1. */
  confidence: number;
  /** Only then it is shown: the tag, or, with `none`, that it can be set aside. */
  isSure: boolean;
  /** The words or the label that decided, as they stand in the comment; `null` where nothing did. */
  because: string | null;
};

/** From here on a suggestion is shown: what is taken for criticism most often turns out to be something else. */
const sureFrom: Record<Kind, number> = { keep: 0.5, stop: 0.75, start: 0.63, none: 0.67 };

/**
 * Suggests keep, stop or start for a comment, or `none` for what asks for nothing (thanks, answers, questions that
 * want to know something, bots' chatter). A label of Conventional Comments decides; else what its sentences do and
 * the words they use are weighed; quotes and code blocks are not read. Takes linear time, and no more than the
 * first 20,000 characters.
 *
 * @param learned what the user's own tags have taught, see `learn`
 */
export function suggestTag(text: string, learned?: Learned): Suggestion {
  const words = wordsOf(text);
  if (words.label) {
    const { name, tag, confidence } = words.label;
    return { tag, confidence, isSure: confidence >= sureFrom[tag], because: name };
  }
  if (words.proposes !== null && words.own === '')
    return {
      tag: words.proposes === 'other' ? 'start' : 'stop',
      confidence: 0.9,
      isSure: true,
      because: 'suggestion',
    };
  const features = knownFeatures(words);
  const scores = weigh(features, words.proposes);
  if (learned) addTo(scores, learnedOf(learned, features));
  const chances = confidencesOf(scores);
  const confidence = Math.max(...chances);
  const best = chances.indexOf(confidence);
  const tag = kinds[best] as Kind;
  const because = reason(words.own, features, best, learned) ?? (words.proposes ? 'suggestion' : null);
  return { tag, confidence, isSure: confidence >= sureFrom[tag], because };
}

/** A number or a mark is no reason. */
const isWord = /[^\d\s\p{P}]/u;

/** The few words that spoke most for a kind: a stretch of the comment counts with all that lies in it. */
function reason(own: string, features: readonly Feature[], kind: number, learned?: Learned): string | null {
  const placed: { start: number; end: number; speaks: number }[] = [];
  for (const feature of features) {
    if (!isWord.test(own.slice(feature.start, feature.end)) || placed.length === 300) continue;
    const by: Four = [0, 0, 0, 0];
    addTo(by, weightOf(feature.name));
    if (learned) addTo(by, learned.weights.get(feature.name));
    const speaks = by[kind as 0] - (by[0] + by[1] + by[2] + by[3]) / 4;
    if (speaks !== 0)
      placed.push({ start: feature.start, end: feature.end, speaks: speaks * feature.counts });
  }
  let most = 0.3;
  let found: { start: number; end: number } | null = null;
  for (const one of placed) {
    if (one.speaks <= 0 || one.end - one.start > 60) continue;
    let sum = 0;
    for (const { start, end, speaks } of placed) if (start >= one.start && end <= one.end) sum += speaks;
    if (sum <= most) continue;
    most = sum;
    found = one;
  }
  return found && own.slice(found.start, found.end).replace(/\s+/g, ' ');
}
