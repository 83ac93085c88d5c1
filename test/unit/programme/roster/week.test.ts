import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  commonMinutes,
  momentOf,
  overlap,
  type Stretch,
  weekOf,
  workOf,
} from '../../../../src/programme/roster/week.ts';

const weekdays = [1, 2, 3, 4, 5];
const office = { from: '09:00', to: '17:00', days: weekdays };
const at = (timeZone: string, hours = office) => ({ timeZone, hours });
const iso = (stretches: readonly Stretch[]) =>
  stretches.map(([from, to]) => `${new Date(from).toISOString().slice(0, 16)} ${(to - from) / 60_000}`);
const winter = new Date('2026-01-14T12:00:00Z');
const summer = new Date('2026-07-15T12:00:00Z');
const sum = (stretches: readonly Stretch[]) =>
  stretches.reduce((all, [from, to]) => all + (to - from) / 60_000, 0);

describe('a week of work', () => {
  it('begins on Monday, whatever the day', () => {
    for (const day of ['2026-03-02T00:00:00Z', '2026-03-05T13:00:00Z', '2026-03-08T23:59:59Z'])
      assert.equal(new Date(weekOf(new Date(day))).toISOString(), '2026-03-02T00:00:00.000Z');
  });

  it('stands where the zone puts it, with odd offsets', () => {
    const mondayIn = (zone: string, date: Date) => iso(workOf({ ...office, days: [1] }, zone, date));
    assert.deepEqual(mondayIn('Asia/Kathmandu', winter), ['2026-01-12T03:15 480']);
    assert.deepEqual(mondayIn('Asia/Kolkata', winter), ['2026-01-12T03:30 480']);
    assert.deepEqual(mondayIn('Australia/Eucla', winter), ['2026-01-12T00:15 480']);
    assert.deepEqual(mondayIn('UTC+05:45', winter), ['2026-01-12T03:15 480']);
    assert.deepEqual(mondayIn('UTC-03:30', winter), ['2026-01-12T12:30 480']);
    // Chatham is at +13:45 in January and +12:45 in July: its Monday begins on UTC's Sunday.
    assert.deepEqual(iso(workOf({ ...office, days: [2] }, 'Pacific/Chatham', winter)), [
      '2026-01-12T19:15 480',
    ]);
    assert.deepEqual(iso(workOf({ ...office, days: [2] }, 'Pacific/Chatham', summer)), [
      '2026-07-13T20:15 480',
    ]);
    // Lord Howe changes by half an hour: +11 and +10:30.
    assert.deepEqual(iso(workOf({ ...office, days: [2] }, 'Australia/Lord_Howe', winter)), [
      '2026-01-12T22:00 480',
    ]);
    assert.deepEqual(iso(workOf({ ...office, days: [2] }, 'Australia/Lord_Howe', summer)), [
      '2026-07-13T22:30 480',
    ]);
  });

  it('cuts what lies over the ends of the week and joins what touches', () => {
    const monday = { ...office, days: [1] };
    // Monday in Kiritimati is from Sunday 19:00 to Monday 03:00 UTC; the next one begins in this week.
    assert.deepEqual(iso(workOf(monday, 'Pacific/Kiritimati', winter)), [
      '2026-01-12T00:00 180',
      '2026-01-18T19:00 300',
    ]);
    const always = { from: '00:00', to: '24:00', days: [0, 1, 2, 3, 4, 5, 6] };
    assert.deepEqual(iso(workOf(always, 'Asia/Kathmandu', winter)), ['2026-01-12T00:00 10080']);
  });

  it('is longer or shorter where the clock changes at work', () => {
    const night = { from: '00:00', to: '08:00', days: [0] };
    // Europe/Berlin: 29 March 2026 02:00 to 03:00, 25 October 2026 03:00 to 02:00.
    assert.equal(sum(workOf(night, 'Europe/Berlin', new Date('2026-03-26T00:00:00Z'))), 420);
    assert.equal(sum(workOf(night, 'Europe/Berlin', new Date('2026-10-22T00:00:00Z'))), 540);
    // Lord Howe: 5 April 2026 02:00 to 01:30; 4 October 2026 02:00 to 02:30.
    assert.equal(sum(workOf(night, 'Australia/Lord_Howe', new Date('2026-04-02T00:00:00Z'))), 510);
    assert.equal(sum(workOf(night, 'Australia/Lord_Howe', new Date('2026-10-01T00:00:00Z'))), 450);
    // The switch is in the night from Saturday to Sunday: a shift over midnight has it, too.
    const late = { from: '22:00', to: '06:00', days: [6] };
    assert.equal(sum(workOf(late, 'America/New_York', new Date('2026-03-05T00:00:00Z'))), 420);
    assert.equal(sum(workOf(late, 'America/New_York', new Date('2026-10-29T00:00:00Z'))), 540);
  });

  it('begins and ends at the jump where the clock leaves an hour out', () => {
    const gap = { from: '02:15', to: '02:45', days: [0] };
    assert.equal(sum(workOf(gap, 'Europe/Berlin', new Date('2026-03-26T00:00:00Z'))), 0);
    const into = { from: '01:00', to: '02:30', days: [0] };
    assert.equal(sum(workOf(into, 'Europe/Berlin', new Date('2026-03-26T00:00:00Z'))), 60);
    // An hour that comes twice is worked twice.
    const twice = { from: '02:00', to: '03:00', days: [0] };
    assert.equal(sum(workOf(twice, 'Europe/Berlin', new Date('2026-10-22T00:00:00Z'))), 120);
    const half = { from: '02:00', to: '02:30', days: [0] };
    assert.equal(sum(workOf(half, 'Europe/Berlin', new Date('2026-10-22T00:00:00Z'))), 90);
  });

  it('skips a day that a place never had', () => {
    // Samoa went over the date line: there was no Friday 30 December 2011.
    const friday = { from: '09:00', to: '17:00', days: [5] };
    assert.equal(sum(workOf(friday, 'Pacific/Apia', new Date('2011-12-29T00:00:00Z'))), 0);
  });
});

