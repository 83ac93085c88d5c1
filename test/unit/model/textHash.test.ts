import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { textHash } from '../../../src/model/textHash.ts';

describe('the hash of a text', () => {
  const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

  it('is the SHA-256 of it, whatever its length and letters', () => {
    for (let length = 0; length < 140; length++) {
      const text = 'ä'.repeat(length % 7) + 'x'.repeat(length);
      assert.equal(textHash(text), sha256(text));
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => textHash(text) === sha256(text)),
    );
    const long = 'Words. '.repeat(10_000);
    assert.equal(textHash(long), sha256(long));
  });
});
