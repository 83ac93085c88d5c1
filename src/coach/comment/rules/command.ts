import type { Facts } from '../reading/facts.ts';
import { slip } from '../reading/signs.ts';
import type { Found } from '../types.ts';

/** An order about design where a question would make the reader think. */
export function commandNotQuestion(facts: Facts): Found[] {
  if (facts.hasQuestion || facts.hasSuggestion || facts.isAnswer) return [];
  const label = facts.label?.name;
  if (label === 'nitpick' || label === 'todo' || label === 'chore' || label === 'typo' || label === 'praise')
    return [];
  const order = facts.requests.find(
    ({ how, isDesign, sentence }) =>
      (how === 'order' || how === 'must') && isDesign && !slip.test(sentence.text),
  );
  if (!order) return [];
  return [
    {
      code: 'command-not-question',
      start: order.start,
      end: order.end,
      message: 'A question here lets the reader find the way, and they may know something that you do not.',
      isSure: false,
    },
  ];
}
