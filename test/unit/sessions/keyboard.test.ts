import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Handoff, Pairing } from '../../../src/model/session.ts';
import { timeAtKeyboard, turnsOf } from '../../../src/sessions/keyboard.ts';

const minute = 60_000;
const at = (clock: string) => `2026-11-20T${clock}:00.000Z`;
const now = new Date(at('12:00'));

function handoff(driver: string, from: string, to: string, taken?: [by: string, at: string]): Handoff {
  return {
    ...{
      id: `${driver} ${from}`,
      driver,
      next: null,
      done: '',
      todo: '',
      unclear: '',
      failing: null,
      commit: null,
    },
    ...{ startedAt: at(from), handedAt: at(to), files: [], createdBy: driver },
    takenBy: taken?.[0] ?? null,
    takenAt: taken ? at(taken[1]) : null,
  };
}
function pairing(changes: Partial<Pairing>): Pairing {
  return {
    ...{ id: 'p', people: ['ada', 'theo'], goalId: 'goal', style: 'driver-navigator', turnMinutes: 10 },
    ...{ repository: null, base: 'main', branch: 'mob/main', startedAt: at('10:00'), endedAt: at('11:00') },
    ...{ sessionId: null, commit: null, handoffs: [], driver: null, since: null },
    ...{ createdBy: 'ada', claimedBy: null, isPrivate: false },
    ...changes,
  };
}

describe('time at the keyboard', () => {
  it('comes from the handoffs, with nobody’s between a handoff and its take-over', () => {
    const handoffs = [
      handoff('ada', '10:00', '10:10', ['theo', '10:15']),
      handoff('theo', '10:15', '10:30', ['ada', '10:35']),
    ];
    const { time, people } = timeAtKeyboard([pairing({ handoffs })], now);
    assert.deepEqual(people, [
      { person: 'ada', time: 35 * minute },
      { person: 'theo', time: 15 * minute },
    ]);
    assert.equal(time, 50 * minute);
  });

  it('is told by goal, what has most first, and without a goal, too', () => {
    const some = [
      pairing({ goalId: 'small', endedAt: at('10:05') }),
      pairing({ goalId: null, endedAt: at('10:20') }),
      pairing({ goalId: 'small', startedAt: at('11:00'), endedAt: at('11:10'), createdBy: 'theo' }),
    ];
    assert.deepEqual(
      timeAtKeyboard(some, now).goals.map(({ goalId, time, people }) => [
        goalId,
        time / minute,
        people.map(({ person }) => person),
      ]),
      [
        [null, 20, ['ada']],
        ['small', 15, ['theo', 'ada']],
      ],
    );
  });

  it('goes on while a pairing runs, for whoever drives by what is known', () => {
    const running = pairing({ endedAt: null, driver: 'theo', since: at('11:48') });
    assert.deepEqual(timeAtKeyboard([running], now).people, [{ person: 'theo', time: 12 * minute }]);
    assert.deepEqual(turnsOf(running, now).at(-1)?.endedAt, now.toISOString());
  });

  it('is nobody’s once the keyboard was handed off and not taken', () => {
    const handed = pairing({ endedAt: null, handoffs: [handoff('ada', '10:00', '10:10')] });
    assert.deepEqual(timeAtKeyboard([handed], now).people, [{ person: 'ada', time: 10 * minute }]);
  });

  it('calls one person by one name, whatever its case', () => {
    const handoffs = [
      handoff('Theo', '10:00', '10:10', ['theo', '10:10']),
      handoff('theo', '10:10', '10:20'),
    ];
    assert.deepEqual(timeAtKeyboard([pairing({ handoffs })], now).people, [
      { person: 'Theo', time: 20 * minute },
    ]);
  });

  it('counts no turn that cannot be, and none longer than four hours', () => {
    const back = pairing({ startedAt: at('11:30'), endedAt: at('11:00') });
    const never = pairing({ startedAt: 'never' });
    const left = pairing({ endedAt: null, driver: 'ada', since: '2026-11-18T10:00:00.000Z' });
    const { time, people } = timeAtKeyboard([back, never, left], now);
    assert.deepEqual([time, people], [240 * minute, [{ person: 'ada', time: 240 * minute }]]);
  });

  it('orders equals by name', () => {
    const handoffs = [handoff('theo', '10:00', '10:10', ['ada', '10:10']), handoff('ada', '10:10', '10:20')];
    const { people } = timeAtKeyboard([pairing({ handoffs })], now);
    assert.deepEqual(
      people.map(({ person }) => person),
      ['ada', 'theo'],
    );
  });
});
