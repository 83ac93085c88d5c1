import assert from 'node:assert/strict';
import { type Filter, filterFeedback, isEmptyFilter } from '../../../src/model/filter.ts';
import { groupFeedback } from '../../../src/model/group.ts';
import type { Theme } from '../../../src/model/growth.ts';
import { fromEntered } from '../../../src/model/overlay.ts';
import type { Feedback, Goal } from '../../../src/model/state.ts';

const piece = (id: string, change: Partial<Feedback> = {}): Feedback => ({
  ...fromEntered({
    id,
    author: 'ines',
    body: `Words of ${id}`,
    url: null,
    saidAt: '2026-02-01T00:00:00Z',
    entered: { by: 'ada', claimedBy: null },
  }),
  goalIds: [],
  ...change,
});
const goal = (id: string, title: string) => ({ id, title }) as Goal;
const pullRequest = { repository: 'a/b', number: 3, title: 'Retry', url: 'https://h/a/b/pull/3' };
const feedback = [
  piece('new'),
  piece('bot', { isBot: true, author: 'owl' }),
  piece('kept', { tag: 'keep', goalIds: ['G1', 'G2'], path: 'src/a.ts', isResolved: true }),
  piece('stopped', { tag: 'stop', author: 'Theo', pullRequest, isResolved: false }),
  piece('linked', { goalIds: ['G2'], pullRequest }),
  piece('aside', { isSetAside: true, tag: 'stop' }),
];
const goals = [goal('G1', 'Zest'), goal('G2', 'Answer')];
const sorted = (...args: Parameters<typeof groupFeedback>) =>
  groupFeedback(...args).map((group) => [
    group.kind,
    group.name,
    group.items.map((item) => item.id).join(' '),
  ]);

describe('feedback in groups', () => {
  it('by goal: to tag first, goals in their order, none, bots, set aside last', () => {
    assert.deepEqual(sorted(feedback, goals, 'goal'), [
      ['untagged', '', 'new linked'],
      ['goal', 'Zest', 'kept'],
      ['goal', 'Answer', 'kept'],
      ['goal', '', 'stopped'],
      ['bots', '', 'bot'],
      ['setAside', '', 'aside'],
    ]);
  });

  it('by reviewer, pull request, tag and file, what has none last', () => {
    assert.deepEqual(sorted(feedback, goals, 'reviewer').slice(1, 3), [
      ['reviewer', 'ines', 'kept'],
      ['reviewer', 'Theo', 'stopped'],
    ]);
    assert.deepEqual(sorted(feedback, goals, 'pullRequest').slice(1, 3), [
      ['pullRequest', '#3 Retry', 'stopped'],
      ['pullRequest', '', 'kept'],
    ]);
    assert.deepEqual(sorted(feedback, goals, 'tag').slice(1, 3), [
      ['tag', 'keep', 'kept'],
      ['tag', 'stop', 'stopped'],
    ]);
    assert.deepEqual(sorted(feedback, goals, 'file').slice(1, 3), [
      ['file', 'src/a.ts', 'kept'],
      ['file', '', 'stopped'],
    ]);
  });

  it('by theme: a theme shows all that is in it, tagged or not, and nothing that was set aside', () => {
    const themes = new Map(
      ['kept', 'new', 'aside', 'bot'].map((id) => [id, { id: id === 'new' ? 'T2' : 'T1', name: 'Names' }]),
    );
    const themeOf = (id: string) => themes.get(id) as Theme | undefined;
    assert.deepEqual(sorted(feedback, goals, 'theme', themeOf), [
      ['theme', 'Names', 'new'],
      ['theme', 'Names', 'bot kept'],
      ['untagged', '', 'linked'],
      ['theme', '', 'stopped'],
      ['setAside', '', 'aside'],
    ]);
    assert.deepEqual(sorted(feedback, goals, 'tag', themeOf), sorted(feedback, goals, 'tag'));
    assert.deepEqual(
      sorted(feedback, goals, 'theme').map(([kind]) => kind),
      ['untagged', 'theme', 'bots', 'setAside'],
    );
  });

  it('shows no empty group', () => {
    assert.deepEqual(groupFeedback([], goals, 'goal'), []);
  });

  it('gives groups ids that do not clash', () => {
    const ids = groupFeedback(
      [...feedback, piece('odd', { tag: 'keep', author: ':untagged' })],
      goals,
      'reviewer',
    ).map((group) => group.id);
    assert.equal(new Set(ids).size, ids.length);
  });
});

describe('feedback, filtered', () => {
  const cases: [Filter, string][] = [
    [{}, 'new bot kept stopped linked aside'],
    [{ text: 'WORDS new' }, 'new'],
    [{ text: 'src/a' }, 'kept'],
    [{ text: '#3 theo' }, 'stopped'],
    [{ tag: 'untagged' }, 'new bot linked'],
    [{ tag: 'stop' }, 'stopped aside'],
    [{ tag: 'setAside' }, 'aside'],
    [{ author: 'owl' }, 'bot'],
    [{ repository: 'a/b' }, 'stopped linked'],
    [{ unresolved: true }, 'stopped'],
    [{ text: '.*' }, ''],
  ];
  for (const [filter, expected] of cases) {
    it(`${JSON.stringify(filter)} leaves ${expected || 'nothing'}`, () => {
      assert.equal(
        filterFeedback(feedback, filter)
          .map((item) => item.id)
          .join(' '),
        expected,
      );
    });
  }

  it('knows when it does not narrow', () => {
    assert.ok(isEmptyFilter({ text: '  ' }));
    assert.ok(!isEmptyFilter({ unresolved: true }));
  });
});
