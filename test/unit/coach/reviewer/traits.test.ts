import assert from 'node:assert/strict';
import { traitsOf } from '../../../../src/coach/reviewer/traits.ts';

describe('what the words of a review comment tell', () => {
  const cases: [body: string, reason: boolean, question: boolean, label: boolean][] = [
    ['Please move this into the loop.', false, false, false],
    ['Please move this into the loop, because the handle is closed before.', true, false, false],
    ['What happens when the list is empty?', false, true, false],
    ['**nitpick (non-blocking):** a blank too many', false, false, true],
    ['> Why is that so?\n\nDone.', false, false, false],
    ['`because?` is not a name', false, false, false],
    ['', false, false, false],
  ];
  for (const [body, hasReason, asksQuestion, hasLabel] of cases) {
    it(`of ${JSON.stringify(body)}`, () => {
      assert.deepEqual(traitsOf(body), { hasReason, asksQuestion, hasLabel });
    });
  }
});
