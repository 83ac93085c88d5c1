import type { Tag } from '../model/state.ts';
import { signs } from './signs.ts';
import { wordsOf } from './words.ts';

/** What Cairn makes of a piece of feedback before anybody has tagged it. */
export type Suggestion = {
  tag: Tag | 'none';
  /** How sure, 0 to 1. */
  confidence: number;
  /** Only then it is shown. */
  isSure: boolean;
  /** The words or the label that decided; `null` where nothing did. */
  because: string | null;
};

/** From here on a suggestion is shown. */
const sureFrom = 0.7;

/**
 * Suggests keep, stop or start for a comment, or `none` for what asks nothing (thanks, answers, bots' chatter).
 * A label of Conventional Comments decides; else the signs of praise, criticism and request that its own
 * words carry are weighed; quotes and code are not read. Takes linear time.
 */
export function suggestTag(text: string): Suggestion {
  const words = wordsOf(text);
  if (words.label) {
    const { tag, confidence } = words.label;
    return { tag, confidence, isSure: tag !== 'none' && confidence >= sureFrom, because: words.label.name };
  }
  const scores: Record<Tag | 'none', number> = { keep: 0, stop: 0, start: 0, none: 0 };
  let because: string | null = null;
  // Weaker signs, like a comment's length, weigh in but are no reason.
  let strongest = 0.6;
  for (const sign of signs) {
    const found = sign.pattern.exec(words.prose);
    if (!found) continue;
    for (const [tag, weight] of Object.entries(sign.weights) as [Tag | 'none', number][])
      scores[tag] += weight;
    const most = Math.max(...Object.values(sign.weights));
    if (most > strongest) {
      strongest = most;
      because = found[0].trim();
    }
  }
  // A suggestion block is a request: to write it so from now on, or, an empty one, not to write it at all.
  if (words.proposes !== null) scores[words.proposes === 'other' ? 'start' : 'stop'] += 2.4;
  else if (words.prose === '') scores.none += 2;
  return decide(scores, because);
}

function decide(scores: Record<Tag | 'none', number>, because: string | null): Suggestion {
  const order = ['none', 'start', 'stop', 'keep'] as const;
  let tag: Tag | 'none' = 'none';
  let total = 0;
  for (const candidate of order) {
    total += Math.exp(scores[candidate]);
    if (scores[candidate] > scores[tag]) tag = candidate;
  }
  const confidence = Math.exp(scores[tag]) / total;
  return { tag, confidence, isSure: tag !== 'none' && confidence >= sureFrom, because };
}
