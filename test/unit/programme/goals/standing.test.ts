import assert from 'node:assert/strict';
import type { SkillRating } from '../../../../src/model/mentorship.ts';
import { standingOf } from '../../../../src/programme/goals/index.ts';

let count = 0;
const rating = (
  by: string,
  skill: string,
  level: number | null,
  more: Partial<SkillRating> = {},
): SkillRating => ({
  ...{ id: `r${count++}`, rubric: 'code-review', skill, person: 'ada', level, evidence: [], note: null },
  ...{ ratedAt: '2026-11-01T09:00:00Z', createdBy: by, claimedBy: null, isPrivate: false, ...more },
});
const levels = [
  { level: 1, name: 'One', looks: 'the first' },
  { level: 2, name: 'Two', looks: 'the second' },
];
const rubric = {
  id: 'code-review',
  skills: ['Asking', 'Finding', 'Writing'].map((name, i) => ({ name, line: i, levels })),
};
const about = {
  ...{ rubric: 'code-review', person: 'ada' },
  isSame: (one: string, other: string) => one.toLowerCase() === other.toLowerCase(),
};

describe('where people see somebody on a rubric', () => {
  const talks = (ratings: SkillRating[]) =>
    standingOf(rubric, ratings, about).map(({ skill, talk }) => [skill, talk]);

  it('says of each skill whether there is something to talk about, in the order of the rubric', () => {
    const ratings = [
      rating('Ada', 'Writing', 1),
      rating('theo', 'Writing', 2),
      rating('theo', 'Asking', 2),
      rating('ada', 'Asking', 2),
    ];
    assert.deepEqual(talks(ratings), [
      ['Asking', 'alike'],
      ['Finding', 'nobody'],
      ['Writing', 'different'],
    ]);
    assert.deepEqual(talks([rating('ada', 'Finding', 1)])[1], ['Finding', 'self-only']);
    assert.deepEqual(talks([rating('theo', 'Finding', 1)])[1], ['Finding', 'others-only']);
    const three = [rating('ada', 'Asking', 2), rating('theo', 'Asking', 2), rating('mira', 'Asking', 1)];
    assert.deepEqual(talks(three)[0], ['Asking', 'different']);
  });

  it('leaves out other people, other rubrics and what was taken back', () => {
    const ratings = [
      rating('ada', 'Asking', 1, { person: 'theo' }),
      rating('ada', 'Asking', 1, { rubric: 'design' }),
      rating('ada', 'Asking', null),
    ];
    assert.deepEqual(talks(ratings)[0], ['Asking', 'nobody']);
  });

  it('takes nobody at the word of somebody else', () => {
    const ratings = [rating('mallory', 'Asking', 1, { claimedBy: 'ada' }), rating('theo', 'Asking', 2)];
    const [asking] = standingOf(rubric, ratings, about);
    assert.equal(asking?.self, null);
    assert.equal(asking?.talk, 'others-only');
    assert.equal(asking?.others.length, 2);
    const claimed = [rating('ada', 'Asking', 2), rating('ada', 'Asking', 1, { claimedBy: 'theo' })];
    assert.deepEqual(talks(claimed)[0], ['Asking', 'self-only']);
    assert.equal(standingOf(rubric, claimed, about)[0]?.self?.level, 2);
  });

  it('keeps what was said by a rubric that has changed, or that is not here', () => {
    const ratings = [rating('ada', 'Gone', 2), rating('theo', 'Gone', 3)];
    assert.deepEqual(talks(ratings)[3], ['Gone', 'different']);
    assert.deepEqual(
      standingOf(null, ratings, about).map(({ skill, levels }) => [skill, levels.length]),
      [['Gone', 0]],
    );
  });
});
