import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sentencesOf } from '../../../../src/coach/tags/sentences.ts';

/** Sentences as `words|mark`. */
const read = (text: string) =>
  sentencesOf(text).map(({ words, mark }) => `${words.map(({ word }) => word).join(' ')}${mark}`);

describe('sentencesOf', () => {
  it('splits at marks, paragraphs and list items, not at wrapped lines', () => {
    assert.deepEqual(read('Nice! Is it used? Remove it.'), ['nice!', 'is it used?', 'remove it.']);
    assert.deepEqual(read('one line that\nis wrapped'), ['one line that is wrapped.']);
    assert.deepEqual(read('First line\nSecond line\n\nthird'), ['first line.', 'second line.', 'third.']);
    assert.deepEqual(read('two:\n- add a\n- drop b'), ['two.', 'add a.', 'drop b.']);
    assert.deepEqual(read('names, e.g. `a.b`, i.e. all etc. of them'), [
      'names e.g code i.e all etc of them.',
    ]);
  });

  it('puts one word for code, addresses, people, numbers and emoji', () => {
    assert.deepEqual(read('`a b` fooBar() a_b src/x/y.ts a->b'), ['code code code code code.']);
    assert.deepEqual(read('see https://e.example/a?b=c. @ines #12 3a4f5b6c 30ms'), [
      'see link.',
      'who ref ref num.',
    ]);
    assert.deepEqual(read('👍 :tada: :wave: :) ++'), ['emoji+ emoji+ emoji emoji emoji+.']);
    assert.deepEqual(read('call it "the last resort" then'), ['call it code then.']);
  });

  it('knows the usual ways to write the same word', () => {
    assert.deepEqual(read('Pls dont, it cannot. Thx'), ["please don't it can't.", 'thanks.']);
    assert.deepEqual(read('I’ve **really** (not) _seen_ it'), ["i've really not seen it."]);
  });

  it('says where each word stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let last = 0;
        for (const { words } of sentencesOf(text)) {
          assert.ok(words.length > 0);
          for (const { start, end } of words) {
            assert.ok(start >= last && end >= start && end <= text.length);
            last = end;
          }
        }
      }),
    );
  });
});
