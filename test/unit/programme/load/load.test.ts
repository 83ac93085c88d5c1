import assert from 'node:assert/strict';
import { blankMentorship } from '../../../../src/model/records.ts';
import {
  lastMonths,
  loadsOf,
  minutesIn,
  overBudget,
  reviewsOf,
  type SpaceTold,
  sumOf,
} from '../../../../src/programme/load/index.ts';

const now = new Date(2026, 10, 22, 12);
const months = lastMonths(now, 3);
const isMe = (name: string) => name.toLowerCase() === 'mia';
const held = (
  date: string,
  minutes: number | null,
  people = ['mia', 'ada'],
  pairingId: string | null = null,
) => ({
  ...{ date, minutes, people, pairingId },
  heldAt: `${date}T12:00:00Z`,
});
const space = (told: Partial<SpaceTold> & { hours?: number | null } = {}): SpaceTold => ({
  space: 'one',
  mentorship: {
    ...{ title: 'One', kind: 'one-to-one', mentors: ['mia'], mentees: ['ada'], rhythmDays: 14 },
    hoursPerMonth: told.hours === undefined ? 4 : told.hours,
    ...blankMentorship,
  },
  ...{ sessions: [], pairings: [], reviews: [], isMe },
  ...told,
});
const options = { months, minutesPerReview: null, now };
const load = (told: Partial<SpaceTold>) => loadsOf([space(told)], options)[0]!;
const month = (told: Partial<SpaceTold>, at = '2026-11') =>
  load(told).months.find((one) => one.month === at)!;

describe('a mentor’s load', () => {
  it('looks at the months up to this one, over a new year, too', () => {
    assert.deepEqual(months, ['2026-09', '2026-10', '2026-11']);
    assert.deepEqual(lastMonths(new Date(2027, 0, 31), 3), ['2026-11', '2026-12', '2027-01']);
  });

  it('adds up the minutes of sessions that were held with the user', () => {
    const sessions = [
      held('2026-11-03', 60),
      held('2026-11-17', 45),
      held('2026-10-20', 30),
      held('2026-11-05', 50, ['bo', 'ada']),
      { ...held('2026-11-20', 60), heldAt: null },
      held('2026-12-24', 60),
      held('2025-11-03', 60),
    ];
    const { minutes, sessions: count, unknownSessions } = month({ sessions });
    assert.deepEqual({ minutes, count, unknownSessions }, { minutes: 105, count: 2, unknownSessions: 0 });
    assert.equal(month({ sessions }, '2026-10').minutes, 30);
  });

  it('says how many have no length, or none that can be, and guesses nothing', () => {
    const sessions = [held('2026-11-03', null), held('2026-11-04', 6000), held('2026-11-05', 0)];
    assert.deepEqual(month({ sessions }), {
      ...{ month: '2026-11', minutes: 0, sessions: 3, unknownSessions: 3, reviews: 0, reviewMinutes: null },
    });
  });

  it('counts a pairing once, be it told of by a session or not', () => {
    const pairing = (id: string, endedAt: string | null) => ({
      ...{ id, startedAt: '2026-11-10T09:00:00Z', endedAt, people: ['mia', 'ada'], sessionId: null },
    });
    const pairings = [
      pairing('a', '2026-11-10T10:30:00Z'),
      pairing('told', '2026-11-10T10:30:00Z'),
      pairing('open', null),
      pairing('forgotten', '2026-11-12T09:00:00Z'),
      { ...pairing('its-session', '2026-11-10T10:30:00Z'), sessionId: 's' },
    ];
    const sessions = [held('2026-11-10', 100, ['mia'], 'told')];
    const { minutes, sessions: count, unknownSessions } = month({ pairings, sessions });
    assert.deepEqual({ minutes, count, unknownSessions }, { minutes: 190, count: 4, unknownSessions: 2 });
  });

  it('counts reviews, and times them only where the mentor says how long one takes', () => {
    const reviews = ['2026-11-02T08:00:00Z', '2026-11-09T08:00:00Z', '2026-10-09T08:00:00Z', 'never'];
    assert.deepEqual([month({ reviews }).reviews, month({ reviews }).reviewMinutes], [2, null]);
    const [timed] = loadsOf([space({ reviews })], { ...options, minutesPerReview: 20 });
    assert.equal(timed!.months.at(-1)!.reviewMinutes, 40);
    assert.equal(minutesIn(timed!.months.at(-1)!), 40);
  });

  it('leaves out spaces in which the user does not mentor', () => {
    assert.deepEqual(
      loadsOf([space({ isMe: (name) => name === 'ada' }), space({ mentorship: null })], options),
      [],
    );
  });

  it('is summed over all mentorships', () => {
    const all = loadsOf(
      [
        space({ sessions: [held('2026-11-03', 60)] }),
        space({ space: 'two', sessions: [held('2026-11-04', 30)] }),
      ],
      options,
    );
    assert.equal(sumOf(all, '2026-11').minutes, 90);
  });
});

