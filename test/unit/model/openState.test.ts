import assert from 'node:assert/strict';
import type { JournalEvent, NewEvent } from '../../../src/model/events.ts';
import { foldEvents } from '../../../src/model/fold.ts';
import { openState } from '../../../src/model/openState.ts';
import { actionsOf, applyMark, fromEntered } from '../../../src/model/overlay.ts';
import { pairingsOf, scaffoldsOf } from '../../../src/model/pairingsOf.ts';
import { sessionsOf } from '../../../src/model/sessionsOf.ts';

const goal = (id: string): NewEvent => ({
  type: 'goal.created',
  payload: { goal: id, title: `Goal ${id}`, category: null, origin: 'mentee', targetDate: null },
});
const entered = (id: string): NewEvent => ({
  type: 'feedback.entered',
  payload: { feedback: id, author: 'bo', body: `Said ${id}`, url: null, saidAt: '2026-01-01T00:00:00Z' },
});
const linked = (feedback: string, to: string): NewEvent => ({
  type: 'feedback.linked',
  payload: { feedback, goal: to },
});
const tagged = (feedback: string): NewEvent => ({
  type: 'feedback.tagged',
  payload: { feedback, tag: 'keep' },
});
const promised = (action: string, to: string, session?: string): NewEvent => ({
  type: 'action.added',
  payload: {
    action,
    text: `Do ${action}`,
    owner: null,
    dueDate: null,
    goal: to,
    ...(session && { session }),
  },
});
const logged = (session: string, goals: string[]): NewEvent => ({
  type: 'session.logged',
  payload: {
    ...{ session, kind: 'check-in', people: [], date: '2026-11-22', heldAt: null, minutes: null },
    ...{ goals, link: null, pairing: null },
  },
});
const started = (pairing: string, goal: string | null): NewEvent => ({
  type: 'pairing.started',
  payload: {
    ...{ pairing, people: [], goal, style: 'ping-pong', turnMinutes: 10, repository: null },
    ...{ base: 'main', branch: 'b', startedAt: '' },
  },
});
const ended = (pairing: string, session: string): NewEvent => ({
  type: 'pairing.ended',
  payload: { pairing, session, how: 'keep', commit: null, endedAt: '' },
});
const reached = (scaffold: string, goal: string | null, session: string): NewEvent => ({
  type: 'scaffold.reached',
  payload: { scaffold, goal, part: null, step: 'solo', session, url: null, reachedAt: '' },
});
const kept = (record: string): NewEvent => ({ type: 'record.private', payload: { record, isPrivate: true } });

describe('openState', () => {
  it('has nothing private in it, in no link and no count', () => {
    const said = [goal('open'), goal('secret'), entered('known'), entered('hidden')];
    const meetings = [
      logged('talk', ['open', 'secret']),
      logged('hidden talk', ['open']),
      started('pair', 'open'),
      started('secret pair', 'secret'),
      ended('pair', 'hidden talk'),
      reached('steps', 'open', 'hidden talk'),
      reached('secret steps', 'secret', 'talk'),
    ];
    const links = [linked('known', 'open'), linked('known', 'secret'), linked('hidden', 'open')];
    const rest = [
      tagged('known'),
      tagged('hidden'),
      promised('a', 'open'),
      promised('b', 'secret'),
      promised('c', 'open', 'hidden talk'),
    ];
    const events = [
      ...said,
      ...links,
      ...meetings,
      ...rest,
      kept('secret'),
      kept('hidden'),
      kept('hidden talk'),
    ].map((event, i) => {
      const id = `e${String(i).padStart(3, '0')}`;
      return {
        ...event,
        id,
        act: id,
        time: [i, 0],
        author: 'ada',
        version: 1,
        isPrivate: true,
      } as JournalEvent;
    });
    const records = foldEvents(events);
    const feedback = [...records.entered.values()].map((one) => {
      const item = fromEntered(one);
      applyMark(item, records.marks.get(item.id), records);
      return item;
    });
    const open = openState(
      {
        feedback,
        actions: actionsOf(records),
        annotations: [],
        ratings: [],
        sessions: sessionsOf(records),
        pairings: pairingsOf(records),
        scaffolds: scaffoldsOf(records),
        ...{ guesses: [], kudos: [], scaleAnswers: [], agreements: [] },
        ...{ charters: [], pulses: [], trials: [], skillRatings: [], knowledge: [], help: [] },
      },
      records,
    );
    assert.doesNotMatch(JSON.stringify(open), /secret|hidden|Do [bc]/);
    assert.deepEqual(
      open.sessions.map(({ id, goalIds }) => [id, goalIds]),
      [['talk', ['open']]],
    );
    assert.deepEqual(
      open.pairings.map(({ id, sessionId }) => [id, sessionId]),
      [['pair', null]],
    );
    assert.deepEqual(
      open.scaffolds.map(({ id, steps }) => [id, steps[0]?.sessionId]),
      [['steps', null]],
    );
    assert.deepEqual(
      open.goals.map(({ id, counts }) => [id, counts]),
      [['open', { keep: 1, stop: 0, start: 0 }]],
    );
    assert.deepEqual(
      open.feedback.map(({ id, goalIds }) => [id, goalIds]),
      [['known', ['open']]],
    );
    assert.deepEqual(
      open.actions.map(({ id }) => id),
      ['a'],
    );
  });
});
