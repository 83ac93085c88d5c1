import { dayOf } from '../../model/isoDate.ts';
import { dayOfTime, daysAfter, daysBetween, later } from './days.ts';
import type { Day, Look, SignOf } from './types.ts';

/** Sessions held against the agreed rhythm. */
export type Rhythm = {
  /** Days agreed between two sessions; `null`: none, or by milestones. */
  rhythmDays: number | null;
  /** The last session held, and the next one planned. */
  last: Day | null;
  next: Day | null;
  /** Days since the last session, or since it began or went on; `null` where nothing tells. */
  days: number | null;
  /** Days between two sessions, the oldest first. */
  gaps: number[];
  /** How many of these were no longer than agreed. */
  within: number;
  /**
   * Kept: no more than one and a half times the rhythm has passed since the last session. `null`: nothing was agreed, it
   * rests, or nothing tells.
   */
  isKept: boolean | null;
};

type Told = Pick<Look, 'mentorship' | 'since' | 'resumedAt' | 'now'> & {
  state: Pick<Look['state'], 'sessions'>;
};

export function rhythmOf({ mentorship, state, since, resumedAt, now }: Told): Rhythm {
  const today = dayOf(now);
  const tomorrow = daysAfter(today, 1);
  // Somebody whose day is ahead may have held one tomorrow; what is later than that was held on no day.
  const held = [
    ...new Set(
      state.sessions.flatMap(({ heldAt, date }) =>
        heldAt !== null && date <= tomorrow ? [date > today ? today : date] : [],
      ),
    ),
  ].sort();
  const planned = state.sessions.flatMap(({ heldAt, date }) =>
    heldAt === null && date >= today ? [date] : [],
  );
  const rhythmDays = mentorship?.rhythmDays ?? null;
  const last = held.at(-1) ?? null;
  const from = begunAt({ since, resumedAt, last });
  const days = from === null || from > today ? null : daysBetween(from, today);
  const gaps = held.slice(1).map((day, i) => daysBetween(held[i]!, day));
  const isKnown = rhythmDays !== null && days !== null && mentorship?.status === 'active';
  return {
    ...{ rhythmDays, last, days, gaps, next: planned.sort()[0] ?? null },
    within: rhythmDays === null ? 0 : gaps.filter((gap) => gap <= rhythmDays).length,
    isKept: isKnown ? days <= rhythmDays * 1.5 : null,
  };
}

/** Since when a session is missing: the last one, or when it began, or went on after a pause. */
const begunAt = ({ since, resumedAt, last }: Pick<Look, 'since' | 'resumedAt'> & { last: Day | null }) =>
  later(later(last, dayOfTime(since)), dayOfTime(resumedAt));

/** No session for twice the rhythm, and none planned for the time of one. */
export function rhythmSign(look: Look): SignOf<'rhythm'> | null {
  const { rhythmDays, last, next, days } = rhythmOf(look);
  if (rhythmDays === null || days === null || days < 2 * rhythmDays) return null;
  const today = dayOf(look.now);
  if (next !== null && next <= daysAfter(today, Math.min(rhythmDays, 14))) return null;
  return { kind: 'rhythm', about: null, last, since: daysAfter(today, -days), days, rhythmDays };
}