describe('hours in common', () => {
  it('are those of known pairs of places', () => {
    const cases: [string, string, number, number][] = [
      // Hours a week in January and in July, 9 to 17, Monday to Friday.
      ['Europe/Berlin', 'Europe/London', 35, 35],
      ['Europe/London', 'America/New_York', 15, 15],
      ['Europe/Berlin', 'America/Los_Angeles', 0, 0],
      ['Europe/Berlin', 'Asia/Kolkata', 17.5, 22.5],
      ['Asia/Kathmandu', 'Asia/Kolkata', 38.75, 38.75],
      ['America/New_York', 'America/Phoenix', 30, 25],
      ['Australia/Sydney', 'Australia/Lord_Howe', 40, 37.5],
      ['Pacific/Auckland', 'Pacific/Chatham', 36.25, 36.25],
    ];
    for (const [one, other, january, july] of cases) {
      assert.equal(overlap(at(one), at(other), winter), january * 60, `${one} ${other} in January`);
      assert.equal(overlap(at(one), at(other), summer), july * 60, `${one} ${other} in July`);
    }
  });

  it('differ in the weeks in which one side has changed its clock and the other has not', () => {
    const pair = [at('Europe/London'), at('America/New_York')] as const;
    assert.equal(overlap(...pair, new Date('2026-03-18T00:00:00Z')), 20 * 60);
    assert.equal(overlap(...pair, new Date('2026-04-01T00:00:00Z')), 15 * 60);
    assert.equal(overlap(...pair, new Date('2026-10-28T00:00:00Z')), 20 * 60);
  });

  it('are unknown where hours or a zone are', () => {
    assert.equal(overlap({ hours: null, timeZone: 'UTC' }, at('UTC'), winter), null);
    assert.equal(overlap(at('UTC'), { hours: office, timeZone: null }, winter), null);
  });

  const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC+05:45', 'UTC-09:30');
  const clock = fc.integer({ min: 0, max: 1439 });
  const text = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const hours = fc
    .tuple(clock, clock, fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }))
    .filter(([from, to]) => from !== to)
    .map(([from, to, days]) => ({ from: text(from), to: text(to), days: days.sort() }));
  const date = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });

  it('are what counting minute by minute on the clocks of both places gives', () => {
    const works = ({ from, to, days }: typeof office, zone: string, moment: number) => {
      const shift = /^UTC([+-])(\d\d):(\d\d)$/.exec(zone);
      const offset = shift ? (shift[1] === '+' ? 1 : -1) * (Number(shift[2]) * 60 + Number(shift[3])) : 0;
      const parts = new Intl.DateTimeFormat('en-GB', {
        timeZone: shift ? 'UTC' : zone,
        weekday: 'short',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }).formatToParts(moment + offset * 60_000);
      const part = (type: string) => parts.find((one) => one.type === type)!.value;
      const weekday = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(part('weekday'));
      const now = `${part('hour')}:${part('minute')}`;
      if (from < to) return days.includes(weekday) && now >= from && now < to;
      return (days.includes(weekday) && now >= from) || (days.includes((weekday + 6) % 7) && now < to);
    };
    fc.assert(
      fc.property(zone, hours, date, (timeZone, week, day) => {
        const stretches = workOf(week, timeZone, day);
        const start = weekOf(day);
        // Moments of the week, with those around where a clock may change.
        for (let i = 0; i < 60; i++) {
          const moment = start + Math.floor((i * 10_080) / 60 + (i % 7)) * 60_000;
          const isIn = stretches.some(([from, to]) => from <= moment && moment < to);
          const clockSays = works(week, timeZone, moment);
          // On the two days of a change an hour may stand twice or be missing: the ends are tested above.
          const changes = momentOf(moment - 864e5, timeZone, 'first') - (moment - 864e5);
          const after = momentOf(moment + 864e5, timeZone, 'last') - (moment + 864e5);
          if (changes === after)
            assert.equal(isIn, clockSays, `${timeZone} ${new Date(moment).toISOString()}`);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are the same both ways, and never more than either works', () => {
    fc.assert(
      fc.property(zone, zone, hours, hours, date, (a, b, x, y, day) => {
        const [one, other] = [workOf(x, a, day), workOf(y, b, day)];
        assert.equal(commonMinutes(one, other), commonMinutes(other, one));
        assert.ok(commonMinutes(one, other) <= Math.min(sum(one), sum(other)));
        assert.equal(commonMinutes(one, one), sum(one));
      }),
      { numRuns: 60 },
    );
  });
});
