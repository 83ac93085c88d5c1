import assert from 'node:assert/strict';
import fc from 'fast-check';
import { coach, fixesFor, readability } from '../../../../src/coach/comment/index.ts';

describe('the coach on what is no plain English comment', () => {
  const kinds: [string, ReturnType<typeof readability>][] = [
    ['', 'no-words'],
    [' \r\n\t', 'no-words'],
    ['👍🎉 😀', 'no-words'],
    ['+1', 'no-words'],
    ['```js\nyou.always(forget)\n```', 'code-only'],
    ['`stupid()`', 'code-only'],
    ['```suggestion\nconst a = 1;\n```\r\n', 'code-only'],
    ['> You always forget this.', 'no-words'],
    ['<!-- please fix this -->', 'no-words'],
    ['Das ist falsch, bitte ändern.', 'other-language'],
    ['Pourquoi ne pas utiliser une liste ici ?', 'other-language'],
    ['Esto no es correcto, por favor cámbialo.', 'other-language'],
    ['Isso não está certo.', 'other-language'],
    ['Это неправильно, исправь пожалуйста', 'other-language'],
    ['これは間違っています。修正してください。', 'other-language'],
    ['هذا خطأ، من فضلك أصلحه', 'other-language'],
    ['זה לא נכון', 'other-language'],
    ['이것은 잘못되었습니다', 'other-language'],
    ['please fix this', 'words'],
    ['typo', 'words'],
    ['nit: trailing whitespace', 'words'],
    ['s/foo/bar/', 'words'],
    ['Rename `naïveCafé` to `plain`, as Zoë and Jürgen said.', 'words'],
    [`please fix this ${'x'.repeat(70_000)}`, 'too-long'],
  ];
  for (const [text, expected] of kinds) {
    it(`says ${expected} of ${JSON.stringify(text.slice(0, 40))}`, () => {
      assert.equal(readability(text), expected);
      if (expected !== 'words') assert.deepEqual(coach(text, { level: 'full', threadsInRound: 20 }), []);
    });
  }

  it('reads what is the writer’s own beside quotes, code and HTML, and tells where it stands', () => {
    const before = '> You always forget this.\r\n\r\n```\r\nyou idiot\r\n```\r\n<!-- stupid --> 😀\u202e ';
    const text = `${before}You always forget the tests.\r\n`;
    const found = coach(text);
    assert.deepEqual(
      found.map(({ code, start, end }) => [code, text.slice(start, end)]),
      [['about-the-person', 'You always forget']],
    );
    assert.equal(found[0]?.start, before.length);
  });

  it('counts in UTF-16 code units behind letters that change their length in lower case, and lone surrogates', () => {
    for (const before of ['İstanbul says: ', '\ud800 ', '😀😀 ', 'é ', 'ﬁ ']) {
      const text = `${before}This is a stupid hack and it leaks.`;
      const [found] = coach(text);
      assert.equal(text.slice(found?.start, found?.end), 'stupid hack', before);
    }
  });

  it('takes any text at all, and 65,536 characters of it', () => {
    const check = (text: string) => {
      readability(text);
      let last = 0;
      for (const [place, finding] of coach(text, { level: 'full', threadsInRound: 12 }).entries()) {
        assert.ok(finding.start >= last && finding.end > finding.start && finding.end <= text.length);
        last = finding.start;
        if (place < 5) fixesFor(text, finding);
      }
    };
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '`',
        '```',
        '~~~',
        '> ',
        '<',
        '<!--',
        '-->',
        '[',
        '](',
        ')',
        '<code>',
        '\r',
        '\n',
        '    ',
        'http://',
        '"',
        'you',
        ' please ',
        '!!!!',
        'use ',
        '. ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => check(pieces.join(''))),
      { numRuns: 2000 },
    );
    check('You always forget this. '.repeat(2730).slice(0, 65_536));
  });
});
