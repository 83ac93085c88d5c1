import assert from 'node:assert/strict';
import type { Pulse } from '../../../../src/model/mentorship.ts';
import {
  copiesOf,
  cutTo,
  ownWholes,
  pulsesByPerson,
  saidIn,
  seenLast,
  seenOf,
} from '../../../../src/programme/health/index.ts';

const whole = (id: string, by: string, more: Partial<Pulse> = {}): Pulse => ({
  ...{ id, answers: { value: 4, clarity: null, workload: 2, relationship: 5 }, words: 'Good talks' },
  ...{ of: null, givenAt: '2026-02-01T10:00:00Z', createdBy: by, claimedBy: null, isPrivate: true },
  ...more,
});
const copy = (id: string, of: string, by: string, fields: string[], more: Partial<Pulse> = {}): Pulse => ({
  ...whole(id, by),
  ...cutTo(whole(id, by), fields)!,
  ...{ of, isPrivate: false },
  ...more,
});
const isMe = (name: string) => name === 'ada';
const isSame = (one: string, other: string) => one === other;

describe('what others see of a pulse', () => {
  it('is cut to what its author named, and is nothing where that says nothing', () => {
    assert.deepEqual(cutTo(whole('p', 'ada'), ['value', 'clarity']), {
      ...{ answers: { value: 4, clarity: null, workload: null, relationship: null }, words: null },
    });
    assert.equal(cutTo(whole('p', 'ada'), ['clarity']), null);
    assert.equal(cutTo(whole('p', 'ada'), []), null);
    assert.deepEqual(cutTo(whole('p', 'ada'), ['words'])?.words, 'Good talks');
    assert.deepEqual(saidIn(whole('p', 'ada')), ['value', 'workload', 'relationship', 'words']);
  });

  it('is what the newest copy says, and remembered for the next one', () => {
    const all = [
      whole('p1', 'ada'),
      copy('c1', 'p1', 'ada', ['value', 'workload', 'words']),
      copy('c2', 'p1', 'ada', ['value']),
    ];
    assert.deepEqual(seenOf(all[0]!, all, isMe), ['value']);
    assert.deepEqual(seenLast(all, isMe), ['value']);
    assert.deepEqual(seenLast([...all, whole('p2', 'ada')], isMe), [], 'nothing of the last one was shared');
    assert.deepEqual(seenLast([], isMe), []);
    assert.deepEqual(seenLast([whole('p3', 'ada', { isPrivate: false })], isMe).length, 4, 'shared as it is');
  });

  it("is nobody else's to say", () => {
    const all = [whole('p1', 'ada'), copy('c1', 'p1', 'mara', ['value', 'words'])];
    assert.deepEqual(seenOf(all[0]!, all, isMe), []);
    assert.deepEqual(copiesOf('p1', all, isMe), []);
    assert.deepEqual(ownWholes([whole('m', 'mara')], isMe), []);
  });
});

describe('pulses over time', () => {
  const ids = (all: Pulse[]) =>
    pulsesByPerson(all, { isMe, isSame }).people.map(({ name, points }) => [
      name,
      points.map(({ id }) => id),
    ]);

  it('are the own whole ones, and the newest copy of each of the others', () => {
    const all = [
      copy('m1', 'x1', 'mara', ['value', 'workload']),
      copy('m2', 'x1', 'mara', ['value']),
      whole('p1', 'ada'),
      copy('c1', 'p1', 'ada', ['value']),
      // From another machine of hers, where the whole one is.
      copy('c0', 'p0', 'ada', ['workload'], { givenAt: '2026-01-01T00:00:00Z' }),
    ];
    assert.deepEqual(ids(all), [
      ['ada', ['c0', 'p1']],
      ['mara', ['m2']],
    ]);
    const [ada, mara] = pulsesByPerson(all, { isMe, isSame }).people;
    assert.deepEqual(ada!.points[1]!.seen, ['value']);
    assert.deepEqual(mara!.points[0]!.answers, {
      value: 4,
      clarity: null,
      workload: null,
      relationship: null,
    });
  });

  it("show nothing private of somebody else's, should it be here, and let nobody hide another's", () => {
    const all = [whole('m', 'mara'), whole('p1', 'ada'), copy('x', 'p1', 'mara', ['value'])];
    assert.deepEqual(ids(all), [
      ['ada', ['p1']],
      ['mara', ['x']],
    ]);
  });

  it('count what has no time that anybody can read', () => {
    const { people, undated } = pulsesByPerson([whole('p', 'ada', { givenAt: 'soon' })], { isMe, isSame });
    assert.deepEqual([people, undated], [[], 1]);
  });
});
