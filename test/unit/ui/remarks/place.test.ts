import assert from 'node:assert/strict';
import { placeIn } from '../../../../src/ui/remarks/place.ts';

const labels = ['suggestion', 'nitpick'];
/** What fits where `|` stands. */
const at = (text: string) => {
  const offset = text.indexOf('|');
  const { kind, start, given } = placeIn(text.replace('|', ''), offset, labels);
  return [kind, text.replace('|', '').slice(start, offset), ...given];
};

describe('the place of a completion', () => {
  it('is a label where a comment begins', () => {
    assert.deepEqual(at('|'), ['label', '']);
    assert.deepEqual(at('\n  sug|'), ['label', 'sug']);
    assert.deepEqual(at('**Nit|** rest'), ['label', 'Nit']);
    assert.deepEqual(at('|\n\n'), ['words', '']);
  });

  it('is a decoration in the parentheses behind a label', () => {
    assert.deepEqual(at('suggestion (|'), ['decoration', '']);
    assert.deepEqual(at('suggestion(non-b|): rest'), ['decoration', 'non-b']);
    assert.deepEqual(at('**Nitpick** (if-minor, Test,  u|)'), ['decoration', 'u', 'if-minor', 'test']);
  });

  it('is any word elsewhere', () => {
    assert.deepEqual(at('suggestion: use nam|'), ['words', 'nam']);
    assert.deepEqual(at('words (no|'), ['words', 'no']);
    assert.deepEqual(at('see (|'), ['words', '']);
    assert.deepEqual(at('one\nsugg|'), ['words', 'sugg']);
    assert.deepEqual(at('suggestion (blocking): (se|'), ['words', 'se']);
    assert.deepEqual(at(`${'x'.repeat(50_000)}|`)[0], 'words');
    assert.deepEqual(at(`${' '.repeat(50_000)}|`), ['words', '']);
  });
});
