import assert from 'node:assert/strict';
import { type Clock, Scheduler, type SchedulerParts } from '../../../../src/ui/sync/scheduler.ts';

const minute = 60_000;

/** A clock that stands still until a test moves it. */
class Hands implements Clock {
  #now = 1_000_000;
  #timers = new Set<{ at: number; act: () => void }>();
  chance = 0.5;
  now = () => this.#now;
  random = () => this.chance;
  after(milliseconds: number, act: () => void) {
    const timer = { at: this.#now + milliseconds, act };
    this.#timers.add(timer);
    return { dispose: () => void this.#timers.delete(timer) };
  }
  /** Lets time pass; what was started by a timer gets its turn. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      await settled();
      const [next] = [...this.#timers].sort((a, b) => a.at - b.at);
      if (!next || next.at > end) break;
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.act();
    }
    this.#now = end;
  }
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** What the syncs of a test do, and when they were called. */
function make(options: Partial<SchedulerParts> = {}) {
  const clock = new Hands();
  const began: number[] = [];
  const begun = clock.now();
  let outcome: 'done' | 'busy' | Error | Promise<'done'> = 'done';
  const scheduler = new Scheduler({
    sync: async (signal) => {
      began.push(clock.now() - begun);
      if (outcome instanceof Promise) {
        return await Promise.race([
          outcome,
          new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
        ]);
      }
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
    interval: () => minute,
    needsPerson: () => false,
    isFocused: true,
    clock,
    ...options,
  });
  return {
    scheduler,
    clock,
    /** Milliseconds after the start at which syncs began, since this was asked last. */
    began: () => began.splice(0),
    from: (next: typeof outcome) => {
      outcome = next;
    },
  };
}

describe('Scheduler', () => {
  it('syncs at once, and then every interval while the window has the focus', async () => {
    const { clock, began, scheduler } = make();
    await clock.pass(3 * minute);
    assert.deepEqual(began(), [0, minute, 2 * minute, 3 * minute]);
    scheduler.setFocus(false);
    await clock.pass(60 * minute);
    assert.deepEqual(began(), []);
    scheduler.setFocus(true);
    await clock.pass(0);
    assert.deepEqual(began(), [63 * minute]);
  });

  it('collects what is written within seconds into one sync', async () => {
    const { clock, began, scheduler } = make();
    await clock.pass(20_000);
    began();
    for (let i = 0; i < 3; i++) {
      scheduler.changed();
      await clock.pass(1000);
    }
    await clock.pass(10_000);
    assert.deepEqual(began(), [24_000]);
    for (let i = 0; i < 20; i++) {
      scheduler.changed();
      await clock.pass(1000);
    }
    await clock.pass(5000);
    const [first, second] = began();
    assert.equal(first, 33_000 + 8000);
    assert.ok(second, 'what was written later goes out later');
  });

  it('lets what waits go out when the window loses the focus, and rests then', async () => {
    const { clock, began, scheduler } = make();
    await clock.pass(20_000);
    began();
    scheduler.changed();
    scheduler.setFocus(false);
    await clock.pass(minute);
    assert.deepEqual(began(), [20_000]);
    scheduler.changed();
    await clock.pass(60 * minute);
    assert.deepEqual(began(), []);
    scheduler.setFocus(true);
    await clock.pass(0);
    assert.equal(began().length, 1);
  });

  it('waits longer after each failure, by chance; what waits is not forgotten', async () => {
    const { clock, began, scheduler, from } = make();
    await clock.pass(0);
    began();
    from(new Error('no network'));
    scheduler.changed();
    await clock.pass(2000);
    assert.deepEqual(began(), [2000]);
    await clock.pass(30_000);
    // Half of 2, 4, 8, 16, 32 seconds.
    assert.deepEqual(began(), [3000, 5000, 9000, 17_000]);
    from('done');
    await clock.pass(minute);
    assert.deepEqual(began().slice(0, 1), [33_000]);
  });

  it('starts from small waits again after a success', async () => {
    const { clock, began, from } = make();
    from(new Error('no network'));
    await clock.pass(20_000);
    from('done');
    await clock.pass(minute);
    began();
    from(new Error('no network'));
    await clock.pass(minute);
    const times = began();
    assert.equal(times[1]! - times[0]!, 1000);
  });

  it('looks again soon where another window is at it, and does not count that as a failure', async () => {
    const { clock, began, scheduler, from } = make();
    await clock.pass(20_000);
    began();
    from('busy');
    scheduler.changed();
    await clock.pass(9000);
    assert.deepEqual(began(), [22_000, 25_000, 28_000]);
    from('done');
    await clock.pass(10_000);
    assert.deepEqual(began(), [31_000]);
  });

  it('runs one sync at a time; who asks meanwhile gets one that begins afterwards', async () => {
    const { clock, began, scheduler, from } = make();
    let end = (_: 'done') => {};
    from(new Promise<'done'>((resolve) => (end = resolve)));
    await clock.pass(0);
    const both = Promise.all([scheduler.syncNow(), scheduler.syncNow()]);
    scheduler.changed();
    await clock.pass(minute);
    assert.deepEqual(began(), [0]);
    from('done');
    end('done');
    await both;
    assert.deepEqual(began(), [minute]);
  });

  it('rejects for who asked, at whatever interval and without the focus, and goes on', async () => {
    const { clock, began, scheduler, from } = make({ interval: () => 0, isFocused: false });
    from(new Error('no network'));
    await assert.rejects(scheduler.syncNow(), /no network/);
    from('done');
    await scheduler.syncNow();
    await clock.pass(60 * minute);
    assert.deepEqual(began(), [0, 0]);
  });

  it('waits for a person where only a person can help, and goes on as soon as one did', async () => {
    const { clock, began, scheduler, from } = make({ needsPerson: () => true });
    from(new Error('not signed in'));
    await clock.pass(9 * minute);
    assert.deepEqual(began(), [0]);
    from('done');
    scheduler.tryAgain();
    await clock.pass(0);
    assert.deepEqual(began(), [9 * minute]);
  });

  it('aborts the sync under way when it is stopped, and starts none any more', async () => {
    const { clock, began, scheduler, from } = make();
    from(new Promise<'done'>(() => {}));
    await clock.pass(0);
    await scheduler.stop(new Error('another space'));
    scheduler.changed();
    scheduler.setFocus(false);
    scheduler.tryAgain();
    await clock.pass(60 * minute);
    assert.deepEqual(began(), [0]);
    await assert.rejects(scheduler.syncNow(), /another space/);
  });
});
