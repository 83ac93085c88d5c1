import assert from 'node:assert/strict';
import { learn, type Tagged } from '../../../../src/coach/tags/learn.ts';
import { suggestTag } from '../../../../src/coach/tags/suggest.ts';

const many = (count: number, tagged: Tagged): Tagged[] => Array.from({ length: count }, () => tagged);

describe('learn', () => {
  const text = 'Bosun says: fender out.';

  it('follows what the user says again and again', () => {
    assert.notEqual(suggestTag(text).tag, 'keep');
    const learned = learn(many(60, { text, tag: 'keep' }));
    assert.equal(suggestTag(text, learned).tag, 'keep');
    assert.equal(suggestTag('The bosun says: fender in.', learned).tag, 'keep');
    assert.match(suggestTag(text, learned).because ?? '', /bosun|fender|says|out/i);
  });

  it('lets a handful of tags turn nothing around', () => {
    const learned = learn(many(12, { text: 'Great work!', tag: 'stop' }));
    assert.equal(suggestTag('Great work!', learned).tag, 'keep');
    assert.equal(suggestTag('Great work on the tests!', learned).tag, 'keep');
  });

  it('teaches the same each time, and nothing where there is nothing', () => {
    const tagged = [...many(20, { text, tag: 'stop' }), ...many(20, { text: 'Fender in.', tag: 'none' })];
    assert.deepEqual(learn(tagged), learn(tagged));
    for (const nothing of [[], many(5, { text: 'praise: tidy', tag: 'stop' })]) {
      const { bias, weights } = learn(nothing);
      assert.deepEqual([bias, weights.size], [[0, 0, 0, 0], 0]);
    }
  });

  it('learns from the last tags, so that a habit that changed is followed', () => {
    const before = many(400, { text, tag: 'stop' });
    assert.equal(suggestTag(text, learn([...before, ...many(300, { text, tag: 'keep' })])).tag, 'keep');
  });

  it('leaves labels of Conventional Comments alone', () => {
    const learned = learn(many(100, { text: 'tidy', tag: 'stop' }));
    assert.equal(suggestTag('praise: tidy', learned).tag, 'keep');
  });
});
