import assert from 'node:assert/strict';
import type { Feedback, Goal } from '../../../src/model/state.ts';
import { trackerOf } from '../../../src/model/tracker.ts';

const now = new Date(2026, 10, 22, 12);

function goal(id: string, changes: Partial<Goal> = {}): Goal {
  const counts = { keep: 0, stop: 0, start: 0 };
  const empty = { category: null, origin: 'mentee', status: 'active', targetDate: null } as const;
  return { id, title: `Goal ${id}`, milestones: [], counts, ...empty, ...kept, ...changes };
}

const kept = { createdBy: 'ada', claimedBy: null, isPrivate: false };
let pieces = 0;
function said(createdAt: string | Date, changes: Partial<Feedback> = {}): Feedback {
  const at = typeof createdAt === 'string' ? createdAt : createdAt.toISOString();
  return {
    id: `f${pieces++}`,
    kind: 'conversation',
    url: null,
    author: 'marsh-01',
    isBot: false,
    body: 'Said.',
    path: null,
    line: null,
    startLine: null,
    side: null,
    originalLine: null,
    diffHunk: null,
    threadId: null,
    inReplyTo: null,
    isResolved: null,
    isOutdated: null,
    isMinimized: null,
    createdAt: at,
    updatedAt: at,
    pullRequest: null,
    suggestedTag: null,
    isSetAsideSuggested: false,
    tag: null,
    goalIds: [],
    taggedBy: null,
    tagClaimedBy: null,
    isSetAside: false,
    rating: null,
    ...kept,
    ...changes,
  };
}

