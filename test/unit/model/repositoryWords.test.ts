import assert from 'node:assert/strict';
import type { Excerpt, JournalEvent } from '../../../src/model/events.ts';
import { privateRepositories } from '../../../src/model/repositoryWords.ts';

let count = 0;
function tagged(feedback: string, repository: string | null, isPrivate: boolean | null): JournalEvent {
  count += 1;
  const excerpt: Excerpt = {
    ...{ kind: 'line', author: 'theo', text: 'Say why.', url: null, number: 1, title: 't' },
    ...{ path: null, line: null, createdAt: '2026-01-01T00:00:00Z', repository, isPrivate },
  };
  const id = `E${count}`;
  const payload = { feedback, tag: 'keep' as const, excerpt };
  return {
    ...{ id, time: [count, 0], author: 'ada', act: id, version: 1, writer: 'abcdefgh' },
    ...{ type: 'feedback.tagged', payload },
  };
}

describe('whose words are in a space', () => {
  it('names each private repository with its pieces of feedback, each once', () => {
    const events = [
      tagged('1', 'o/secret', true),
      tagged('1', 'o/secret', true),
      tagged('2', 'O/Secret', true),
      tagged('3', 'o/open', false),
      tagged('4', null, null),
      tagged('5', 'o/maybe', null),
    ];
    assert.deepEqual(privateRepositories(events), [
      {
        repository: 'o/secret',
        isPrivate: true,
        feedback: 2,
        annotations: 0,
        pairings: 0,
        guesses: 0,
        knowledge: 0,
      },
      {
        repository: 'o/maybe',
        isPrivate: null,
        feedback: 1,
        annotations: 0,
        pairings: 0,
        guesses: 0,
        knowledge: 0,
      },
    ]);
  });

  it('takes one sight as private for enough, and a sight as public for knowledge', () => {
    const events = [
      tagged('1', 'o/was', false),
      tagged('2', 'o/was', true),
      tagged('3', 'o/was', false),
      tagged('4', 'o/known', null),
      tagged('5', 'o/known', false),
    ];
    assert.deepEqual(privateRepositories(events), [
      {
        repository: 'o/was',
        isPrivate: true,
        feedback: 3,
        annotations: 0,
        pairings: 0,
        guesses: 0,
        knowledge: 0,
      },
    ]);
  });

  it('names repositories whose code is in annotations, unless they are known to be public', () => {
    const note = (annotation: string, repository: string | null): JournalEvent => ({
      ...{
        id: `N${annotation}`,
        time: [9, 0],
        author: 'ada',
        act: annotation,
        version: 1,
        writer: 'abcdefgh',
      },
      type: 'annotation.moved',
      payload: {
        annotation,
        anchor: {
          ...{ path: 'a.ts', repository, side: 'RIGHT', commit: null, startLine: 1, endLine: 1 },
          ...{ code: 'secret', before: '', after: '' },
        },
      },
    });
    const others = [note('1', 'o/maybe'), note('1', 'o/maybe'), note('2', 'o/open'), note('3', null)];
    const known = [tagged('5', 'o/open', false), tagged('6', 'o/secret', true), note('4', 'O/secret')];
    assert.deepEqual(privateRepositories([...others, ...known]), [
      {
        repository: 'o/secret',
        isPrivate: true,
        feedback: 1,
        annotations: 1,
        pairings: 0,
        guesses: 0,
        knowledge: 0,
      },
      {
        repository: 'o/maybe',
        isPrivate: null,
        feedback: 0,
        annotations: 1,
        pairings: 0,
        guesses: 0,
        knowledge: 0,
      },
    ]);
  });

  it('names repositories on which somebody paired, for the notes and the names of files in the handoffs', () => {
    const paired = (pairing: string, repository: string | null): JournalEvent => ({
      ...{ id: pairing, time: [9, 0], author: 'ada', act: pairing, version: 1, writer: 'abcdefgh' },
      type: 'pairing.started',
      payload: {
        ...{ pairing, people: [], goal: null, style: 'ping-pong', turnMinutes: 10, repository },
        ...{ base: 'main', branch: 'secret plan', startedAt: '' },
      },
    });
    const events = [paired('p', 'o/maybe'), paired('q', 'o/maybe'), paired('r', null), paired('s', 'o/open')];
    assert.deepEqual(privateRepositories([...events, tagged('1', 'o/open', false)]), [
      {
        repository: 'o/maybe',
        isPrivate: null,
        feedback: 0,
        annotations: 0,
        pairings: 2,
        guesses: 0,
        knowledge: 0,
      },
    ]);
  });

  it('counts what was taken back, which stands in the journal, and not what is kept private', () => {
    const own = { ...tagged('1', 'o/mine', true), isPrivate: true as const };
    const event = tagged('2', 'o/back', true);
    const undone: JournalEvent = {
      ...event,
      id: 'U',
      act: 'U',
      type: 'act.undone',
      payload: { act: event.act },
    };
    const found = privateRepositories([own, event, undone]);
    assert.deepEqual(
      found.map(({ repository }) => repository),
      ['o/back'],
    );
  });
});
