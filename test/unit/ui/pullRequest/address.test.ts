import assert from 'node:assert/strict';
import { parsePullRequest } from '../../../../src/ui/pullRequest/address.ts';
import { plainTitle } from '../../../../src/ui/pullRequest/title.ts';

const host = { web: 'https://github.com' };
const read = (text: string, repositories: string[] = ['ada/beacon']) =>
  parsePullRequest(text, host, repositories);

describe('the address of a pull request', () => {
  it('is read in every form that people have at hand', () => {
    const key = { repository: 'ada/beacon', number: 12 };
    for (const text of [
      'https://github.com/ada/beacon/pull/12',
      ' https://github.com/ada/beacon/pull/12/files#diff-1 ',
      'https://GitHub.com/ada/beacon/pull/12/commits/abc?w=1',
      'ada/beacon#12',
      '#12',
      '12',
    ])
      assert.deepEqual(read(text), key, text);
  });

  it('needs no guess: a number is of the only repository', () => {
    assert.equal(read('12', []), null);
    assert.equal(read('12', ['ada/beacon', 'ada/other']), null);
  });

  it('of another server is told from what is no address', () => {
    assert.equal(read('https://github.example/ada/beacon/pull/12'), 'other-host');
    assert.equal(read('http://github.com/ada/beacon/pull/12'), 'other-host');
    assert.equal(read('https://github.com@evil.example/ada/beacon/pull/12'), 'other-host');
    for (const text of [
      '',
      'twelve',
      '#0',
      'ada#12',
      '../..#12',
      'https://github.com/ada/beacon/issues/12',
      'https://github.com/ada/beacon/pull/new',
      'https://github.com/-x/beacon/pull/12',
      'https://github.com/ada/..%2f/pull/12',
      '99999999999',
      `${'a/'.repeat(50_000)}#1`,
    ])
      assert.equal(read(text), null, text.slice(0, 60));
  });
});

describe('a stranger’s title', () => {
  it('is one line without icons or changes of direction', () => {
    assert.equal(plainTitle(' a\n\tb\u202e\u0000c \u200bd', 80), 'a b c d');
    assert.equal(plainTitle('$(flame) hot', 80), '$\u200b(flame) hot');
    assert.equal(plainTitle('abcdef', 4), 'abc…');
    assert.ok(plainTitle('😀😀😀', 4).isWellFormed());
  });
});
