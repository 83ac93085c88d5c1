import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assign, never, wouldHelp } from '../../../../src/programme/match/assign.ts';

type Case = { rows: number; places: number[]; points: Int32Array };

/** Small, with ties, full mentors and pairs that must not be. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    rows: fc.nat(5),
    places: fc.array(fc.nat(3), { maxLength: 4 }),
    most: fc.constantFrom(1, 3, 1000),
  })
  .chain(({ rows, places, most }) =>
    fc
      .array(fc.oneof(fc.constant(never), fc.nat(most), fc.nat(most)), {
        minLength: rows * places.length,
        maxLength: rows * places.length,
      })
      .map((points) => ({ rows, places, points: Int32Array.from(points) })),
  );

/** Every way to give rows columns, tried one by one. */
function bruteForce({ rows, places, points }: Case): { count: number; sum: number } {
  const left = [...places];
  let best = { count: 0, sum: 0 };
  const go = (row: number, count: number, sum: number) => {
    if (row === rows) {
      if (count > best.count || (count === best.count && sum > best.sum)) best = { count, sum };
      return;
    }
    go(row + 1, count, sum);
    for (const [column, free] of left.entries()) {
      const own = points[row * places.length + column]!;
      if (free === 0 || own < 0) continue;
      left[column]!--;
      go(row + 1, count + 1, sum + own);
      left[column]!++;
    }
  };
  go(0, 0, 0);
  return best;
}

function sumOf({ points, places }: Case, columnOf: Int32Array): { count: number; sum: number } {
  let [count, sum] = [0, 0];
  for (const [row, column] of columnOf.entries()) {
    if (column === never) continue;
    count++;
    sum += points[row * places.length + column]!;
  }
  return { count, sum };
}

describe('an assignment', () => {
  it('is the best there is: most rows first, then most points', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const columnOf = assign(one.points, one.rows, one.places);
        assert.deepEqual(sumOf(one, columnOf), bruteForce(one));
      }),
      { numRuns: 3000 },
    );
  });

  it('breaks no capacity and makes no forbidden pair', () => {
    fc.assert(
      fc.property(cases, ({ rows, places, points }) => {
        const columnOf = assign(points, rows, places);
        for (const [column, free] of places.entries())
          assert.ok(columnOf.filter((one) => one === column).length <= free);
        for (const [row, column] of columnOf.entries())
          if (column !== never) assert.ok(points[row * places.length + column]! >= 0);
      }),
      { numRuns: 1000 },
    );
  });

  it('moves others along a chain for one more', () => {
    // b and c can only have the first column each of them shares with another.
    const points = Int32Array.from([9, 8, never, 7, never, never, never, 5, 1]);
    assert.deepEqual([...assign(points, 3, [1, 1, 1])], [1, 0, 2]);
  });

  it('leaves one out rather than two', () => {
    const points = Int32Array.from([1000, 0, 1000, never]);
    assert.deepEqual([...assign(points, 2, [1, 1])], [1, 0]);
  });

  it('says rightly where one more place would help', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { rows, places, points } = one;
        const columnOf = assign(points, rows, places);
        const before = bruteForce(one).count;
        for (const [row, had] of columnOf.entries()) {
          if (had !== never) continue;
          const found = wouldHelp(row, { points, columns: places.length, columnOf });
          for (const column of found) {
            const more = places.map((free, at) => (at === column ? free + 1 : free));
            assert.equal(bruteForce({ ...one, places: more }).count, before + 1);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
