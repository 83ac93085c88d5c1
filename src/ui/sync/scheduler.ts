import { backoff, nextSync, type SyncTimes } from './schedule.ts';

/** The clock and chance, to be put in a test's hands. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back once after so many milliseconds, unless disposed. */
  after(milliseconds: number, act: () => void): { dispose(): void };
  /** From 0 to 1, 1 excluded. */
  random(): number;
};

export type SchedulerParts = {
  /**
   * One sync. Resolves to 'busy' where another window is at it, and then somebody else's sync tells nothing about
   * what was just written here. Rejects when it failed.
   */
  sync: (signal: AbortSignal, options: { isAsked: boolean }) => Promise<'done' | 'busy'>;
  /** Milliseconds between two looks for what others wrote; 0 for never by itself. */
  interval: () => number;
  /** Whether only a person can mend this. */
  needsPerson: (error: unknown) => boolean;
  isFocused: boolean;
  clock?: Clock;
};

/** Longest that a timer can hold, and how soon to look again where another window was at it, in milliseconds. */
const longestTimer = 24 * 3600_000;
const busyWait = 3000;

/** Syncs one space by itself and when asked, one sync at a time. */
export class Scheduler {
  readonly #parts: SchedulerParts;
  readonly #clock: Clock;
  readonly #times: Omit<SyncTimes, 'interval'>;
  readonly #abort = new AbortController();
  #failures = 0;
  #timer: { dispose(): void } | undefined;
  #running: Promise<void> | undefined;
  #asked: Promise<void> | undefined;

  constructor(parts: SchedulerParts) {
    this.#parts = parts;
    this.#clock = parts.clock ?? systemClock;
    const focusedAt = parts.isFocused ? this.#clock.now() : null;
    this.#times = { isFocused: parts.isFocused, changed: null, focusedAt, endedAt: 0, retryAt: null };
    this.plan();
  }

  /** Own events were written. */
  changed(): void {
    const now = this.#clock.now();
    this.#times.changed = { first: this.#times.changed?.first ?? now, last: now };
    this.plan();
  }

  /** The window got or lost the focus. What waits goes out before the rest begins. */
  setFocus(isFocused: boolean): void {
    if (this.#times.isFocused === isFocused) return;
    this.#times.isFocused = isFocused;
    this.#times.focusedAt = isFocused ? this.#clock.now() : null;
    const { changed, retryAt } = this.#times;
    if (!isFocused && changed && retryAt === null && this.#parts.interval() > 0) this.#runQuietly();
    this.plan();
  }

  /** Something has changed that the last failure may have come from: another sign-in, another setting. */
  tryAgain(): void {
    if (this.#times.retryAt !== null) this.#times.retryAt = this.#clock.now();
    this.#failures = 0;
    this.plan();
  }

  /**
   * Syncs what was written up to now: one that is under way may have begun before. Rejects with what the sync
   * rejects with.
   */
  syncNow(): Promise<void> {
    // Who asks while one who asked is still waiting is served with them.
    this.#asked ??= (async () => {
      await this.#running?.catch(() => {});
      this.#asked = undefined;
      await this.#run({ isAsked: true });
    })();
    return this.#asked;
  }

  /** Plans anew, since the interval may be another one. */
  plan(): void {
    this.#timer?.dispose();
    this.#timer = undefined;
    if (this.#running || this.#asked || this.#abort.signal.aborted) return;
    const at = nextSync({ ...this.#times, interval: this.#parts.interval() });
    if (at === null) return;
    const wait = Math.max(0, at - this.#clock.now());
    this.#timer =
      wait > longestTimer
        ? this.#clock.after(longestTimer, () => this.plan())
        : this.#clock.after(wait, () => this.#runQuietly());
  }

  /** Stops the sync that is under way, and all to come, for this reason. Resolves when it does nothing any more. */
  async stop(reason: Error): Promise<void> {
    this.#abort.abort(reason);
    this.#timer?.dispose();
    await this.#running?.catch(() => {});
  }

  #runQuietly(): void {
    if (this.#running || this.#asked || this.#abort.signal.aborted) return;
    // Who shows what went wrong is the sync itself.
    this.#run({ isAsked: false }).catch(() => {});
  }

  #run(options: { isAsked: boolean }): Promise<void> {
    this.#timer?.dispose();
    const run = this.#once(options).finally(() => {
      this.#running = undefined;
      this.plan();
    });
    this.#running = run;
    return run;
  }

  async #once(options: { isAsked: boolean }): Promise<void> {
    // What was written up to now goes with this try, or with the next one that `retryAt` calls for.
    this.#times.changed = null;
    this.#times.focusedAt = null;
    try {
      this.#abort.signal.throwIfAborted();
      if ((await this.#parts.sync(this.#abort.signal, options)) === 'busy') {
        this.#times.retryAt = this.#clock.now() + busyWait;
        return;
      }
      this.#failures = 0;
      this.#times.retryAt = null;
    } catch (error) {
      this.#failures += 1;
      const wait = backoff(this.#failures, this.#clock.random(), this.#parts.needsPerson(error));
      this.#times.retryAt = this.#clock.now() + wait;
      throw error;
    } finally {
      this.#times.endedAt = this.#clock.now();
    }
  }
}

const systemClock: Clock = {
  now: Date.now,
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds);
    return { dispose: () => clearTimeout(timer) };
  },
  random: Math.random,
};
