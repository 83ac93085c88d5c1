import assert from 'node:assert/strict';
import { laidOn } from '../../../src/model/laidOn.ts';

const before = {
  title: 'Circle',
  mentors: ['tess'],
  mentees: ['ada', 'ben'],
  rhythmDays: 14,
  purpose: null as string | null,
  hopes: { mentors: 'patience', mentees: '' } as { mentors: string; mentees: string } | null,
};
type Changes = Partial<typeof before>;
/** What stands there when one changes the record while others change it, too. */
const laid = (others: Changes, own: Changes) =>
  laidOn({ ...before, ...others }, before, { ...before, ...own });

describe('what somebody changed of a mentorship', () => {
  it('takes nothing back that others changed while the question was open', () => {
    const others = { mentees: ['ada', 'ben', 'cleo'], title: 'Ring', hopes: null };
    assert.deepEqual(laid(others, { rhythmDays: 7 }), { ...before, ...others, rhythmDays: 7 });
    assert.deepEqual(laid({ purpose: 'Theirs' }, { purpose: 'Mine' }).purpose, 'Mine');
  });

  it('is all of it where nobody else changed anything', () => {
    const own = { mentees: ['ben', 'ada'], purpose: 'Mine', hopes: null };
    assert.deepEqual(laid({}, own), { ...before, ...own });
    assert.deepEqual(laid({}, {}), before);
  });

  it('keeps names that others added, and leaves out those that they took away', () => {
    assert.deepEqual(laid({ mentees: ['ada', 'ben', 'cleo'] }, { mentees: ['ada', 'ben', 'dan'] }).mentees, [
      ...['ada', 'ben', 'dan', 'cleo'],
    ]);
    assert.deepEqual(laid({ mentees: ['ada'] }, { mentees: ['ada', 'ben', 'dan'] }).mentees, ['ada', 'dan']);
    assert.deepEqual(laid({ mentees: ['ada', 'ben', 'cleo'] }, { mentees: ['ada'] }).mentees, [
      'ada',
      'cleo',
    ]);
    assert.deepEqual(laid({ mentees: ['ada', 'ben', 'Dan'] }, { mentees: ['ada', 'ben', 'dan'] }).mentees, [
      ...['ada', 'ben', 'dan'],
    ]);
    assert.deepEqual(laid({ mentors: ['tess', 'uma'] }, { mentors: ['vic'] }).mentors, ['vic', 'uma']);
  });

  it('leaves the other side’s hopes as they are by now', () => {
    const others = { hopes: { mentors: 'patience', mentees: 'calm' } };
    assert.deepEqual(laid(others, { hopes: { mentors: 'rest', mentees: '' } }).hopes, {
      ...{ mentors: 'rest', mentees: 'calm' },
    });
    assert.deepEqual(laid(others, { hopes: null }).hopes, { mentors: '', mentees: 'calm' });
  });
});
