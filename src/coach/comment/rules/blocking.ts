import type { Facts } from '../reading/facts.ts';
import { bindingWords } from '../reading/signs.ts';
import type { Found } from '../types.ts';

const hedge =
  /\b(?:i think|imo|imho|maybe|perhaps|probably|guess|not sure|wonder\w{0,3}|feels?|seems?|possibly|ideally|in theory|might)\b/;

/** A request of which the reader cannot tell whether the change has to wait for it. */
export function blockingUnclear(facts: Facts): Found[] {
  if (facts.label || facts.isAnswer || bindingWords.test(facts.prose)) return [];
  const request = facts.requests.find(
    ({ how, sentence }) => how === 'soft' || (how === 'should' && hedge.test(sentence.text)),
  );
  if (!request || facts.requests.some(({ how }) => how === 'must')) return [];
  return [
    {
      code: 'blocking-unclear',
      start: request.start,
      end: request.end,
      message: 'The reader cannot tell whether this has to be done first; a label in front says it.',
      isSure: false,
    },
  ];
}
