import assert from 'node:assert/strict';
import { sentenceHint } from '../../../src/model/goalSentence.ts';

describe('a goal is one sentence', () => {
  it('says nothing about a short sentence', () => {
    for (const good of [
      'Write tests first',
      'Lead an incident review without losing the room.',
      'Name things well, e.g. in src/model',
    ]) {
      assert.equal(sentenceHint(good), null, good);
    }
  });
  it('notices several sentences and long ones', () => {
    assert.equal(sentenceHint('Write tests. Review faster.'), 'several');
    assert.equal(sentenceHint(Array(26).fill('word').join(' ')), 'long');
  });
});
