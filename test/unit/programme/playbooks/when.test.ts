import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { dayFor, readWhen } from '../../../../src/programme/playbooks/index.ts';

const day = (words: string, today: string, start: string | null = null) => {
  const when = readWhen(words);
  return when && dayFor(when, new Date(`${today}T09:00:00`), start);
};

describe('the days of a playbook', () => {
  it('count from today', () => {
    assert.equal(day('today', '2026-11-22'), '2026-11-22');
    assert.equal(day('Tomorrow', '2026-12-31'), '2027-01-01');
    assert.equal(day('in 3 days', '2026-11-22'), '2026-11-25');
    assert.equal(day('in two weeks', '2026-11-22'), '2026-12-06');
    assert.equal(day('in a month', '2027-01-31'), '2027-02-28');
    assert.equal(day('in 14 months', '2026-11-30'), '2028-01-30');
    assert.equal(day('3 weeks', '2026-03-20'), '2026-04-10');
    assert.equal(day('on 2026-12-24', '2026-11-22'), '2026-12-24');
  });

  it('or from the day on which the mentorship began, and never lie in the past', () => {
    assert.equal(day('day 30', '2026-11-22', '2026-11-20'), '2026-12-20');
    assert.equal(day('in week 3', '2026-11-22', '2026-11-20'), '2026-12-04');
    assert.equal(day('week 1', '2026-11-22', '2026-12-01'), '2026-12-01');
    assert.equal(day('week 1', '2026-11-22', '2026-11-20'), '2026-11-22');
    assert.equal(day('day 2', '2026-11-22'), '2026-11-24');
    assert.equal(day('by 2020-01-01', '2026-11-22'), '2026-11-22');
  });

  it('are not guessed', () => {
    const none = [
      '',
      'soon',
      'in days',
      'in -1 days',
      'in 1e3 days',
      'in 3 years',
      'day 0',
      'week x',
      'day one two',
    ];
    for (const words of [
      ...none,
      'in 99999 days',
      '2026-02-30',
      'in 4000 days',
      'in 3 days or so',
      'x'.repeat(1e6),
    ])
      assert.equal(readWhen(words), null, words.slice(0, 40));
  });
});
