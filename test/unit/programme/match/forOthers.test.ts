import assert from 'node:assert/strict';
import { matchCohort } from '../../../../src/programme/match/cohort.ts';
import { forOthers } from '../../../../src/programme/match/forOthers.ts';
import { unknownPerson } from '../../../../src/programme/roster/fields.ts';
import type { Person } from '../../../../src/programme/roster/types.ts';

const person = (login: string, rest: Partial<Person>): Person => ({
  ...unknownPerson(login, `people/${login}.json`),
  ...rest,
});

describe('matches for others than the lead', () => {
  const bo = person('bo', { isMentored: true, wants: ['SQL'] });
  const ines = person('ines', { mentors: true, capacity: 1, offers: ['SQL'] });
  const noGo = [
    ['ines', 'bo'],
    ['zz-slip', 'bo'],
    ['ines', 'yy-left'],
  ] as const;
  const now = new Date('2026-11-22T12:00:00Z');
  const own = matchCohort({ people: [bo, ines], noGo, now });

  it('hold no byte of who is to be kept apart', () => {
    assert.match(JSON.stringify(own), /kept-apart.*yy-left.*zz-slip/, 'the lead has to see it');
    const bytes = JSON.stringify(forOthers(own));
    for (const secret of ['kept-apart', 'zz-slip', 'yy-left', 'no-go'])
      assert.ok(!bytes.includes(secret), secret);
  });

  it('read as if the two did not fit', () => {
    const cook = { ...ines, offers: ['cooking'] };
    const apart = matchCohort({ people: [bo, ines, { ...cook, login: 'cy', offers: ['SQL'] }], noGo, now });
    assert.deepEqual(forOthers(apart).pairs, apart.pairs, 'all else stays');
    assert.deepEqual(forOthers(own).open, own.open);
    assert.deepEqual(forOthers(own).unmatched, [{ mentee: bo, advice: [{ kind: 'nobody-fits' }] }]);
  });
});
