import assert from 'node:assert/strict';
import { daysLater, nextSession } from '../../../src/sessions/nextSession.ts';
import { held, mentorship, session, state } from './records.ts';

const now = new Date('2026-11-22T09:00:00');
const next = (...[about]: Parameters<typeof state>) => {
  const found = nextSession(state(about), now);
  return found && { ...found, session: found.session?.id ?? null };
};

describe('the next session', () => {
  it('is none where nothing is agreed and nothing planned', () => {
    assert.equal(next({}), null);
    assert.equal(
      next({ mentorship: mentorship({ rhythmDays: null }), sessions: [held('a', '2026-11-01')] }),
      null,
    );
  });

  it('comes by the rhythm after the last check-in that was held', () => {
    const sessions = [
      held('b', '2026-11-16'),
      held('a', '2026-11-09'),
      held('c', '2026-11-20', { kind: 'pairing' }),
    ];
    const wanted = { kind: 'check-in', date: '2026-11-30', session: null, isOverdue: false };
    assert.deepEqual(next({ sessions, mentorship: mentorship() }), wanted);
    const late = { ...wanted, date: '2026-11-15', isOverdue: true };
    assert.deepEqual(next({ sessions: [held('a', '2026-11-01')], mentorship: mentorship() }), late);
    const first = { ...wanted, date: '2026-11-22' };
    assert.deepEqual(next({ mentorship: mentorship() }), first);
  });

  it('is asked for by no rhythm of what is paused or over, until the pause ends; what is planned stays', () => {
    const sessions = [held('a', '2026-11-09')];
    const at = (about: Parameters<typeof mentorship>[0], more = sessions) =>
      next({ sessions: more, mentorship: mentorship(about) })?.date;
    assert.equal(at({ status: 'paused' }), undefined);
    assert.equal(at({ status: 'paused', statusUntil: '2026-11-23' }), undefined);
    assert.equal(at({ status: 'paused', statusUntil: '2026-11-22' }), '2026-11-23');
    assert.equal(at({ status: 'ended' }), undefined);
    assert.equal(at({ status: 'ended' }, [...sessions, session('b', { date: '2026-12-04' })]), '2026-12-04');
  });

  it('comes on the day on which the mentorship begins, where that is still to come', () => {
    assert.equal(next({ mentorship: mentorship({ startsOn: '2026-12-01' }) })?.date, '2026-12-01');
    assert.equal(next({ mentorship: mentorship({ startsOn: '2026-11-01' }) })?.date, '2026-11-22');
  });

  it('is the planned one, which stands for the rhythm where it is a check-in', () => {
    const sessions = [held('a', '2026-11-09'), session('b', { date: '2026-12-04' })];
    assert.deepEqual(next({ sessions, mentorship: mentorship() }), {
      ...{ kind: 'check-in', date: '2026-12-04', session: 'b', isOverdue: false },
    });
    assert.equal(next({ sessions })?.session, 'b');
  });

  it('is whichever comes first, planned or by the rhythm', () => {
    const soon = session('p', { kind: 'pairing', date: '2026-11-22' });
    const far = session('q', { kind: 'retrospective', date: '2026-11-25' });
    const sessions = [held('a', '2026-11-09'), far, soon];
    assert.deepEqual(next({ sessions, mentorship: mentorship() }), {
      ...{ kind: 'pairing', date: '2026-11-22', session: 'p', isOverdue: false },
    });
    assert.equal(
      next({ sessions: [held('a', '2026-11-09'), far], mentorship: mentorship() })?.date,
      '2026-11-23',
    );
  });

  it('is the one that was missed, until another of its kind was held', () => {
    const missed = session('m', { date: '2026-11-18' });
    assert.deepEqual(next({ sessions: [missed] }), {
      ...{ kind: 'check-in', date: '2026-11-18', session: 'm', isOverdue: true },
    });
    assert.equal(next({ sessions: [missed, held('a', '2026-11-20')] }), null);
    assert.equal(next({ sessions: [missed, held('a', '2026-11-20', { kind: 'pairing' })] })?.session, 'm');
    const both = { sessions: [missed, held('a', '2026-11-20')], mentorship: mentorship() };
    assert.equal(next(both)?.date, '2026-12-04');
  });

  it('leaves out what claims to have been held in the future', () => {
    const sessions = [held('a', '2026-11-09'), held('b', '9999-12-31')];
    assert.equal(next({ sessions, mentorship: mentorship() })?.date, '2026-11-23');
  });

  it('counts days over months and leap years', () => {
    assert.equal(daysLater('2028-02-20', 14), '2028-03-05');
    assert.equal(daysLater('2026-12-31', 1), '2027-01-01');
    assert.equal(daysLater('2026-03-01', -30), '2026-01-30');
  });
});
