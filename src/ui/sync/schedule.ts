/*
 * When to sync by itself. Pure: times are milliseconds since 1970 and come in from outside, and so does chance.
 */

/** Own events are collected until nobody has written for this long, and no longer than that, in milliseconds. */
const settle = 2000;
const longestSettle = 8000;
/** Between two looks that the window's focus calls for, in milliseconds: switching windows is not worth one each. */
const restAfterLook = 10_000;
/** The first wait after a failure lies below this, and no wait is longer than that, in milliseconds. */
const firstWait = 2000;
const longestWait = 120_000;
/** A failure that only a person can mend is tried again this late, in milliseconds. */
const waitForPerson = 600_000;

/** What the plan is made from. */
export type SyncTimes = {
  /** Between two looks for what others wrote; 0 for never by itself. */
  interval: number;
  isFocused: boolean;
  /** When the first and the last own event was written that is not known to be with the others. */
  changed: { first: number; last: number } | null;
  /** When the window got the focus, until a sync began after that. */
  focusedAt: number | null;
  /** When the last try ended, 0 where there was none. */
  endedAt: number;
  /** Not before this by itself, after a failure; `null` after a success. */
  retryAt: number | null;
};

/** When to sync next; `null` for not by itself as things stand. May lie in the past: then it is due. */
export function nextSync(times: SyncTimes): number | null {
  const { interval, changed, focusedAt, endedAt, retryAt } = times;
  if (interval === 0 || !times.isFocused) return null;
  const byFocus = focusedAt === null ? Infinity : Math.max(focusedAt, endedAt + restAfterLook);
  if (retryAt !== null) return Math.min(retryAt, byFocus);
  const byChange = changed ? Math.min(changed.last + settle, changed.first + longestSettle) : Infinity;
  return Math.min(byChange, byFocus, endedAt + interval);
}

/**
 * How long to wait after the n-th failure in a row: any time up to a bound that doubles, so that many windows which
 * lost the same network do not come back in step.
 * @param chance from 0 to 1, 1 excluded
 */
export function backoff(failures: number, chance: number, needsPerson = false): number {
  if (needsPerson) return waitForPerson;
  return chance * Math.min(firstWait * 2 ** Math.max(0, failures - 1), longestWait);
}
