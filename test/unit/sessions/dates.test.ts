import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayOf } from '../../../src/model/isoDate.ts';
import { readDate } from '../../../src/sessions/dates.ts';

const monday = new Date(2026, 10, 16, 23, 59);
const friday = new Date(2026, 10, 20, 15, 0);
const sunday = new Date(2026, 10, 22, 0, 1);
const endOfJanuary = new Date(2027, 0, 31, 12, 0);

/** What is read of `Try it by …` on that day: its date, `problem`, or `null`. */
function day(words: string, reference: Date): string | null {
  const read = readDate(`Try it by ${words}`, reference);
  if (read === null) return null;
  if ('problem' in read) return 'problem';
  assert.equal(read.before, 'Try it');
  return read.date;
}

describe('readDate', () => {
  const onFriday: [string, string][] = [
    ['friday', '2026-11-27'],
    ['this friday', '2026-11-20'],
    ['next friday', '2026-11-27'],
    ['Monday', '2026-11-23'],
    ['monday at 9', '2026-11-23'],
    ['Fri.', '2026-11-27'],
    ['friday, at the latest', '2026-11-27'],
    ['eod friday', '2026-11-27'],
    ['end of friday', '2026-11-27'],
    ['today', '2026-11-20'],
    ['tonight', '2026-11-20'],
    ['eod', '2026-11-20'],
    ['tomorrow', '2026-11-21'],
    ['the day after tomorrow', '2026-11-22'],
    ['next week', '2026-11-27'],
    ['this week', '2026-11-20'],
    ['the end of the week', '2026-11-20'],
    ['end of next week', '2026-11-27'],
    ['the weekend', '2026-11-21'],
    ['in 2 weeks', '2026-12-04'],
    ['two weeks from now', '2026-12-04'],
    ['next month', '2026-12-20'],
    ['the end of the month', '2026-11-30'],
    ['the end of next month', '2026-12-31'],
    ['end of november', '2026-11-30'],
    ['the end of the quarter', '2026-12-31'],
    ['EOY', '2026-12-31'],
    ['3 december', '2026-12-03'],
    ['3rd of December', '2026-12-03'],
    ['December 3rd, 2026', '2026-12-03'],
    ['dec 26', '2026-12-26'],
    ['friday, 4 december', '2026-12-04'],
    ['20 november', '2026-11-20'],
    ['19 november', '2027-11-19'],
    ['1 january', '2027-01-01'],
    ['the 3rd', '2026-12-03'],
    ['the 31st', '2026-12-31'],
    ['December', '2026-12-01'],
    ['May', '2027-05-01'],
    ['2026-12-01', '2026-12-01'],
    ['friday 2026-12-01', '2026-12-01'],
    ['2026/12/1', '2026-12-01'],
    ['3.12.2026', '2026-12-03'],
    ['25/12/2026', '2026-12-25'],
    ['12/25/2026', '2026-12-25'],
    ['3 december 2020', '2020-12-03'],
  ];
  for (const [words, date] of onFriday) {
    it(`reads “by ${words}” on a Friday as ${date}`, () => assert.equal(day(words, friday), date));
  }

  const others: [string, Date, string][] = [
    ['friday', monday, '2026-11-20'],
    ['monday', monday, '2026-11-23'],
    ['next friday', monday, '2026-11-27'],
    ['friday next week', monday, '2026-11-27'],
    ['the end of the week', monday, '2026-11-20'],
    ['the end of the week', sunday, '2026-11-27'],
    ['end of next week', sunday, '2026-11-27'],
    ['sunday', sunday, '2026-11-29'],
    ['today', sunday, '2026-11-22'],
    ['next month', endOfJanuary, '2027-02-28'],
    ['the 31st', endOfJanuary, '2027-01-31'],
    ['the 30th', endOfJanuary, '2027-03-30'],
    ['29 february', endOfJanuary, '2028-02-29'],
  ];
  for (const [words, reference, date] of others) {
    it(`reads “by ${words}” on ${dayOf(reference)} as ${date}`, () =>
      assert.equal(day(words, reference), date));
  }

  for (const words of [
    '31 february',
    'february 30',
    '29 february',
    '31st of November',
    '0 december',
    '32 december',
    '29 february 2027',
    '2026-02-30',
    '2026-2-3',
    '31.11.2026',
    '3/12/2026',
    '31/31/2026',
  ]) {
    it(`says that “by ${words}” is no date that everybody reads alike`, () =>
      assert.equal(day(words, friday), 'problem'));
  }

  for (const words of [
    'hand',
    "Monday's build",
    'Friday’s team',
    'monday or tuesday',
    'monday - friday',
    'friday the 13th',
    'friday if time allows',
    'now',
    'then',
    'noon',
    '5pm',
    'night',
    'default',
    'may',
    'sun',
    'two weeks',
    '2 days',
    'a week',
    'half',
    '10',
    '2027',
    '3.12',
    '1/2',
    '10/20',
    'yesterday',
    'last friday',
    '2 weeks ago',
    'next sprint',
    'the second',
    'the day',
    'marching',
    '3 decxmber',
    'monday, by hand',
  ]) {
    it(`leaves “by ${words}” as words`, () => assert.equal(day(words, friday), null));
  }

  for (const words of [
    'Stand by me',
    'bye friday',
    'nearby friday',
    'Standby monday',
    'friday',
    'by',
    '',
    'Ruby 2026-12-01',
  ]) {
    it(`sees no date in “${words}”`, () => assert.equal(readDate(words, friday), null));
  }

  it('takes the last one, in brackets or not, and whatever blanks there are', () => {
    const read = (line: string) => readDate(line, friday);
    const date = { date: '2026-11-23', before: 'Read what was written by Ada' };
    assert.deepEqual(read('Read what was written by Ada by monday'), date);
    assert.deepEqual(read('  Read what was written by Ada (by Monday). '), date);
    assert.deepEqual(read('Read what was written by Ada\u00a0BY\u00a0\tmonday'), date);
    assert.deepEqual(read('by monday'), { date: '2026-11-23', before: '' });
  });

  it('eats no words: what it reads and what stands before it are the line', () => {
    const part = fc.constantFrom(
      ...['by', 'By', 'friday', 'Monday', '3', 'december', 'next', 'week', 'hand', 'the', 'end', 'of', 'me'],
      ...[
        '2026-12-01',
        '31',
        'stand',
        'two',
        'weeks',
        'ago',
        '(',
        ')',
        '.',
        'naïve',
        '5pm',
        'at',
        'or',
        "'s",
      ],
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 9 }),
        fc.constantFrom(monday, friday, sunday),
        (parts, today) => {
          const line = parts.join(' ');
          const read = readDate(line, today);
          if (read === null || 'problem' in read) return;
          assert.ok(line.startsWith(read.before) || line.trim().startsWith(read.before));
          const eaten = line.trim().slice(read.before.length).trim();
          assert.match(eaten, /^\(? ?by /i);
          assert.ok(!/\b(?:hand|me|stand|ago|or|naïve)\b/.test(eaten), eaten);
          assert.match(read.date, /^\d{4}-\d\d-\d\d$/);
          const isWithItsYear = eaten.includes('2026-12-01');
          assert.ok(
            isWithItsYear ? read.date === '2026-12-01' : read.date >= dayOf(today),
            `${eaten}: ${read.date}`,
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('reads words of all days ahead alike, whatever the day: never today for a weekday, never the past', () => {
    const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), fc.nat(6), fc.nat(23), (later, weekday, hour) => {
        const today = new Date(2026, 0, 1 + later, hour);
        const date = day(weekdays[weekday] as string, today) as string;
        const ahead = Math.round((Date.parse(date) - Date.parse(dayOf(today))) / 86_400_000);
        assert.equal(new Date(`${date}T12:00:00Z`).getUTCDay(), weekday);
        assert.ok(ahead >= 1 && ahead <= 7, `${dayOf(today)}: ${date}`);
      }),
    );
  });

  it('takes no longer than a glance for a line made to be slow', () => {
    assert.equal(readDate(`${' by (by'.repeat(9000)} `, friday), null);
    assert.equal(readDate(`by ${'1st of '.repeat(9000)}`, friday), null);
  });
});
