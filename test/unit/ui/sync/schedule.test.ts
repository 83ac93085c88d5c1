import assert from 'node:assert/strict';
import fc from 'fast-check';
import { backoff, nextSync, type SyncTimes } from '../../../../src/ui/sync/schedule.ts';

const minute = 60_000;
const now = 1_000_000;
const calm: SyncTimes = {
  interval: minute,
  isFocused: true,
  changed: null,
  focusedAt: null,
  endedAt: now,
  retryAt: null,
};

describe('nextSync', () => {
  it('looks for what others wrote at the interval, the first time at once', () => {
    assert.equal(nextSync(calm), now + minute);
    assert.ok(nextSync({ ...calm, endedAt: 0 })! <= now);
  });

  it('never syncs by itself with an interval of 0, nor while the window has no focus', () => {
    const due = { ...calm, endedAt: 0, changed: { first: 1, last: 1 }, focusedAt: 1, retryAt: 1 };
    assert.ok(nextSync(due)! < now);
    assert.equal(nextSync({ ...due, interval: 0 }), null);
    assert.equal(nextSync({ ...due, isFocused: false }), null);
  });

  it('waits a few seconds for more after an own event, but not for ever', () => {
    assert.equal(nextSync({ ...calm, changed: { first: now, last: now } }), now + 2000);
    assert.equal(nextSync({ ...calm, changed: { first: now, last: now + 1500 } }), now + 3500);
    assert.equal(nextSync({ ...calm, changed: { first: now, last: now + 7900 } }), now + 8000);
  });

  it('looks when the window gets the focus, not at every switch of windows', () => {
    assert.equal(nextSync({ ...calm, focusedAt: now + 30_000 }), now + 30_000);
    assert.equal(nextSync({ ...calm, focusedAt: now + 1000 }), now + 10_000);
  });

  it('keeps the wait after a failure, whatever was written in between; the focus may shorten it', () => {
    const failed = { ...calm, retryAt: now + 50_000, changed: { first: now, last: now } };
    assert.equal(nextSync(failed), now + 50_000);
    assert.equal(nextSync({ ...failed, retryAt: now + 3 * minute }), now + 3 * minute);
    assert.equal(nextSync({ ...failed, focusedAt: now + 20_000 }), now + 20_000);
  });
});

describe('backoff', () => {
  it('may be anything up to a bound that doubles with each failure and ends at two minutes', () => {
    const bounds = [1, 2, 3, 4, 5, 6, 7, 8, 100].map((failures) => backoff(failures, 1));
    assert.deepEqual(bounds, [2000, 4000, 8000, 16_000, 32_000, 64_000, 120_000, 120_000, 120_000]);
    fc.assert(
      fc.property(
        fc.nat(2000),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (n, chance) => {
          const wait = backoff(n, chance);
          assert.ok(wait >= 0 && wait <= 120_000);
          assert.equal(wait, chance * backoff(n, 1));
        },
      ),
    );
  });

  it('rests longer where only a person can help', () => {
    assert.equal(backoff(1, 0, true), 600_000);
  });
});
