import assert from 'node:assert/strict';
import { ThemeEngine } from '../../../../src/growth/themes/engine.ts';
import { pieces } from './support.ts';

const sizesOf = (...bodies: string[]) =>
  new ThemeEngine().set(pieces(...bodies)).map(({ name, feedbackIds }) => `${name} ${feedbackIds.length}`);
const times = (count: number, body: string) => Array.from({ length: count }, () => body);

describe('clusters of feedback', () => {
  it('are not split by the words that name their topic', () => {
    const names = sizesOf(...times(15, 'Test it, too.'), ...times(25, 'Needs coverage, sadly.'));
    assert.deepEqual(
      names.filter((name) => /: tests?\b/i.test(name)),
      [],
    );
  });

  it('leave a pair alone, and put what is left of near topics together where that makes a theme', () => {
    const typos = times(2, 'Typo here.');
    assert.deepEqual(sizesOf(...typos), ['Typos 2']);
    assert.deepEqual(sizesOf(...typos, 'The grammar is off.'), ['Typos and wording 3']);
    assert.deepEqual(sizesOf(...times(3, 'Typo here.'), 'The grammar is off.'), ['Typos 3']);
    assert.deepEqual(sizesOf('Typo here.', 'The grammar is off.'), []);
    assert.deepEqual(sizesOf('Typo here.', 'Needs rebase.', 'Please add a test.'), []);
  });

  it('are none of approvals, however many, and leave requests to rebase whole', () => {
    assert.deepEqual(sizesOf(...times(30, 'utACK 0123abcd'), ...times(30, 'Concept ACK')), []);
    assert.deepEqual(sizesOf(...times(30, 'Needs rebase.')), ['Rebase and conflicts 30']);
  });
});
