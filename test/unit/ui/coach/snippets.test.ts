import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withCaret } from '../../../../src/ui/coach/snippets.ts';

describe('the caret after a quick fix', () => {
  it('stands in the edit that it belongs to', () => {
    const edits = [
      { start: 0, end: 0, text: 'suggestion: ' },
      { start: 15, end: 15, text: ' because .' },
    ];
    assert.deepEqual(withCaret(edits, 36), [
      { ...edits[0], caret: null },
      { ...edits[1], caret: 9 },
    ]);
    assert.deepEqual(withCaret(edits, null), [
      { ...edits[0], caret: null },
      { ...edits[1], caret: null },
    ]);
  });

  it('stands between edits and behind them, too', () => {
    const edits = [{ start: 2, end: 5, text: 'x' }];
    const stop = { text: '', caret: 0 };
    assert.deepEqual(withCaret(edits, 1), [
      { start: 1, end: 1, ...stop },
      { ...edits[0], caret: null },
    ]);
    assert.deepEqual(withCaret(edits, 6), [
      { ...edits[0], caret: null },
      { start: 8, end: 8, ...stop },
    ]);
    assert.deepEqual(withCaret([], 3), [{ start: 3, end: 3, ...stop }]);
  });

  it('is where it should be in the new text, whatever the edits', () => {
    const cuts = fc.uniqueArray(fc.nat(40), { maxLength: 8 }).map((places) => places.sort((a, b) => a - b));
    fc.assert(
      fc.property(
        cuts,
        fc.array(fc.string({ maxLength: 4 }), { minLength: 4, maxLength: 4 }),
        fc.nat(),
        (places, texts, at) => {
          const text = 'a'.repeat(41);
          const edits = texts
            .slice(0, places.length >> 1)
            .map((inserted, n) => ({ start: places[2 * n]!, end: places[2 * n + 1]!, text: inserted }));
          const apply = (all: { start: number; end: number; text: string }[]) =>
            all.reduceRight((now, { start, end, text }) => now.slice(0, start) + text + now.slice(end), text);
          const caret = at % (apply(edits).length + 1);
          const result = withCaret(edits, caret);
          assert.equal(apply(result), apply(edits));
          assert.equal(result.filter((one) => one.caret !== null).length, 1);
          // A sign of its own where the caret is.
          const marked = result.map((one) =>
            one.caret === null
              ? one
              : { ...one, text: `${one.text.slice(0, one.caret)}\u2038${one.text.slice(one.caret)}` },
          );
          assert.equal(apply(marked).indexOf('\u2038'), caret);
        },
      ),
    );
  });
});
