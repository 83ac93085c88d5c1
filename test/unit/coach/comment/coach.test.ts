import assert from 'node:assert/strict';
import { coach, type FindingCode, readability } from '../../../../src/coach/comment/index.ts';

const codes = (text: string, level: 'light' | 'full' = 'light') => [
  ...new Set(coach(text, { level }).map(({ code }) => code)),
];

describe('the coach', () => {
  const light: [string, FindingCode[]][] = [
    ['please fix this', ['vague']],
    ['This is wrong.', ['vague']],
    ['why?', ['vague']],
    ['You always forget to close the file.', ['about-the-person']],
    ['Did you even test this?', ['about-the-person']],
    ['What a stupid hack, and then it leaks the handle.', ['harsh']],
    ['Crap, I forgot to update this, will fix.', []],
    ['LGTM, nice work!', []],
    ['Thanks for catching that!', []],
    ['Could we close the file here, because the next call opens it again?', []],
  ];
  for (const [text, expected] of light) {
    it(`says ${expected.join(' and ') || 'nothing'} of “${text}”`, () => {
      assert.deepEqual(codes(text), expected);
    });
  }

  it('stays silent where it is off, silenced, or cannot read', () => {
    assert.deepEqual(coach('please fix this', { level: 'off' }), []);
    assert.deepEqual(coach('please fix this', { silenced: ['vague'] }), []);
    assert.deepEqual(coach('Das ist falsch, bitte ändern.'), []);
    assert.equal(readability('Das ist falsch, bitte ändern.'), 'other-language');
  });
});
