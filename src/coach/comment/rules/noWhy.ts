import type { Facts } from '../reading/facts.ts';
import { plainReason, reason, slip } from '../reading/signs.ts';
import type { Found } from '../types.ts';

/** A request without a reason anywhere in the comment. */
export function noWhy(facts: Facts): Found[] {
  const { requests, sentences } = facts;
  if (facts.isAnswer || facts.isPraise || facts.hasLink) return [];
  const label = facts.label?.name;
  if (label && label !== 'suggestion' && label !== 'issue' && label !== 'todo') return [];
  // "What about the tests?" asks to think, and brings its reason with the answer.
  const told = requests.filter(
    ({ sentence: { mark, text } }) => mark !== '?' || !/^(?:what|why|how|is|are|was)\b/.test(text),
  );
  const asked = told.find(({ how }) => how !== 'soft') ?? told[0];
  if (!asked || sentences.some(({ text }) => plainReason.test(text))) return [];
  // Whatever else is told or asked counts as the reason.
  const tells = sentences.some(
    (sentence) =>
      !requests.some((request) => request.sentence === sentence) &&
      (sentence.text.length > 20 || sentence.mark === '?'),
  );
  if (tells || slip.test(facts.prose.slice(asked.start, asked.sentence.end))) return [];
  const isPlain = !reason.test(facts.prose.slice(facts.label?.end ?? 0));
  return [
    {
      code: 'no-why',
      start: asked.start,
      end: asked.end,
      message: 'A reason makes this worth more: what does it change for the reader or the user?',
      // Where it has to be done, or done otherwise, a missing reason matters most.
      isSure: isPlain && (asked.how === 'must' || asked.how === 'order' || facts.label?.blocks === true),
    },
  ];
}
