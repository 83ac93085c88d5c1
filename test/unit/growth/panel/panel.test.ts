import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type PanelInput, panelOf } from '../../../../src/growth/panel/index.ts';
import { binAt, choices, periodOf, timeOf } from '../../../../src/growth/panel/period.ts';
import { promiseStates } from '../../../../src/growth/panel/promises.ts';
import { spreadOf } from '../../../../src/growth/panel/spread.ts';
import { sumOf } from '../../../../src/growth/panel/tagged.ts';
import type { Feedback, NextAction } from '../../../../src/model/state.ts';
import { growthLines } from '../../../support/journal/growthLines.ts';
import { growthRepository, growthReviewers } from '../../../support/journal/growthPulls.ts';
import { emptyInput, inputOf } from './input.ts';

const now = new Date(2026, 6, 1, 12);
const year = growthLines({ months: 12 });

describe('the numbers of the growth panel', () => {
  it('are those of a mentorship of a year', () => {
    const { tagged, themes, promised, rhythm, followed, reviewing, scales } = panelOf(inputOf(year, now));
    const { known } = year;
    // Two thanks in private are seen by who wrote them.
    assert.deepEqual(tagged.counts, { ...known.tags, keep: known.tags.keep + 2 });
    assert.equal(tagged.bins.length, 13);
    assert.deepEqual(
      tagged.bins.map(({ counts }) => counts.stop),
      [...known.byMonth.map(({ stop }) => stop), 0],
    );
    assert.equal(tagged.untagged, known.untagged);
    assert.deepEqual(tagged.byGoal[2]!.counts, known.byGoal[known.goals[2]!]);
    assert.deepEqual(
      themes!.map(({ theme, all, recurrence }) => [theme.name, all, recurrence!.standing]),
      [
        ['test, failure, change', 12, 'open'],
        ['Let errors through', 16, 'learned'],
      ],
    );
    const { inTime, late, overdue } = promised.counts;
    assert.deepEqual([inTime, late, overdue], [4, 4, 4]);
    assert.equal(promised.total, known.actions.promised);
    assert.equal(rhythm.count, known.sessions);
    assert.equal(rhythm.gaps.length, known.sessions - 1);
    // From the 5th to the 19th it is always two weeks; from there to the 5th never.
    assert.equal(rhythm.within, 13, 'twelve times two weeks, and once from 19 February to 5 March');
    assert.equal(rhythm.longest, 17);
    const followable = [...year.follow.values()].length - known.setAside;
    assert.equal(followed.looked, followable);
    assert.equal(followed.pending, 0);
    assert.deepEqual(
      reviewing.people.map(({ name }) => name),
      [...growthReviewers].sort(),
    );
    assert.equal(reviewing.pullRequests, known.pullRequests);
    assert.deepEqual(
      scales.scales.map(({ scale, answers }) => [scale, answers.length]),
      [
        ['confidence', 4],
        ['autonomy', 4],
        ['escalations', 4],
      ],
    );
    assert.deepEqual(
      scales.firstApproved.map(({ repository }) => repository),
      [growthRepository],
    );
  });

  it('are only of the last three months, or of one goal, where that is asked', () => {
    const late = panelOf(inputOf(year, new Date(2026, 5, 30), { period: '3-months' }));
    assert.equal(late.tagged.bins.length, 3);
    assert.equal(late.tagged.counts.stop, 0);
    assert.equal(late.rhythm.count, 6);
    assert.equal(late.rhythm.gaps.length, 6, 'the first one has one before the period');
    const [, goal] = year.known.goals;
    const one = panelOf(inputOf(year, now, { goal: goal! }));
    assert.deepEqual(one.tagged.counts, year.known.byGoal[goal!]);
    assert.deepEqual(
      one.themes!.map(({ theme }) => theme.name),
      ['test, failure, change'],
    );
    assert.equal(one.promised.total, 4);
    assert.equal(panelOf(inputOf(year, now, { goal: 'gone' })).goal, null);
  });

  it('count the time that mentoring takes for a mentor, and what else is known to have taken some', () => {
    const input = inputOf(year, now, { isMe: (name) => name === 'marsh-lind' });
    const pairing = { people: ['marsh-lind', 'ada-wren'], sessionId: null } as PanelInput['pairings'][number];
    const { mentoring } = panelOf({
      ...input,
      pairings: [
        { ...pairing, id: 'a', startedAt: '2026-03-03T10:00:00Z', endedAt: '2026-03-03T10:40:00Z' },
        { ...pairing, id: 'b', startedAt: '2026-03-04T10:00:00Z', endedAt: '2026-03-04T09:00:00Z' },
        { ...pairing, id: 'c', startedAt: '2026-03-04T10:00:00Z', endedAt: null, people: ['theo-flint'] },
      ],
      own: [{ month: '2026-03', comments: 6, withReason: 3, withQuestion: 2, withLabel: 0 }],
    });
    assert.equal(mentoring!.time.minutes, 24 * 45 + 40);
    assert.equal(mentoring!.time.unknown, 1, 'the pairing that ended before it began');
    assert.equal(mentoring!.time.sessions, 26);
    assert.equal(mentoring!.time.hoursPerMonth, 4);
    assert.deepEqual(mentoring!.own.total, { comments: 6, withReason: 3, withQuestion: 2, withLabel: 0 });
    assert.equal(panelOf(input).mentoring!.own.total.comments, 0);
    assert.equal(panelOf(inputOf(year, now)).mentoring, null, 'the mentee mentors nobody');
  });

  it('tell where one person reviewed all of an area, and that without files there may be more', () => {
    const [first] = year.pullRequests;
    const of = (number: number, login: string, files: string[] | null) => ({
      ...first!,
      number,
      threads: [],
      reviews: [{ author: { login, isBot: login === 'ci' }, verdict: 'APPROVED' as const, createdAt: '' }],
      changes: { files: files?.map((path) => ({ path })) ?? null },
    });
    const pulls = [1, 2, 3, 4, 5].map((number) => of(number, 'Theo', ['src/db/a.ts', 'src/db/deep/b.ts']));
    const more = [of(6, 'ada', ['README.md']), of(7, 'theo', null), of(8, 'ci', ['src/db/a.ts'])];
    const pullRequests = [...pulls, ...more] as unknown as typeof year.pullRequests;
    const { reviewing } = panelOf(inputOf(year, now, { pullRequests }));
    assert.deepEqual(reviewing, {
      ...{ pullRequests: 8, reviewed: 7, moreAreas: 0, unknownFiles: 1 },
      people: [
        { name: 'ada', pullRequests: 1 },
        { name: 'Theo', pullRequests: 6 },
      ],
      areas: [
        { area: 'src/db', pullRequests: 5, people: [{ name: 'Theo', pullRequests: 5 }] },
        { area: '', pullRequests: 1, people: [{ name: 'ada', pullRequests: 1 }] },
      ],
      alone: [{ area: 'src/db', name: 'Theo', pullRequests: 5 }],
    });
  });

  it('say from which week a change was approved, or that the clocks do not tell', () => {
    const [pull] = year.pullRequests;
    const at = (opened: string, approved: string) =>
      ({
        ...pull!,
        createdAt: opened,
        reviews: [{ author: { login: 'theo', isBot: false }, verdict: 'APPROVED', createdAt: approved }],
      }) as unknown as typeof pull;
    const weeks = (...some: (typeof pull)[]) =>
      panelOf(inputOf(year, now, { pullRequests: some as typeof year.pullRequests })).scales.firstApproved[0];
    assert.equal(weeks(at('2026-01-01T00:00:00Z', '2026-01-15T00:00:00Z'))!.weeks, 2);
    assert.equal(weeks(at('2026-01-15T00:00:00Z', '2026-01-01T00:00:00Z'))!.weeks, null);
    assert.equal(
      weeks(at('1970-01-15T00:00:00Z', '2026-01-01T00:00:00Z'))!.weeks,
      null,
      'a clock that never ran',
    );
    assert.equal(weeks({ ...pull!, reviews: [] })!.isApproved, false);
    const mixed = at('2026-01-01T00:00:00Z', '2026-01-15T00:00:00Z');
    const [approval] = mixed!.reviews;
    const reviewed = (...reviews: object[]) =>
      weeks({
        ...mixed,
        reviews: reviews.map((more) => ({ ...approval, ...more })),
      } as unknown as typeof pull)!;
    const never = reviewed({}, { createdAt: '1970-01-02T00:00:00Z' });
    assert.deepEqual([never.isApproved, never.weeks], [true, null], 'an approval by a clock that never ran');
    assert.equal(reviewed({ author: { login: 'merge-bot', isBot: true } }).isApproved, false);
    assert.equal(reviewed({ author: null }).weeks, 2, 'by somebody whose account is gone');
  });

  it('say nothing of who looked at what waits for a guess, nor that it was approved', () => {
    const [pull] = year.pullRequests;
    const shown = panelOf(inputOf(year, now, { pullRequests: [pull!] }));
    assert.deepEqual([shown.reviewing.reviewed, shown.scales.firstApproved.length], [1, 1]);
    const held = panelOf(inputOf(year, now, { pullRequests: [pull!], isHeld: (one) => one === pull }));
    assert.deepEqual([held.reviewing.people, held.scales.firstApproved], [[], []]);
  });

  it('take a promise that is kept on its very day for kept in time, and one that is due today for open', () => {
    const action = (dueDate: string | null, doneAt: string | null) =>
      ({ dueDate, doneAt, goalId: null, createdAt: '2026-06-01T10:00:00Z' }) as NextAction;
    const noon = (day: number) => new Date(2026, 5, day, 12).toISOString();
    const actions = [
      action('2026-06-10', noon(10)),
      action('2026-06-10', noon(11)),
      action(null, noon(12)),
      action('2026-07-01', null),
      action('2026-06-30', null),
      action(null, null),
    ];
    const { counts } = panelOf({ ...emptyInput(now), actions }).promised;
    assert.deepEqual(counts, { inTime: 1, late: 1, done: 1, open: 2, overdue: 1 });
  });

  it('are none where nothing was said', () => {
    for (const period of choices) {
      const panel = panelOf({ ...emptyInput(now), period });
      assert.equal(panel.isEmpty, true);
      assert.equal(panel.followed.spread, null);
      assert.equal(panel.rhythm.sinceLast, null);
      assert.deepEqual(panel.tagged.counts, { keep: 0, stop: 0, start: 0 });
      assert.ok(panel.period.bins.length > 0);
    }
  });

  it('say nothing of what is usual before there are five', () => {
    assert.equal(spreadOf([1, 2, 3, 4]), null);
    assert.deepEqual(spreadOf([4, 1, 3, 2, 10]), { count: 5, median: 3, low: 2, high: 4 });
  });

  it('leave times that cannot be out of every month, and say how many', () => {
    const input = inputOf(year, now);
    const [one, two, three] = input.feedback.filter(({ tag }) => tag === 'keep');
    const odd: Feedback[] = [
      { ...one!, id: 'odd/1', createdAt: '1970-01-01T00:00:00Z' },
      { ...two!, id: 'odd/2', createdAt: '2090-01-01T00:00:00Z' },
      { ...three!, id: 'odd/3', createdAt: 'yesterday' },
    ];
    const panel = panelOf({ ...input, feedback: [...input.feedback, ...odd] });
    assert.equal(panel.tagged.undated, 3);
    assert.equal(panel.tagged.bins.length, 13);
    assert.equal(panel.tagged.counts.keep, year.known.tags.keep + 2);
    const follow = new Map([[one!.id, { ...year.follow.get(one!.id)!, status: 'changed' as const }]]);
    const before = { ...follow.get(one!.id)!, at: '2001-01-01T00:00:00Z' };
    const late = panelOf({ ...input, follow: new Map([[one!.id, before]]) });
    assert.deepEqual([late.followed.undated, late.followed.days.length], [1, 0]);
  });

  it('lie in the month in which they were, by local time', () => {
    const period = periodOf('all', [new Date(2021, 5, 30, 23, 59).getTime()], now);
    assert.equal(period.bins.length, 62);
    assert.equal(binAt(period.bins, new Date(2021, 5, 30, 23, 59).getTime()), 0);
    assert.equal(binAt(period.bins, new Date(2021, 6, 1).getTime()), 1);
    assert.equal(periodOf('all', [new Date(2011, 0, 5).getTime()], now).bins[0]!.size, 'quarter');
    assert.equal(timeOf('2026-02-30', now), new Date(2026, 2, 2).getTime());
  });
});

