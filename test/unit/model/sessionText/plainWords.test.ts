import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainWords } from '../../../../src/model/sessionText/plainWords.ts';

describe('plainWords', () => {
  const lines: [string, string][] = [
    ['plain', 'plain'],
    ['  a\t b \n c ', 'a b c'],
    ['**bold** *it* __b__ _i_ ***both*** ~~gone~~', 'bold it b i both gone'],
    ['**bold*', '*bold'],
    ['a*b*c and a_b_c', 'abc and a_b_c'],
    ['*args and **kwargs', '*args and **kwargs'],
    ['a * b* and c _ d_', 'a * b* and c _ d_'],
    ['5 * 3 * 2 and ~ and a ~b~', '5 * 3 * 2 and ~ and a ~b~'],
    ['__init__ and `__init__`', 'init and __init__'],
    ['`a*b*` ``c ` d`` `e', 'a*b* c ` d `e'],
    ['[Ada](https://a.example/x_(y) "t") ![pic](p.png)', 'Ada pic'],
    ['[a][ref] [b] [c] (d) ](e)', 'a [b] [c] (d) ](e)'],
    ['[**a** [b](c)](d', '[a b](d'],
    ['renovate[bot]', 'renovate[bot]'],
    ['<https://a.example/b> <ada@a.example>', 'https://a.example/b ada@a.example'],
    ['a<br>b<br/>c <b>d</b> <!x> 1 < 2 > 0', 'a b c d <!x> 1 < 2 > 0'],
    ['&amp; &lt;b&gt; &#124; &#x41; &nbsp; &what; &#0; &', '& <b> | A &what; &'],
    ['\\*a\\* \\[b\\] \\\\ C:\\dir \\', '*a* [b] \\ C:\\dir \\'],
  ];
  for (const [markdown, words] of lines) {
    it(`shows “${markdown}” as “${words}”`, () => assert.equal(plainWords(markdown), words));
  }

  it('leaves every word, and what has no signs as it is', () => {
    const sign = fc.constantFrom(
      '*',
      '_',
      '**',
      '`',
      '~~',
      '[',
      ']',
      '\\',
      '&',
      '(',
      ')',
      ' ',
      ' a ',
      'b',
      'ü',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 20 }), (parts) => {
        const letters = (text: string) => text.replace(/[^abü]/g, '');
        const text = parts.join('');
        // An address is left out with its link.
        if (!text.includes('](') && !text.includes(']['))
          assert.equal(letters(plainWords(text)), letters(text));
        const plain = text.replace(/[^abü ]/g, '');
        assert.equal(plainWords(plain), plain.replace(/ +/g, ' ').trim());
      }),
    );
  });
});
