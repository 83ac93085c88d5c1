import assert from 'node:assert/strict';
import { patternsOf } from '../../../tools/patterns/collect.ts';
import { whyNotLinear } from '../../../tools/patterns/linear.ts';

describe('the proof that a pattern takes linear time', () => {
  const linear = [
    /\b(?:foo|bar)\b/,
    /^\s+/,
    /^\s+x/,
    /\w{2,20}ed/,
    /https?:\/\/[^\s)>]+/g,
    /<[^<>]*>/,
    /^gitdir: (.+)$/m,
    /^([^=]+)=([^;]*);/,
    /foo(?! bar)/,
    /(?:a|ab)(?:bc|c)?$/,
    /^(~{3,}(?!~))([^`]*)$/,
    /(?:(?:so|very|just) ){0,3}bad/,
  ];
  const not = [
    /\s+$/,
    /a+b/,
    /x*y/,
    /(a+)+b/,
    /^(a|aa)+$/,
    /^(?:a|b|ab)*c/,
    /<!--.*?-->/,
    /a*b*c/,
    /^\s*url\s*=\s*(.+?)\s*$/,
    /\d+\.\d+/,
    /[.!?]+\s+/,
    /^\s*x/m,
    /(.)\1/,
    /(?:\w{1,30}){1,30}!/,
    /^(~{3,})([^`]*)$/,
    /(?:a{0,50}){0,50}b/,
  ];
  for (const pattern of linear)
    it(`finds it for ${pattern}`, () => assert.equal(whyNotLinear(pattern), null));
  for (const pattern of not)
    it(`does not find it for ${pattern}`, () => assert.notEqual(whyNotLinear(pattern), null));

  it('is asked of all patterns of a module, put together from its own constants or not', () => {
    const found = patternsOf(`
      import { other } from './other.ts';
      const word: string = 'a+';
      export const patterns = [/x/g, new RegExp(\`^\${word}b\`, 'u'), RegExp(word + 'c'), new RegExp(other)];
    `);
    assert.deepEqual(
      found.map(({ line, pattern }) => [line, pattern && String(pattern)]),
      [
        [4, '/x/g'],
        [4, '/^a+b/u'],
        [4, '/a+c/'],
        [4, null],
      ],
    );
  });
});
