import assert from 'node:assert/strict';
import { lineOf, textOf } from '../../../../src/ui/selfReview/lines.ts';

describe('an expectation as it is typed', () => {
  it('is words, with the file in front where one is named', () => {
    assert.deepEqual(lineOf('  too long '), { text: 'too long', path: null });
    assert.deepEqual(lineOf('src/retry.ts: no test'), { text: 'no test', path: 'src/retry.ts' });
    assert.deepEqual(lineOf('./retry.ts: no test')?.path, 'retry.ts');
    for (const words of ['naming: `data` says nothing', 'the file a.ts: why?', 'http: broken', ': odd'])
      assert.deepEqual(lineOf(words), { text: words, path: null });
  });

  it('is nothing where nothing is said', () => {
    for (const words of ['', '  ', 'src/a.ts: ']) {
      const line = lineOf(words);
      assert.ok(line === null || line.path === null, words);
    }
  });

  it('is short, and comes back as it was typed', () => {
    const line = lineOf(`a.ts: ${'😀'.repeat(400)}`)!;
    assert.ok(line.text.length <= 500 && line.text.isWellFormed());
    assert.equal(textOf(lineOf('src/a.ts: no test')!), 'src/a.ts: no test');
    assert.equal(textOf(lineOf('no test')!), 'no test');
  });
});
