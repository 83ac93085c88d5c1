/** Hybrid logical time: milliseconds since 1970 and a counter for events of one millisecond. */
export type Time = [number, number];

/** How far ahead of the local clock another clone's time may be before it is taken for a wrong clock. */
export const plausibleFuture = 24 * 60 * 60 * 1000;
const highestCounter = 2 ** 31;

/** Negative where `a` comes first. */
export function compareTimes(a: readonly [number, number], b: readonly [number, number]): number {
  return a[0] - b[0] || a[1] - b[1];
}

/** The smallest time after `time`. The counter is bounded, since strangers' lines choose where it starts. */
export function after(time: readonly [number, number]): Time {
  return time[1] >= highestCounter ? [time[0] + 1, 0] : [time[0], time[1] + 1];
}

/**
 * Gives times to new events: never smaller than the largest time seen, so that a correction sorts behind
 * what it corrects although two machines' clocks differ.
 */
export class Clock {
  private last: Time = [0, 0];
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  /** False where the time lies further ahead than any clock that is merely a little wrong. */
  isPlausible(time: readonly [number, number]): boolean {
    return time[0] <= this.now() + plausibleFuture;
  }

  /** Takes note of an event's time; an implausible one is not followed. */
  observe(time: readonly [number, number]): void {
    if (compareTimes(time, this.last) > 0 && this.isPlausible(time)) {
      this.last = [time[0], time[1]];
    }
  }

  /** The time of a new event. */
  tick(): Time {
    const now = Math.max(0, Math.trunc(this.now()));
    this.last = now > this.last[0] ? [now, 0] : after(this.last);
    return [this.last[0], this.last[1]];
  }
}
