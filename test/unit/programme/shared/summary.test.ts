import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unknownPerson } from '../../../../src/programme/roster/fields.ts';
import {
  fewest,
  grouped,
  type PublishedSpace,
  publishedId,
  summaryOf,
} from '../../../../src/programme/shared/index.ts';

const now = new Date(2026, 10, 22, 12);
const space = (at: number, of: Partial<PublishedSpace> = {}): PublishedSpace => ({
  ...{ version: 1, id: publishedId(String(at)), asOf: '2026-11', kind: 'one-to-one', rhythm: 'weekly' },
  ...{ isRhythmKept: true, status: 'active', mentors: 1, mentees: 1, hoursPerMonth: 4 },
  ...of,
});
const many = (count: number, of: Partial<PublishedSpace> = {}, from = 0) =>
  Array.from({ length: count }, (_, at) => space(from + at, of));

describe('counts of a programme', () => {
  it('tell kinds of fewer than five together', () => {
    assert.deepEqual(
      grouped([
        ['a', 9],
        ['b', 2],
        ['c', 4],
      ]),
      [
        { kinds: ['a'], count: 9 },
        { kinds: ['b', 'c'], count: 6 },
      ],
    );
  });

  it('tell nothing that follows by taking the others from the whole', () => {
    assert.deepEqual(
      grouped([
        ['a', 9],
        ['b', 6],
        ['c', 1],
      ]),
      [
        { kinds: ['a'], count: 9 },
        { kinds: ['c', 'b'], count: 7 },
      ],
    );
    assert.equal(
      grouped([
        ['a', 9],
        ['b', 1],
      ]),
      null,
    );
  });

  it('are not broken down where there are too few in all', () => {
    assert.equal(grouped([['a', 4]]), null);
    assert.equal(
      grouped([
        ['a', 2],
        ['b', 2],
      ]),
      null,
    );
    assert.deepEqual(grouped([['a', 5]]), [{ kinds: ['a'], count: 5 }]);
    assert.equal(grouped([]), null);
  });

  it('never tell of a group of fewer than five, and add up', () => {
    const counts = fc.uniqueArray(
      fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 0, max: 12 })),
      { selector: ([kind]) => kind },
    );
    fc.assert(
      fc.property(counts, (all) => {
        const groups = grouped(all);
        if (groups === null) return;
        for (const { count } of groups) assert.ok(count >= fewest);
        const sum = (some: number[]) => some.reduce((a, b) => a + b, 0);
        assert.equal(sum(groups.map(({ count }) => count)), sum(all.map(([, count]) => count)));
        const kinds = groups.flatMap(({ kinds: some }) => some);
        assert.equal(new Set(kinds).size, kinds.length);
      }),
    );
  });
});

describe('a programme in numbers', () => {
  it('counts what runs, what ended apart, and what is not current as not known', () => {
    const published = [
      ...many(6),
      ...many(7, { isRhythmKept: false, kind: 'peer', rhythm: null }, 10),
      ...many(5, { asOf: '2026-09' }, 20),
      ...many(2, { status: 'ended' }, 30),
    ];
    const { spaces, ended, kinds, rhythms, kept, stale, roster } = summaryOf(published, [], now);
    assert.deepEqual([spaces, ended, stale], [18, null, 5]);
    assert.deepEqual(kinds, [
      { kinds: ['one-to-one'], count: 11 },
      { kinds: ['peer'], count: 7 },
    ]);
    assert.deepEqual(
      rhythms?.map(({ kinds: [kind], count }) => [kind, count]),
      [
        ['weekly', 11],
        ['none', 7],
      ],
    );
    assert.deepEqual(
      kept?.map(({ kinds: [kind], count }) => [kind, count]),
      [
        ['not-kept', 7],
        ['kept', 6],
        ['unknown', 5],
      ],
    );
    assert.deepEqual([roster.used, roster.hours], [18, 72]);
  });

  it('singles nobody out where one space of twelve does not keep its rhythm', () => {
    const { kept } = summaryOf([...many(11), space(50, { isRhythmKept: false })], [], now);
    assert.equal(kept, null);
  });

  it('takes files of the month before for current, and of the one before that not', () => {
    assert.equal(summaryOf([space(1, { asOf: '2026-10' })], [], now).stale, 0);
    assert.equal(summaryOf([space(1, { asOf: '2026-09' })], [], now).stale, null, 'a few, not how few');
    assert.equal(summaryOf(many(5, { asOf: '2026-09' }), [], now).stale, 5);
    assert.equal(summaryOf([space(1, { asOf: '2025-12' })], [], new Date(2026, 0, 2)).stale, 0);
  });

  it('names of the roster only who wrote that they look for a mentor', () => {
    const person = (login: string, of: object) => ({
      ...unknownPerson(login, `people/${login}.json`),
      ...of,
    });
    const { roster } = summaryOf(
      [],
      [
        person('mia', { mentors: true, capacity: 3 }),
        person('bo', { mentors: true, capacity: 0 }),
        person('ada', { isMentored: true, name: 'Ada W.' }),
        person('quiet', { capacity: 9 }),
      ],
      now,
    );
    assert.deepEqual(roster, {
      ...{ people: 4, mentors: 2, offered: 3, used: 0, resting: 1, hours: null },
      looking: [{ login: 'ada', name: 'Ada W.' }],
    });
  });
});
