import type { Pairing } from '../../model/session.ts';

/** How a turn stands, as plain data for whoever draws it. */
export type Turn = {
  /** Who drives; `null` between a handoff and whoever takes over. */
  driver: string | null;
  /** Who was asked to take over, where nobody drives and somebody was named. */
  next: string | null;
  /** Whole minutes: those that are left, rounded up, or those for which the turn has been over, rounded down. */
  minutes: number;
  isOver: boolean;
  /** Milliseconds until one of these is another; `null` where that is no affair of the clock's. */
  changesIn: number | null;
  /** Milliseconds until the turn is over; `null` where it is, or where there is none. */
  endsIn: number | null;
};

const minute = 60_000;
/** Longer than this nobody counts for how many minutes a turn has been over. */
const longestOver = 60;

/**
 * How the turn of a pairing stands.
 * @param now milliseconds since 1970
 */
export function turnOf(pairing: Pairing, now: number): Turn {
  const { driver, since, turnMinutes, handoffs } = pairing;
  const begun = since === null ? Number.NaN : Date.parse(since);
  if (driver === null || Number.isNaN(begun)) {
    const last = handoffs.at(-1);
    const next = driver === null && last?.takenAt === null ? last.next : null;
    return { driver, next, minutes: 0, isOver: false, changesIn: null, endsIn: null };
  }
  // Clocks of two machines differ: a turn that has not begun yet begins now.
  const passed = Math.max(0, now - begun) - turnMinutes * minute;
  const left = -passed;
  if (left > 0) {
    const minutes = Math.ceil(left / minute);
    const changesIn = left - (minutes - 1) * minute;
    return { driver, next: null, minutes, isOver: false, changesIn, endsIn: left };
  }
  const over = Math.floor(passed / minute);
  const isCounted = over < longestOver;
  return {
    ...{ driver, next: null, isOver: true, minutes: isCounted ? over : longestOver },
    changesIn: isCounted ? (over + 1) * minute - passed : null,
    endsIn: null,
  };
}
