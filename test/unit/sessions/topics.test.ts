import assert from 'node:assert/strict';
import { foldTopic, trendsOfTopics } from '../../../src/sessions/topics.ts';
import { held, session } from './records.ts';

const now = new Date('2026-11-22T09:00:00');
const about = (...topics: string[]) => ({
  entries: topics.map((topic) => ({ topic, insight: '', nextAction: '', by: 'ada' })),
});

describe('topics over sessions', () => {
  it('counts sessions, not rows, and says out of how many', () => {
    const { topics, months, sessions } = trendsOfTopics(
      [
        held('late', '2026-11-20', about('Code reviews', 'The code review', 'retries')),
        held('old', '2026-02-01', about('code review')),
        held('early', '2026-09-03', about('Code review!', '')),
        held('none', '2026-10-03', about('')),
        session('planned', { date: '2026-11-30', ...about('code review') }),
      ],
      { now, months: 3 },
    );
    assert.deepEqual(months, ['2026-09', '2026-10', '2026-11']);
    assert.equal(sessions, 3);
    assert.deepEqual(topics, [
      {
        ...{ topic: 'The code review', sessions: 3, byMonth: [1, 0, 1], first: '2026-02-01' },
        ...{ last: '2026-11-20', sessionIds: ['late', 'early', 'old'] },
      },
      {
        ...{ topic: 'retries', sessions: 1, byMonth: [0, 0, 1], first: '2026-11-20' },
        ...{ last: '2026-11-20', sessionIds: ['late'] },
      },
    ]);
  });

  it('puts what came up last first among what came up as often', () => {
    const sessions = [held('a', '2026-11-01', about('x')), held('b', '2026-11-02', about('y'))];
    assert.deepEqual(
      trendsOfTopics(sessions, { now }).topics.map(({ topic }) => topic),
      ['y', 'x'],
    );
    assert.deepEqual(trendsOfTopics([], { now }).sessions, 0);
  });

  it('folds case, punctuation, little words and a plural, and nothing else', () => {
    const same = ['Error handling', 'error-handling', ' The ERROR  handling: ', 'error handlings'];
    assert.deepEqual([...new Set(same.map(foldTopic))], ['error handling']);
    const apart = ['C', 'C++', 'C#', 'class', 'clas', 'status', 'css', 'Fehler', 'über', 'the'];
    assert.equal(new Set(apart.map(foldTopic)).size, apart.length);
    assert.equal(foldTopic(' !? '), '');
    assert.equal(foldTopic('ＴＥＳＴ'), 'test');
  });
});