describe('a mentor’s own budget', () => {
  const spent = (minutes: number, hours: number | null = 4, status: 'active' | 'paused' = 'active') => {
    const told = space({
      hours,
      sessions: [held('2026-11-03', minutes / 2), held('2026-11-04', minutes / 2)],
    });
    return loadsOf([{ ...told, mentorship: { ...told.mentorship!, status } }], options);
  };
  const state = (all: ReturnType<typeof spent>, own: number | null = null) => {
    const { hours, budget, isOver } = overBudget(all, { now, own });
    return [hours, budget, isOver];
  };

  it('is the sum of what was agreed where the mentor set none', () => {
    assert.deepEqual(state([...spent(240), ...spent(300)]), [9, 8, true]);
    assert.deepEqual(state(spent(240)), [4, 4, false]);
  });

  it('is what the mentor set, also where that is nothing', () => {
    assert.deepEqual(state(spent(240), 3), [4, 3, true]);
    assert.deepEqual(state(spent(30), 0), [0.5, 0, true]);
    assert.deepEqual(state([], 0), [0, 0, false]);
  });

  it('is not known where one mentorship says nothing, and then nobody is over it', () => {
    assert.deepEqual(state([...spent(240), ...spent(600, null)]), [14, null, null]);
    assert.deepEqual(state([]), [0, null, null]);
  });

  it('counts hours of a mentorship that rests, and not its agreed ones', () => {
    assert.deepEqual(state([...spent(240, 10, 'paused'), ...spent(60)]), [5, 4, true]);
  });
});

describe('reviews of a mentor', () => {
  const comment = (login: string, createdAt: string) => ({
    ...{ nodeId: 'n', databaseId: '1', body: '', url: '', updatedAt: createdAt, isMinimized: false },
    author: { login, isBot: false },
    createdAt,
  });
  const review = (login: string, createdAt: string, verdict: 'COMMENTED' | 'PENDING' = 'COMMENTED') => ({
    ...comment(login, createdAt),
    verdict,
  });
  const pull = (number: number, author: string, reviews: ReturnType<typeof review>[]) => ({
    ...{ repository: 'a/b', number, author: { login: author, isBot: false }, reviews, threads: [] },
  });
  const who = { author: (login: string) => login === 'ada', reviewer: isMe };

  it('count once for a pull request and a day, the mentees’ only, and none that waits', () => {
    const pulls = [
      pull(1, 'ada', [
        review('Mia', '2026-11-02T12:05:00Z'),
        review('mia', '2026-11-02T12:00:00Z'),
        review('mia', '2026-11-03T12:00:00Z'),
        review('mia', '2026-11-04T12:00:00Z', 'PENDING'),
        review('bo', '2026-11-05T12:00:00Z'),
      ]),
      pull(2, 'bo', [review('mia', '2026-11-02T12:00:00Z')]),
      pull(3, 'mia', [review('mia', '2026-11-02T12:00:00Z')]),
      pull(4, 'ada', [review('mia', 'some day')]),
    ];
    assert.deepEqual(reviewsOf(pulls, who), ['2026-11-02T12:00:00Z', '2026-11-03T12:00:00Z']);
  });
});
