import assert from 'node:assert/strict';
import { codeKindOf } from '../../../../src/growth/themes/codeKind.ts';
import { families } from '../../../../src/growth/themes/lexicon/families.ts';
import { ownWordsOf } from '../../../../src/growth/themes/ownWords.ts';
import { readProposal } from '../../../../src/growth/themes/proposal.ts';
import { readFeedback } from '../../../../src/growth/themes/reading.ts';
import { similarity } from '../../../../src/growth/themes/similarity.ts';
import { topics } from '../../../../src/growth/themes/topics.ts';
import { piece } from './support.ts';

const topicOf = (body: string, more = {}) => topics[readFeedback(piece(1, body, more)).topic]?.id;
const words = (text: string) =>
  ownWordsOf(text)
    .prose.split(/\s+/)
    .filter((word) => word !== '' && word !== ';');

describe('reading a piece of feedback for themes', () => {
  it('keeps the words of its writer, and code that stands among them', () => {
    assert.deepEqual(
      words('> no\nSee [the page](https://a.example/no) by @nobody, #12 and 0123abc: `done` `a b()`'),
      ['See', 'the', 'page', 'by', ',', 'and', ':', 'done'],
    );
    assert.deepEqual(ownWordsOf('`one` and ``two three``').code, ['one', 'two three']);
    assert.deepEqual(words('~~~\nno\n~~~\nyes\n```js\nno'), ['yes']);
    assert.equal(ownWordsOf('a\n```suggestion\nb\nc\n```\n').proposal, 'b\nc');
    assert.equal(ownWordsOf('```suggestion\n```').proposal, '');
    assert.equal(ownWordsOf('```ts\nb\n```').proposal, null);
  });

  it('says what kind of code a path is', () => {
    const kind = (path: string) => Object.values(codeKindOf(path)).join(' ');
    assert.equal(kind('src/core/a.hpp'), 'source cpp src/core');
    assert.equal(kind('src/core/a.test.tsx'), 'test ts src/core');
    assert.equal(kind('test/run.sh'), 'test sh test');
    assert.equal(kind('tests.c'), 'test c ');
    assert.equal(kind('docs/Guide.MD'), 'docs md docs');
    assert.equal(kind('CMakeLists.txt'), 'build txt ');
    assert.equal(kind('.github/workflows/ci.yaml'), 'build yml .github/workflows');
    assert.equal(kind('LICENSE'), 'source  ');
    assert.equal(kind(''), 'source  ');
  });

  it('says what a suggestion changes', () => {
    const change = (text: string, hunk: string, path: string) =>
      readProposal(text, hunk, codeKindOf(path)).change;
    assert.equal(change('', '@@\n+a();', 'a.c'), 'deletes');
    assert.equal(change('a ( );', '@@\n+a();', 'a.c'), 'formatting');
    assert.equal(change('a(4);', '@@\n+a(3);', 'a.c'), 'number');
    assert.equal(change('const a = b;', '@@\n+a = b;', 'a.c'), 'const');
    assert.equal(change('total(b);', '@@\n+sum(b);', 'a.c'), 'name');
    assert.equal(change('#include "b.h"', '@@\n+#include "a.h"', 'a.c'), 'include');
    assert.equal(change('// Reads the list', '@@\n+// Raeds the list', 'a.c'), 'typo');
    assert.equal(change('// Sorts the list by name', '@@\n+// Reads', 'a.c'), 'prose');
    assert.equal(change('if (a) b(c);', '@@\n+d(e);', 'a.c'), 'code');
    // The removed lines are not what it replaces.
    assert.equal(change('a(4);', '@@\n+a(3);\n-zzz(1);', 'a.c'), 'number');
  });

  it('knows a topic by its phrases before its words, and none where several are said alike', () => {
    assert.equal(topicOf('Needs a test vector.'), 'vectors');
    assert.equal(topicOf('Needs a test.'), 'tests');
    assert.equal(topicOf('Feel free to ignore.'), undefined);
    assert.equal(topicOf('s/recieve/receive/'), 'typos');
    assert.equal(topicOf('utACK 0123456'), 'approval');
    assert.equal(topicOf('ACK. The indentation is off.'), 'formatting');
    const long =
      'The thing comes before the other thing, and so it goes on for a long while with many words. '.repeat(
        6,
      );
    assert.equal(topicOf(`${long} test`), undefined);
  });

  it('is about topics that exist', () => {
    const ids = new Set(topics.map(({ id }) => id));
    const named = families
      .trim()
      .split('\n')
      .flatMap((line) => line.split(' | ')[1]?.split(' ') ?? []);
    assert.deepEqual(
      named.filter((id) => !ids.has(id)),
      [],
    );
    assert.equal(new Set(named).size, named.length);
  });

  it('finds two pieces alike by what both say, both ways the same, and never beyond 1', () => {
    const read = (body: string, more = {}) => readFeedback(piece(1, body, more));
    const one = read('Please add a test for the basket.', { path: 'src/a.ts', goalIds: ['g'] });
    const same = read('There is no test for the basket', { path: 'src/b.ts', goalIds: ['g'] });
    const other = read('The moon is full.', { path: 'docs/a.md' });
    assert.equal(similarity(one, same), similarity(same, one));
    assert.ok(similarity(one, same) > 0.5);
    assert.equal(similarity(one, other), 0);
    assert.ok(similarity(one, one) <= 1 + 1e-9);
  });
});