describe('trackerOf', () => {
  it('puts active goals first, then completed, then archived, and keeps the order within', () => {
    const goals = [
      goal('a', { status: 'archived' }),
      goal('b', { status: 'completed' }),
      goal('c'),
      goal('d', { status: 'completed' }),
      goal('e'),
    ];
    const order = trackerOf(goals, [], { now }).goals.map((tracked) => tracked.goal.id);
    assert.deepEqual(order, ['c', 'e', 'b', 'd', 'a']);
  });

  describe('far from Greenwich', () => {
    const zone = process.env.TZ;
    before(() => {
      process.env.TZ = 'America/New_York';
    });
    after(() => {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    });

    it('counts by the months and days of the place where the reader is', () => {
      const evening = new Date('2026-11-01T03:00:00Z');
      const feedback = [said('2026-10-15T12:00:00Z', { tag: 'keep', goalIds: ['a'] })];
      const { goals, months } = trackerOf([goal('a', { targetDate: '2026-10-31' })], feedback, {
        now: evening,
        months: 1,
      });
      assert.equal(months[0]?.getMonth(), 9);
      assert.equal(goals[0]?.movement[0]?.keep, 1);
      assert.equal(goals[0]?.isOverdue, false);
    });
  });

  it('counts tagged feedback in the local month in which it was said', () => {
    const feedback = [
      said(new Date(2026, 10, 1, 0, 0), { tag: 'keep', goalIds: ['a'] }),
      said(new Date(2026, 9, 31, 23, 59), { tag: 'keep', goalIds: ['a'] }),
      said(new Date(2026, 9, 2), { tag: 'stop', goalIds: ['a'] }),
      said(new Date(2026, 5, 1), { tag: 'start', goalIds: ['a'] }),
    ];
    const { goals, months } = trackerOf([goal('a')], feedback, { now });
    const none = { keep: 0, stop: 0, start: 0 };
    assert.deepEqual(
      months.map((month) => [month.getFullYear(), month.getMonth(), month.getDate()]),
      [5, 6, 7, 8, 9, 10].map((month) => [2026, month, 1]),
    );
    assert.deepEqual(goals[0]?.movement, [
      { ...none, start: 1 },
      none,
      none,
      none,
      { keep: 1, stop: 1, start: 0 },
      { ...none, keep: 1 },
    ]);
  });

  it('goes over the turn of the year', () => {
    const feedback = [said(new Date(2026, 11, 31), { tag: 'keep', goalIds: ['a'] })];
    const { goals, months } = trackerOf([goal('a')], feedback, { now: new Date(2027, 0, 5), months: 2 });
    assert.deepEqual(
      months.map((month) => month.getFullYear()),
      [2026, 2027],
    );
    assert.deepEqual(
      goals[0]?.movement.map(({ keep }) => keep),
      [1, 0],
    );
  });

  it('leaves out of the movement what is older, from the future, untagged, set aside or of another goal', () => {
    const feedback = [
      said(new Date(2026, 4, 31), { tag: 'keep', goalIds: ['a'] }),
      said(new Date(2026, 11, 1), { tag: 'keep', goalIds: ['a'] }),
      said(new Date(2026, 10, 1), { goalIds: ['a'] }),
      said(new Date(2026, 10, 1), { tag: 'keep', goalIds: ['a'], isSetAside: true }),
      said(new Date(2026, 10, 1), { tag: 'keep', goalIds: ['gone'] }),
      said('not a time', { tag: 'keep', goalIds: ['a'] }),
    ];
    const [tracked] = trackerOf([goal('a')], feedback, { now }).goals;
    for (const month of tracked!.movement) assert.deepEqual(month, { keep: 0, stop: 0, start: 0 });
  });

  it('finds the newest linked feedback whatever the order and the time zone it is written in', () => {
    const early = said('2026-11-20T23:30:00+02:00', { goalIds: ['a', 'b'] });
    const late = said('2026-11-20T22:00:00Z', { goalIds: ['a'], tag: 'stop' });
    const hidden = said('2026-11-21T22:00:00Z', { goalIds: ['a'], isSetAside: true });
    for (const feedback of [
      [early, late, hidden],
      [hidden, late, early],
    ]) {
      const { goals } = trackerOf([goal('a'), goal('b'), goal('c')], feedback, { now });
      assert.deepEqual(
        goals.map(({ latest }) => latest?.id ?? null),
        [late.id, early.id, null],
      );
    }
  });

  it('prefers feedback with a time over feedback whose time cannot be read', () => {
    const unreadable = said('some day', { goalIds: ['a'] });
    const readable = said('2020-01-01T00:00:00Z', { goalIds: ['a'] });
    for (const feedback of [
      [unreadable, readable],
      [readable, unreadable],
    ]) {
      assert.equal(trackerOf([goal('a')], feedback, { now }).goals[0]?.latest, readable);
    }
  });

  it('counts as to be tagged what people said or linked, and nobody has tagged or set aside', () => {
    const feedback = [
      said(now),
      said(now),
      said(now, { isBot: true }),
      said(now, { goalIds: ['a'] }),
      said(now, { tag: 'stop' }),
      said(now, { isSetAside: true }),
    ];
    const { untagged, feedback: all } = trackerOf([], feedback, { now });
    assert.deepEqual({ untagged, all }, { untagged: 3, all: 5 });
  });

  it('calls a goal overdue from the day after its target date, as long as it is active', () => {
    const overdue = (changes: Partial<Goal>) =>
      trackerOf([goal('a', changes)], [], { now }).goals[0]?.isOverdue;
    assert.equal(overdue({ targetDate: '2026-11-22' }), false);
    assert.equal(overdue({ targetDate: '2026-11-21' }), true);
    assert.equal(overdue({ targetDate: '2026-11-21', status: 'completed' }), false);
    assert.equal(overdue({ targetDate: null }), false);
  });

  it('counts completed milestones, and active goals by whom they come from', () => {
    const milestones = [
      { id: 'm1', title: 'One', completedAt: '2026-10-01T00:00:00Z' },
      { id: 'm2', title: 'Two', completedAt: null },
    ];
    const goals = [
      goal('a', { milestones }),
      goal('b', { origin: 'organisation' }),
      goal('c', { status: 'archived' }),
    ];
    const tracker = trackerOf(goals, [], { now });
    assert.equal(tracker.goals[0]?.done, 1);
    assert.deepEqual(tracker.balance, { mentee: 1, organisation: 1 });
  });

  it('changes neither goals nor feedback', () => {
    const goals = Object.freeze(
      [goal('b', { status: 'completed' }), goal('a')].map((each) => Object.freeze(each)),
    );
    const feedback = Object.freeze([Object.freeze(said(now, { tag: 'keep', goalIds: ['a'] }))]);
    assert.doesNotThrow(() => trackerOf(goals, feedback, { now }));
  });
});
