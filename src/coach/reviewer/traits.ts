import { factsOf } from '../comment/reading/facts.ts';
import { plainReason } from '../comment/reading/signs.ts';
import type { Traits } from './trend.ts';

/** What the words of a review comment tell, as far as English is read. Takes linear time. */
export function traitsOf(body: string): Traits {
  const { sentences, hasQuestion, label } = factsOf(body);
  return {
    hasReason: sentences.some(({ text }) => plainReason.test(text)),
    asksQuestion: hasQuestion,
    hasLabel: label !== null,
  };
}
