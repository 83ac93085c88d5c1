import type { Pairing, Session } from '../../model/session.ts';
import { type Bin, binAt, isIn, localDay, type Period, timeOf } from './period.ts';

/** A month of a reviewer's own comments, as the coach counts them; `month` is `yyyy-mm`. */
export type OwnMonth = {
  month: string;
  comments: number;
  withReason: number;
  withQuestion: number;
  withLabel: number;
};
type OwnCounts = Omit<OwnMonth, 'month'>;

/** A mentor's own part, for themselves. */
export type Mentoring = {
  own: { bins: (Bin & OwnCounts)[]; total: OwnCounts };
  time: {
    /** Minutes of sessions, and of pairings that no session tells of, by month. */
    bins: (Bin & { minutes: number })[];
    minutes: number;
    sessions: number;
    /** Sessions and pairings whose length is not known: the time was more. */
    unknown: number;
    /** Hours that a bin may take by the agreement; `null`: none was set. */
    hoursPerMonth: number | null;
  };
};

const blank = (): OwnCounts => ({ comments: 0, withReason: 0, withQuestion: 0, withLabel: 0 });
/** Longer than this, somebody forgot to end it. */
const longestPairing = 12 * 60;

/** @param input.isMe whether a name is the one of who looks at it */
export function mentoringOf(
  { own, sessions, pairings, hoursPerMonth, isMe, now }: MentoringInput,
  period: Pick<Period, 'from' | 'to' | 'bins'>,
): Mentoring {
  const bins = period.bins.map((bin) => ({ ...bin, ...blank() }));
  const total = blank();
  for (const { month, ...counts } of own) {
    const at = localDay(`${month}-01`);
    if (!isIn(at, period)) continue;
    const bin = bins[binAt(bins, at)]!;
    for (const name of Object.keys(total) as (keyof OwnCounts)[]) {
      total[name] += counts[name];
      bin[name] += counts[name];
    }
  }
  const time = period.bins.map((bin) => ({ ...bin, minutes: 0 }));
  let [minutes, held, unknown] = [0, 0, 0];
  const spend = (at: number, long: number | null) => {
    held++;
    if (long === null) unknown++;
    else {
      minutes += long;
      time[binAt(time, at)]!.minutes += long;
    }
  };
  const told = new Set<string>();
  for (const { date, heldAt, people, minutes: long, pairingId } of sessions) {
    if (heldAt === null || !people.some(isMe)) continue;
    if (pairingId !== null) told.add(pairingId);
    const at = timeOf(date, now);
    if (isIn(at, period)) spend(at, long !== null && long > 0 ? long : null);
  }
  for (const { id, startedAt, endedAt, people, sessionId } of pairings) {
    if (!people.some(isMe) || sessionId !== null || told.has(id)) continue;
    const [at, end] = [timeOf(startedAt, now), endedAt === null ? null : timeOf(endedAt, now)];
    if (!isIn(at, period)) continue;
    const long = end === null ? null : (end - at) / 60_000;
    spend(at, long !== null && long > 0 && long <= longestPairing ? Math.round(long) : null);
  }
  return {
    own: { bins, total },
    time: { bins: time, minutes, sessions: held, unknown, hoursPerMonth },
  };
}

type MentoringInput = {
  own: readonly OwnMonth[];
  sessions: readonly Pick<Session, 'date' | 'heldAt' | 'people' | 'minutes' | 'pairingId'>[];
  pairings: readonly Pick<Pairing, 'id' | 'startedAt' | 'endedAt' | 'people' | 'sessionId'>[];
  hoursPerMonth: number | null;
  isMe: (name: string) => boolean;
  now: Date;
};
