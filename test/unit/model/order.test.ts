import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { JournalEvent } from '../../../src/model/events.ts';
import { compareEvents, inOrder, sortEvents } from '../../../src/model/order.ts';
import { People } from '../../../src/model/people.ts';
import { isAboutAny, refsOf } from '../../../src/model/refs.ts';
import { anyEvents } from '../journal/payloads.ts';

const events = (most: number) =>
  anyEvents(most).map((some) =>
    some.map(({ writer, ...event }) => ({ ...event, ...(writer ? { writer } : { isPrivate: true }) })),
  ) as fc.Arbitrary<JournalEvent[]>;

describe('sortEvents', () => {
  it('gives the one order, whatever is in order already, and changes nothing', () => {
    fc.assert(
      fc.property(events(30), fc.nat(30), (some, cut) => {
        const runs = [...some.slice(0, cut).sort(compareEvents), ...some.slice(cut).sort(compareEvents)];
        for (const given of [some, runs]) {
          const before = given.slice();
          assert.deepEqual(sortEvents(given), given.toSorted(compareEvents));
          assert.deepEqual(given, before);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('inOrder', () => {
  it('leaves each event once, wherever its doubles stand, and both where one id says two things', () => {
    const contentOf = ({ writer, isPrivate, ...event }: JournalEvent) => JSON.stringify(event);
    fc.assert(
      fc.property(events(12), fc.infiniteStream(fc.nat(3)), (some, picks) => {
        // Some of them again, in another folder or in the same one.
        const again = some
          .filter(() => picks.next().value === 0)
          .map(({ isPrivate, ...event }) => ({ ...event, writer: 'cccccccc' }) as JournalEvent);
        const { ordered } = inOrder([...some, ...again], new People());
        assert.deepEqual(ordered.map(contentOf).sort(), [...new Set(some.map(contentOf))].sort());
        for (const event of ordered) assert.ok(some.includes(event) || again.includes(event));
      }),
      { numRuns: 500 },
    );
  });
});

describe('isAboutAny', () => {
  it('finds the records that refsOf lists', () => {
    fc.assert(
      fc.property(events(5), fc.subarray(['r1', 'r2', 'r3']), (some, records) => {
        for (const event of some) {
          const wanted = refsOf(event).some((record) => records.includes(record));
          assert.equal(isAboutAny(event, new Set(records)), wanted, event.type);
        }
      }),
      { numRuns: 500 },
    );
  });
});
