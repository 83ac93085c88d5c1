import assert from 'node:assert/strict';
import { foldersFor, locate } from '../../../src/model/locate.ts';

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

describe('the folders in which commented code is looked for', () => {
  const folder = (name: string, ...repositories: string[]) => ({ name, repositories });
  const folders = [
    folder('other', 'moss/garden'),
    folder('plain'),
    folder('same', 'moss/fork', 'Harbour-Lights/beacon'),
  ];
  const pullRequest = { repository: 'harbour-lights/Beacon', number: 1, title: '', url: '' };
  const names = (line: number | null, diffHunk: string | null, originalLine: number | null = null) =>
    foldersFor({ line, originalLine, diffHunk, pullRequest }, folders).map(({ name }) => name);

  it('are all of them for a line that says enough, its own repository first', () =>
    assert.deepEqual(names(3, hunk), ['same', 'plain', 'other']));
  it('are not those of other repositories for a line that is in every file', () => {
    assert.deepEqual(names(5, '@@ -1 +1 @@\n+}'), ['same', 'plain']);
    assert.deepEqual(names(5, '@@ -1 +1 @@\n+'), ['same', 'plain']);
    assert.deepEqual(names(null, null), ['same', 'plain']);
  });
  it('are those of its own repository where only a line number is left', () => {
    assert.deepEqual(names(null, null, 3), ['same']);
    assert.deepEqual(names(3, '@@ -1 +1 @@'), ['same']);
  });
  it('are never those of another repository for what is on no pull request', () =>
    assert.deepEqual(
      foldersFor({ line: null, originalLine: 3, diffHunk: null, pullRequest: null }, folders),
      [],
    ));
});
