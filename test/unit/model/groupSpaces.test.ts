import assert from 'node:assert/strict';
import { groupAmong, groupPlan, ownSpace, recordOf } from '../../../src/model/groupSpaces.ts';
import { blankMentorship } from '../../../src/model/records.ts';
import type { Mentorship } from '../../../src/model/state.ts';

const asked = {
  ...{ title: 'Circle', kind: 'group' as const, mentors: ['Tess'], mentees: ['ada', 'ben'], rhythmDays: 14 },
  ...{ hoursPerMonth: null, purpose: 'Learn' },
};
const plan = (me: string) => groupPlan(asked, 'g', asked.mentees, (name) => name.toLowerCase() === me);

describe('the spaces of a group', () => {
  it('are one for each mentee, in which nobody else is mentored, and one in common', () => {
    const { own, common, missing } = plan('tess');
    assert.deepEqual(
      own.map(({ title, mentors, mentees, group, purpose }) => [title, mentors, mentees, group, purpose]),
      [
        ['ada: Circle', ['Tess'], ['ada'], { id: 'g', isCommon: false }, 'Learn'],
        ['ben: Circle', ['Tess'], ['ben'], { id: 'g', isCommon: false }, 'Learn'],
      ],
    );
    assert.deepEqual(
      [common?.title, common?.mentees, common?.group.isCommon],
      ['Circle', ['ada', 'ben'], true],
    );
    assert.deepEqual(missing, []);
    assert.ok(!own.some((space) => space.mentees.length > 1));
  });

  it('are on no machine of somebody who has no part in them', () => {
    const bens = plan('ben');
    assert.deepEqual(
      bens.own.map(({ mentees }) => mentees),
      [['ben']],
    );
    assert.deepEqual([bens.common?.mentees, bens.missing], [['ada', 'ben'], ['ada']]);
    assert.deepEqual(plan('lee'), { own: [], common: null, missing: ['ada', 'ben'] });
  });

  it('have a title that an event takes, whatever people are called', () => {
    const { title } = ownSpace({ ...asked, title: 'x'.repeat(200) }, 'g', '😀'.repeat(100));
    assert.ok(title.length <= 200 && title.isWellFormed());
  });

  it('are found by the group’s id; the oldest common one counts, whoever makes another by that id', () => {
    const of = (id: string | null, group: Mentorship['group']) => ({
      id,
      mentorship: { ...blankMentorship, ...asked, group },
    });
    const spaces = [
      of('05', { id: 'g', isCommon: true }),
      of('04', { id: 'g', isCommon: false }),
      of('03', { id: 'g', isCommon: true }),
      of('02', { id: 'other', isCommon: true }),
      of(null, { id: 'g', isCommon: true }),
      { id: '01', mentorship: null },
      of('00', null),
    ];
    const { common, own } = groupAmong(spaces, 'g');
    assert.deepEqual([common?.id, own.map(({ id }) => id)], ['03', ['04']]);
    assert.equal(groupAmong(spaces, 'nobody’s').common, null);
  });

  it('pass on what a mentorship is, without whether it runs', () => {
    const record = recordOf({ ...blankMentorship, ...asked, status: 'paused', statusReason: 'holiday' });
    assert.deepEqual(Object.keys(record).sort(), [
      ...['group', 'hopes', 'hoursPerMonth', 'kind', 'mentees', 'mentors', 'months', 'purpose', 'rhythmDays'],
      ...['startsOn', 'title'],
    ]);
  });
});
