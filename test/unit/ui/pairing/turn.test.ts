import assert from 'node:assert/strict';
import type { Handoff, Pairing } from '../../../../src/model/session.ts';
import { turnOf } from '../../../../src/ui/pairing/turn.ts';

const at = (time: string) => Date.parse(`2026-11-22T${time}Z`);
const pairing = (change: Partial<Pairing>): Pairing => ({
  ...{ id: 'p', people: ['ada', 'marsh'], goalId: null, style: 'ping-pong', turnMinutes: 10 },
  ...{ repository: null, base: 'main', branch: 'mob/main', startedAt: '2026-11-22T10:00:00Z' },
  ...{ endedAt: null, sessionId: null, commit: null, handoffs: [], driver: 'ada' },
  ...{ since: '2026-11-22T10:00:00Z', isPrivate: false, createdBy: 'ada', claimedBy: null },
  ...change,
});
const handoff = (change: Partial<Handoff>): Handoff => ({
  ...{ id: 'h', driver: 'ada', next: 'marsh', done: '', todo: '', unclear: '', failing: null, commit: null },
  ...{ startedAt: '2026-11-22T10:00:00Z', handedAt: '2026-11-22T10:08:00Z', files: [] },
  ...{ takenBy: null, takenAt: null, createdBy: 'ada' },
  ...change,
});

describe('the turn of a pairing', () => {
  it('counts whole minutes down, and says when the next one is gone and when it ends', () => {
    assert.deepEqual(turnOf(pairing({}), at('10:00:00')), {
      ...{ driver: 'ada', next: null, minutes: 10, isOver: false, changesIn: 60_000, endsIn: 600_000 },
    });
    assert.deepEqual(turnOf(pairing({}), at('10:02:30')), {
      ...{ driver: 'ada', next: null, minutes: 8, isOver: false, changesIn: 30_000, endsIn: 450_000 },
    });
    const last = turnOf(pairing({}), at('10:09:59'));
    assert.deepEqual([last.minutes, last.changesIn, last.endsIn], [1, 1000, 1000]);
  });

  it('is over at once when no time is left, and counts for an hour for how long', () => {
    const shown = (time: string) => {
      const { isOver, minutes, changesIn, endsIn } = turnOf(pairing({}), at(time));
      return [isOver, minutes, changesIn, endsIn];
    };
    assert.deepEqual(shown('10:10:00'), [true, 0, 60_000, null]);
    assert.deepEqual(shown('10:13:20'), [true, 3, 40_000, null]);
    assert.deepEqual(shown('11:09:59'), [true, 59, 1000, null]);
    assert.deepEqual(shown('13:00:00'), [true, 60, null, null]);
  });

  it('begins now where the clock of the other machine is ahead', () => {
    const { minutes, isOver } = turnOf(pairing({ since: '2026-11-22T10:05:00Z' }), at('10:00:00'));
    assert.deepEqual([minutes, isOver], [10, false]);
  });

  it('rests between a handoff and whoever takes over, and says who was asked', () => {
    const asked = turnOf(pairing({ driver: null, since: null, handoffs: [handoff({})] }), at('10:20:00'));
    assert.deepEqual(asked, {
      ...{ driver: null, next: 'marsh', minutes: 0, isOver: false, changesIn: null, endsIn: null },
    });
  });

  it('shows nothing of a time that is none', () => {
    const { changesIn, isOver } = turnOf(pairing({ since: 'yesterday' }), at('10:20:00'));
    assert.deepEqual([changesIn, isOver], [null, false]);
  });
});