describe('the sums of the growth panel', () => {
  it('are those of its parts, whatever was said and whenever', () => {
    fc.assert(
      fc.property(anyFeedback, anyActions, fc.constantFrom(...choices), (feedback, actions, period) => {
        const goals = ['g1', 'g2'].map((id) => ({ id, title: id }) as PanelInput['goals'][number]);
        const { tagged, promised, followed } = panelOf({
          ...{ ...emptyInput(now), goals, feedback, actions, period },
        });
        for (const tag of ['keep', 'stop', 'start'] as const)
          assert.equal(
            tagged.bins.reduce((sum, { counts }) => sum + counts[tag], 0),
            tagged.counts[tag],
          );
        const counted = feedback.filter(({ tag, isSetAside }) => tag !== null && !isSetAside);
        if (period === 'all') assert.equal(sumOf(tagged.counts) + tagged.undated, counted.length);
        else assert.ok(sumOf(tagged.counts) + tagged.undated <= counted.length);
        const states = promiseStates.map((state) => promised.counts[state]);
        assert.equal(
          states.reduce((sum, count) => sum + count, 0),
          promised.total,
        );
        assert.equal(
          promised.bins.flatMap(({ counts }) => Object.values(counts)).reduce((sum, count) => sum + count, 0),
          promised.total,
        );
        if (period === 'all') assert.equal(promised.total + promised.undated, actions.length);
        assert.equal(
          followed.bins.reduce((sum, { count }) => sum + count, 0),
          followed.days.length,
        );
      }),
      { numRuns: 200 },
    );
  });
});

const anyTime = fc.oneof(
  fc
    .date({ min: new Date('2001-01-01'), max: new Date('2026-06-30'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  fc.constantFrom('', 'never', '0001-01-01T00:00:00Z', '2999-01-01T00:00:00Z'),
);
const anyFeedback = fc.array(
  fc
    .record({
      id: fc.uuid(),
      createdAt: anyTime,
      tag: fc.constantFrom('keep' as const, 'stop' as const, 'start' as const, null),
      isSetAside: fc.boolean(),
      isBot: fc.boolean(),
      goalIds: fc.subarray(['g1', 'g2', 'gone']),
    })
    .map((some) => ({ ...some, kind: 'line', inReplyTo: null }) as unknown as Feedback),
  { maxLength: 60 },
);
const anyActions = fc.array(
  fc
    .record({
      createdAt: anyTime,
      dueDate: fc.constantFrom(null, '2026-06-30', '2026-07-01', '2019-01-01'),
      doneAt: fc.option(anyTime, { nil: null }),
    })
    .map((some) => ({ ...some, goalId: null }) as unknown as NextAction),
  { maxLength: 30 },
);
