import type { Session, SessionKind } from '../../model/session.ts';
import { isIn, localDay, type Period, timeOf } from './period.ts';
import { type Spread, spreadOf } from './spread.ts';

/** Sessions held against the agreed rhythm. */
export type Rhythm = {
  /** Held in the period, of each kind. */
  held: { kind: SessionKind; count: number }[];
  count: number;
  /** Planned for a day that is over, and nobody has said that it was held. */
  notHeld: number;
  /** Held at a time that cannot be. */
  undated: number;
  /** Days from one check-in to the next, for each check-in of the period but the very first; oldest first. */
  gaps: { at: number; days: number }[];
  spread: Spread | null;
  longest: number | null;
  /** Days agreed between two check-ins; `null`: nothing was agreed. */
  agreed: number | null;
  /** How many of the gaps are no longer than agreed. */
  within: number;
  /** Days since the last check-in, `null` where there was none. */
  sinceLast: number | null;
};

const day = 86_400_000;

export function rhythmOf(
  { sessions, rhythmDays: agreed, now }: RhythmInput,
  period: Pick<Period, 'from' | 'to'>,
): Rhythm {
  const counts = new Map<SessionKind, number>();
  const checkIns = new Set<number>();
  const today = localDay(isoDay(now));
  let [notHeld, undated] = [0, 0];
  for (const { kind, date, heldAt } of sessions) {
    const at = timeOf(date, now);
    if (heldAt === null) {
      if (isIn(at, period) && at < today) notHeld++;
      continue;
    }
    if (at === null) undated++;
    else if (kind === 'check-in') checkIns.add(at);
    if (isIn(at, period)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const days = [...checkIns].sort((a, b) => a - b);
  const gaps = days.slice(1).flatMap((at, i) => {
    // Days of local time are not all equally long.
    const gap = Math.round((at - days[i]!) / day);
    return isIn(at, period) ? [{ at, days: gap }] : [];
  });
  const lengths = gaps.map((gap) => gap.days);
  const last = days.at(-1);
  return {
    held: [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => (a.kind < b.kind ? -1 : 1)),
    count: [...counts.values()].reduce((sum, count) => sum + count, 0),
    ...{ notHeld, undated, gaps, agreed },
    spread: spreadOf(lengths),
    longest: lengths.length === 0 ? null : Math.max(...lengths),
    within: agreed === null ? 0 : lengths.filter((length) => length <= agreed).length,
    sinceLast: last === undefined ? null : Math.max(0, Math.round((today - last) / day)),
  };
}

type RhythmInput = {
  sessions: readonly Pick<Session, 'kind' | 'date' | 'heldAt'>[];
  rhythmDays: number | null;
  now: Date;
};

/** The local day of a moment, `yyyy-mm-dd`. */
export function isoDay(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
