import assert from 'node:assert/strict';
import { locate } from '../../../src/model/locate.ts';

const text = ['one();', 'two();', 'three();', '', '}', 'two();'].join('\n');
const hunk = '@@ -1,2 +1,2 @@\n one();\n+three();';
const at = (line: number | null, diffHunk: string | null = hunk, originalLine: number | null = null) =>
  locate(text, { line, originalLine, diffHunk });

describe('where commented code stands now', () => {
  it('is its line when the text there is the same', () => assert.equal(at(3), 2));
  it('is the nearest line with the text when it moved', () => {
    assert.equal(at(1), 2);
    assert.equal(at(5, '@@ -1 +1 @@\n-old\n+two();'), 5);
    assert.equal(at(2, '@@ -1 +1 @@\n+two();\r'), 1);
  });
  it('falls back to the original line of an outdated comment', () => assert.equal(at(null, hunk, 6), 2));
  it('is nowhere when the text is gone, or too short to tell places apart', () => {
    assert.equal(at(2, '@@ -1 +1 @@\n+gone();'), null);
    assert.equal(at(2, '@@ -1 +1 @@\n+}'), null);
    assert.equal(at(5, '@@ -1 +1 @@\n+}'), 4);
  });
  it('trusts the line when there is no hunk, unless the file is shorter', () => {
    assert.equal(at(6, null), 5);
    assert.equal(at(7, null), null);
    assert.equal(at(null, null), null);
  });
});
