import assert from 'node:assert/strict';
import { trackActions } from '../../../src/model/nextActions.ts';
import type { Goal, GoalStatus, NextAction } from '../../../src/model/state.ts';

const kept = { createdBy: 'ada', claimedBy: null, isPrivate: false };
const goal = (id: string, status: GoalStatus = 'active') => ({ id, status }) as Goal;
const action = (id: string, changes: Partial<NextAction> = {}): NextAction => ({
  id,
  text: id,
  owner: null,
  dueDate: null,
  goalId: null,
  sessionId: null,
  doneAt: null,
  createdAt: '2026-11-01T00:00:00Z',
  ...kept,
  ...changes,
});
const today = '2026-11-22';
const open = (actions: NextAction[], id: string | null = null, goals: Goal[] = []) =>
  trackActions(actions, goals, today).get(id)?.open ?? [];

describe('trackActions', () => {
  it('puts what is overdue first, then by due date, then as it was promised', () => {
    const actions = [
      action('undated 1'),
      action('soon', { dueDate: '2026-11-25' }),
      action('undated 2'),
      action('late', { dueDate: '2026-11-20' }),
      action('today', { dueDate: today }),
      action('latest', { dueDate: '2025-01-01' }),
    ];
    assert.deepEqual(
      open(actions).map((one) => [one.action.id, one.isOverdue, one.isToday]),
      [
        ['latest', true, false],
        ['late', true, false],
        ['today', false, true],
        ['soon', false, false],
        ['undated 1', false, false],
        ['undated 2', false, false],
      ],
    );
  });

  it('keeps those of an active goal under it, and shows the open ones of any other goal without', () => {
    const goals = [goal('g'), goal('past', 'completed')];
    const actions = [
      action('a', { goalId: 'g' }),
      action('b', { goalId: 'past' }),
      action('c', { goalId: 'past', doneAt: '2026-11-01T00:00:00Z' }),
      action('d'),
    ];
    const tracked = trackActions(actions, goals, today);
    const ids = (id: string | null) => tracked.get(id)?.open.map((one) => one.action.id);
    assert.deepEqual([ids('g'), ids('past'), ids(null)], [['a'], [], ['b', 'd']]);
    assert.deepEqual(
      tracked.get('past')?.done.map(({ id }) => id),
      ['c'],
    );
  });

  it('puts what was done last first, and calls none of it overdue', () => {
    const actions = [
      action('first', { doneAt: '2026-11-01T00:00:00Z', dueDate: '2020-01-01' }),
      action('last', { doneAt: '2026-11-20T00:00:00Z' }),
    ];
    const tracked = trackActions(actions, [], today).get(null)!;
    assert.deepEqual(
      tracked.done.map(({ id }) => id),
      ['last', 'first'],
    );
    assert.deepEqual(tracked.open, []);
  });
});
