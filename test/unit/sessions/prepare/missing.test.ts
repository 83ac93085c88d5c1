import assert from 'node:assert/strict';
import { readSession } from '../../../../src/model/sessionText/readSession.ts';
import { missingIn, missingOf } from '../../../../src/sessions/prepare/missing.ts';
import { prepare } from '../../../../src/sessions/prepare/prepare.ts';
import { session, state } from '../records.ts';
import { words } from './words.ts';

const blank = prepare(
  state(),
  new Date('2026-11-22T09:00:00'),
  { kind: 'check-in', date: '2026-11-23', frame: 'grow', isMentee: true },
  words,
);
const fill = (heading: string, said: string) =>
  blank.replace(`## ${heading}\n`, `## ${heading}\n\n${said}\n`);
const text = (by: string, said: string) => ({ by, claimedBy: null, text: said, writtenAt: '' });

describe('what a mentee has not prepared', () => {
  it('is all of it in a document as it comes, and what was filled in no longer', () => {
    assert.deepEqual(missingOf(readSession(blank)), ['question', 'goal', 'example']);
    assert.deepEqual(missingOf(readSession(fill('Question', 'How do I say no?'))), ['goal', 'example']);
    assert.deepEqual(missingOf(readSession(fill('Recent example', 'The retry.'))), ['question', 'goal']);
    assert.deepEqual(missingOf(readSession(fill('Goal', 'A plan.'))), ['question', 'example']);
    assert.deepEqual(missingOf({ prepared: { question: 'x', goal: ' ', example: 'y' } }), ['goal']);
  });

  it('is what none of the mentees wrote; a mentor cannot do it for them', () => {
    const texts = [
      text('Ada', fill('Question', 'Why?')),
      text('mo', fill('Goal', 'A plan.')),
      text('theo', fill('Recent example', 'x')),
    ];
    const about = session('s', { texts });
    assert.deepEqual(missingIn(about, ['ada', 'MO']), ['example']);
    assert.deepEqual(missingIn(about, ['ada']), ['goal', 'example']);
    assert.deepEqual(missingIn(about, []), []);
    assert.deepEqual(missingIn(session('s'), ['ada']), ['question', 'goal', 'example']);
  });
});
