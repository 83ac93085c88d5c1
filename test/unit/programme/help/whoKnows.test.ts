import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Help } from '../../../../src/model/mentorship.ts';
import {
  openQuestions,
  type Sources,
  shareWord,
  topicWords,
  waitingQuestions,
  whoKnows,
} from '../../../../src/programme/help/index.ts';

const person = (login: string, more: object = {}) => ({
  ...{ login, otherLogins: [], name: null, offers: [], capacity: 1 },
  ...more,
});
const none: Sources = { people: [], changes: [], reviews: [], notes: [], thanks: [], mentors: [] };
const isMe = (name: string) => name.toLowerCase() === 'ada';
const question = { topic: 'Who can show me how the deployment works?', path: 'src/deploy.ts' };

describe('who may know', () => {
  it('is told by offers, changes, reviews, notes and thanks, one entry for each person', () => {
    const sources: Sources = {
      people: [
        person('zoe', { offers: ['Cooking', 'Deploying'], capacity: 0 }),
        person('theo', { name: 'Theo Flint', otherLogins: ['tflint'] }),
        person('ada', { offers: ['deploy'] }),
      ],
      changes: [
        { name: 'Theo Flint', email: 'theo@home.example', day: '2026-03-01' },
        { name: 'T', email: '12+TFLINT@users.noreply.github.com', day: '2026-04-02' },
        { name: 'Theo Flint', email: 'theo@home.example', day: '2026-04-02' },
        { name: 'Ada', email: 'ada@home.example', day: '2026-05-05' },
      ],
      reviews: [
        { by: 'nour', pull: 'a#1', day: '2026-01-01' },
        { by: 'Nour', pull: 'a#1', day: '2026-01-02' },
        { by: 'nour', pull: 'a#2', day: '2025-12-01' },
      ],
      notes: [
        { by: 'nour', text: 'tea', path: 'src/deploy.ts' },
        { by: 'kim', text: 'How deployments roll back', path: null },
        { by: 'eve', text: 'something else', path: 'src/other.ts' },
        { by: null, text: 'deploy', path: null },
      ],
      thanks: [
        { to: 'bo', topic: 'the deploy script', path: null },
        { to: 'eve', topic: 'SQL', path: null },
      ],
      mentors: ['mia', 'theo', 'ADA'],
    };
    assert.deepEqual(whoKnows(question, sources, isMe), [
      { name: 'zoe', isFull: true, reasons: [{ kind: 'offers', what: 'Deploying' }] },
      { name: 'bo', isFull: false, reasons: [{ kind: 'helped', topic: 'the deploy script' }] },
      { name: 'kim', isFull: false, reasons: [{ kind: 'noted', notes: 1 }] },
      {
        ...{ name: 'nour', isFull: false },
        reasons: [
          { kind: 'reviewed', pulls: 2, last: '2026-01-02' },
          { kind: 'noted', notes: 1 },
        ],
      },
      {
        ...{ name: 'theo', isFull: false },
        reasons: [{ kind: 'changed', days: 2, last: '2026-04-02' }, { kind: 'mentors' }],
      },
      { name: 'mia', isFull: false, reasons: [{ kind: 'mentors' }] },
    ]);
  });

  it('is nobody where nothing tells', () => {
    assert.deepEqual(whoKnows({ topic: 'Who can show me how this works?', path: null }, none, isMe), []);
    const people = [person('x', { offers: ['how to work', 'show'] })];
    assert.deepEqual(whoKnows({ topic: 'show me how it works', path: null }, { ...none, people }, isMe), []);
  });

  it('is found by words as people write them', () => {
    assert.deepEqual(topicWords('Who can show me C++, C#, .NET and Node.js?'), [
      'c++',
      'c#',
      '.net',
      'node.js',
    ]);
    assert.ok(shareWord(topicWords('go channels'), 'Go'));
    assert.ok(!shareWord(topicWords('go'), 'golf'));
    assert.ok(!shareWord(topicWords('C'), 'C++'));
    assert.ok(shareWord(topicWords('Überwachung'), 'überwachung'));
    assert.deepEqual(topicWords('-'.repeat(100_000)), []);
  });

  it('takes no login for another person’s name, whatever a file claims', () => {
    const people = [
      person('mallory', { name: 'theo', otherLogins: ['theo'], offers: ['deploy'] }),
      person('theo', { offers: ['deploy'] }),
    ];
    const changes = [{ name: 'theo', email: '', day: '2026-01-01' }];
    const found = whoKnows(question, { ...none, people, changes }, isMe);
    assert.deepEqual(
      found.map(({ name, reasons }) => [name, reasons.map(({ kind }) => kind)]),
      [
        ['mallory', ['offers']],
        ['theo', ['offers', 'changed']],
      ],
    );
  });
});

describe('questions that wait for a thank-you', () => {
  const help = (id: string, askedAt: string, more: object = {}) =>
    ({ id, askedAt, thanksId: null, createdBy: 'ada', ...more }) as Help;

  it('are one’s own, open ones, the oldest first; after two weeks they are brought up', () => {
    const all = [
      help('new', '2026-11-20T10:00:00Z'),
      help('old', '2026-11-01T10:00:00Z'),
      help('closed', '2026-10-01T10:00:00Z', { thanksId: 'k' }),
      help('foreign', '2026-10-01T10:00:00Z', { createdBy: 'theo' }),
      help('odd', 'no time'),
    ];
    const now = new Date('2026-11-22T10:00:00Z');
    assert.deepEqual(
      openQuestions(all, isMe).map(({ id }) => id),
      ['old', 'new', 'odd'],
    );
    assert.deepEqual(
      waitingQuestions(all, isMe, now).map(({ id }) => id),
      ['old'],
    );
    assert.deepEqual(waitingQuestions(all, isMe, new Date('2026-11-15T09:59:59Z')), []);
    assert.deepEqual(waitingQuestions(all, isMe, new Date('2026-11-15T10:00:00Z')).length, 1);
  });
});
