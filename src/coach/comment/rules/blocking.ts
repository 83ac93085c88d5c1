import type { Facts } from '../reading/facts.ts';
import { bindingWords } from '../reading/signs.ts';
import type { Found } from '../types.ts';

/** A request of which the reader cannot tell whether the change has to wait for it. */
export function blockingUnclear(facts: Facts): Found[] {
  if (facts.label || facts.isAnswer || bindingWords.test(facts.prose)) return [];
  const request = facts.requests.find(({ how }) => how === 'soft' || how === 'should');
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
