import assert from 'node:assert/strict';
import { monthsText, readMonths, readRhythm, rhythmText } from '../../../../src/programme/charter/index.ts';

const days = (sentence: string) => readRhythm(sentence)?.days;

describe('the rhythm that a charter tells', () => {
  for (const [said, expected] of Object.entries({
    weekly: 7,
    'We meet every week, on Tuesdays.': 7,
    'once a week for an hour': 7,
    fortnightly: 14,
    'Every two weeks': 14,
    'every other Thursday, so every second week': 14,
    'bi-weekly': 14,
    'Monthly, or more often where needed': 30,
    'each month': 30,
    'twice a month': 15,
    'every 10 days': 10,
    'every three weeks': 21,
    wöchentlich: 7,
    'alle zwei Wochen': 14,
    'alle 10 Tage': 10,
    'jeden Monat': 30,
    'einmal im Monat': 30,
  }))
    it(`“${said}” are ${expected} days`, () => {
      assert.equal(days(said), expected);
    });

  it('may be set by milestones, or not at all', () => {
    assert.deepEqual(readRhythm('By milestone'), { days: null, isByMilestone: true });
    assert.deepEqual(readRhythm('nach Meilensteinen'), { days: null, isByMilestone: true });
    assert.deepEqual(readRhythm('no fixed rhythm'), { days: null, isByMilestone: false });
  });

  it('is not guessed', () => {
    for (const said of [
      '',
      'when it fits',
      'every 0 days',
      'every 999 weeks',
      'every blue moon',
      'constructor weeks',
      'every constructor',
    ])
      assert.equal(readRhythm(said), null, said);
  });

  it('is read back as it is written, for every number of days', () => {
    for (let one = 1; one <= 366; one++) assert.equal(days(rhythmText(one)), one);
    assert.deepEqual(readRhythm(rhythmText(null)), { days: null, isByMilestone: true });
  });
});

describe('the length that a charter tells', () => {
  for (const [said, expected] of Object.entries({
    '6 months': 6,
    'For six months.': 6,
    'half a year': 6,
    'ein halbes Jahr': 6,
    'one year': 12,
    'a year, and then we see': 12,
    '2 years': 24,
    '12 weeks': 3,
    'one week': 1,
    'drei Monate': 3,
  }))
    it(`“${said}” are ${expected} months`, () => {
      assert.deepEqual(readMonths(said), { months: expected });
    });

  it('may be open', () => {
    assert.deepEqual(readMonths('open'), { months: null });
    assert.deepEqual(readMonths('no set end'), { months: null });
  });

  it('is not guessed', () => {
    for (const said of ['', 'a while', '0 months', '900 months', 'June'])
      assert.equal(readMonths(said), null, said);
  });

  it('is read back as it is written', () => {
    for (let one = 1; one <= 120; one++) assert.deepEqual(readMonths(monthsText(one)), { months: one });
    assert.deepEqual(readMonths(monthsText(null)), { months: null });
  });
});
