import type { Pairing, Session } from '../../model/session.ts';
import type { Mentorship } from '../../model/state.ts';
import { monthOfTime } from './months.ts';
import type { MentorshipLoad, MonthId, MonthLoad } from './types.ts';

/** What a space says that a load is made of. */
export type SpaceTold = {
  /** Slug of its space. */
  space: string;
  mentorship: Mentorship | null;
  sessions: readonly Pick<Session, 'date' | 'heldAt' | 'people' | 'minutes' | 'pairingId'>[];
  pairings: readonly Pick<Pairing, 'id' | 'startedAt' | 'endedAt' | 'people' | 'sessionId'>[];
  /** ISO times of the user's reviews for its mentees; see `reviewsOf`. */
  reviews: readonly string[];
  /** Whether a name is the user's in this space. */
  isMe: (name: string) => boolean;
};

export type LoadOptions = {
  /** Months that are looked at, oldest first; see `lastMonths`. */
  months: readonly MonthId[];
  /** What the mentor gives a review, `null` where they have not said. */
  minutesPerReview: number | null;
  now: Date;
};

/** Longer than this, somebody forgot to end a pairing, or mistyped a session: what it took is not known. */
const longest = 12 * 60;
/** Somebody whose day is ahead may have logged tomorrow; what is later was held on no day. */
const ahead = 36 * 3600_000;

/**
 * What each mentorship in which the user mentors took of them, month by month: sessions that were held and pairings of
 * which no session tells, in which the user took part. Nothing is guessed: what has no length is counted as such.
 */
export function loadsOf(spaces: readonly SpaceTold[], options: LoadOptions): MentorshipLoad[] {
  return spaces.flatMap((space) => {
    const { mentorship, isMe } = space;
    if (!mentorship?.mentors.some(isMe)) return [];
    return [
      {
        space: space.space,
        title: mentorship.title,
        mentees: mentorship.mentees.filter((name) => !isMe(name)),
        isActive: mentorship.status === 'active',
        hoursPerMonth: mentorship.hoursPerMonth,
        months: monthsOf(space, options),
      },
    ];
  });
}

function monthsOf(told: SpaceTold, { months, minutesPerReview, now }: LoadOptions): MonthLoad[] {
  const { sessions, pairings, reviews, isMe } = told;
  const byMonth = new Map(months.map((month) => [month, blank(month, minutesPerReview)]));
  const spend = (time: string, minutes: number | null) => {
    const month = byMonth.get(monthOfTime(time) ?? '');
    if (!month || Date.parse(time) > now.getTime() + ahead) return;
    month.sessions++;
    if (minutes !== null && minutes > 0 && minutes <= longest) month.minutes += minutes;
    else month.unknownSessions++;
  };
  const inSessions = new Set<string>();
  for (const { date, heldAt, people, minutes, pairingId } of sessions) {
    if (heldAt === null || !people.some(isMe)) continue;
    if (pairingId !== null) inSessions.add(pairingId);
    spend(date, minutes);
  }
  for (const { id, startedAt, endedAt, people, sessionId } of pairings) {
    if (!people.some(isMe) || sessionId !== null || inSessions.has(id)) continue;
    const took = endedAt === null ? Number.NaN : Date.parse(endedAt) - Date.parse(startedAt);
    spend(startedAt, Number.isFinite(took) ? Math.round(took / 60_000) : null);
  }
  for (const time of reviews) {
    const month = byMonth.get(monthOfTime(time) ?? '');
    if (!month || Date.parse(time) > now.getTime() + ahead) continue;
    month.reviews++;
    if (minutesPerReview !== null) month.reviewMinutes = (month.reviewMinutes ?? 0) + minutesPerReview;
  }
  return [...byMonth.values()];
}

const blank = (month: MonthId, minutesPerReview: number | null): MonthLoad => ({
  ...{ month, minutes: 0, sessions: 0, unknownSessions: 0, reviews: 0 },
  reviewMinutes: minutesPerReview === null ? null : 0,
});

/** All mentorships of a month together. */
export function sumOf(loads: readonly Pick<MentorshipLoad, 'months'>[], month: MonthId): MonthLoad {
  const sum = blank(month, null);
  for (const one of loads.flatMap(({ months }) => months.filter((each) => each.month === month))) {
    sum.minutes += one.minutes;
    sum.sessions += one.sessions;
    sum.unknownSessions += one.unknownSessions;
    sum.reviews += one.reviews;
    if (one.reviewMinutes !== null) sum.reviewMinutes = (sum.reviewMinutes ?? 0) + one.reviewMinutes;
  }
  return sum;
}

/** Minutes that are known: of sessions, and of reviews where the mentor gives them any. */
export const minutesIn = ({ minutes, reviewMinutes }: MonthLoad): number => minutes + (reviewMinutes ?? 0);
