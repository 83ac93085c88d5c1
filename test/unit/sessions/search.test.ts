import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Session } from '../../../src/model/session.ts';
import { SessionSearch } from '../../../src/sessions/search.ts';

function session(id: string, changes: Partial<Session> = {}): Session {
  return {
    ...{
      id,
      kind: 'check-in',
      people: [],
      date: '2026-11-01',
      heldAt: '2026-11-01T10:00:00Z',
      minutes: null,
    },
    ...{
      goalIds: [],
      link: null,
      pairingId: null,
      texts: [],
      entries: [],
      createdAt: '2026-11-01T10:00:00Z',
    },
    ...{ createdBy: 'ada', claimedBy: null, isPrivate: false },
    ...changes,
  };
}
const row = (topic: string, insight = '', nextAction = '') => ({ topic, insight, nextAction, by: 'ada' });
const text = (text: string) => ({ by: 'ada', claimedBy: null, text, writtenAt: '2026-11-01T10:00:00Z' });

describe('the search over sessions', () => {
  const sessions = [
    session('old', { entries: [row('Outbox pattern', 'retries need a key')], people: ['Theo'] }),
    session('mid', { texts: [text('# Notes\nWe talked about naming.\nThe ÉCLAIR release.')] }),
    session('new', { entries: [row('Naming', '', '@ada try the outbox by friday')], date: '2026-11-20' }),
  ];
  const search = new SessionSearch(sessions, ({ kind }) => [kind]);
  const ids = (query: string) => search.find(query).map((found) => found.session.id);

  it('looks through topics, insights, next actions, texts and people, newest first', () => {
    assert.deepEqual(ids('outbox'), ['new', 'old']);
    assert.deepEqual(ids('retries'), ['old']);
    assert.deepEqual(ids('naming'), ['new', 'mid']);
    assert.deepEqual(ids('theo'), ['old']);
    assert.deepEqual(ids('éclair'), ['mid']);
    assert.deepEqual(ids('2026-11-20'), ['new']);
    assert.deepEqual(ids('check-in'), ['new', 'mid', 'old']);
  });

  it('wants every word, wherever each stands', () => {
    assert.deepEqual(ids('theo KEY'), ['old']);
    assert.deepEqual(ids('theo naming'), []);
    assert.deepEqual(ids('  '), ['new', 'mid', 'old']);
  });

  it('shows the line that has most of the words, as plain text', () => {
    assert.equal(search.find('outbox friday')[0]?.line, 'Naming · @ada try the outbox by friday');
    const [found] = new SessionSearch([
      session('s', { texts: [text('- [ ] **bold** <img src=x> $(trash)')] }),
    ]).find('bold');
    assert.equal(found?.line, 'bold $(trash)');
  });
});
