import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { JournalEvent } from '../../../src/model/events.ts';
import { isoTime } from '../../../src/model/isoTime.ts';

const at = (time: number) => isoTime({ time: [time, 0] } as JournalEvent);

describe('isoTime', () => {
  it('says what Date says, for neighbours of one day and for any others', () => {
    const near = fc.tuple(fc.nat(60_000), fc.nat(86_400_000 * 2)).map(([days, ms]) => days * 86_400_000 + ms);
    fc.assert(
      fc.property(
        fc.array(fc.oneof(near, fc.nat(8.64e15), fc.constantFrom(0, 253402300799999, 253402300800000))),
        (times) => {
          for (const time of times.flatMap((one) => [one, one + 1, one + 999])) {
            assert.equal(at(time), new Date(Math.min(time, 8.64e15)).toISOString());
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('says the latest that a date can hold beyond it', () => {
    assert.equal(at(2 ** 53 - 1), new Date(8.64e15).toISOString());
  });
});
