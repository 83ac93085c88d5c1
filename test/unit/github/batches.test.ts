import assert from 'node:assert/strict';
import { inBatches } from '../../../src/github/batches.ts';
import { failureOfStatus, noConnection } from '../../../src/github/failure.ts';

const busy = failureOfStatus({ status: 502, headers: {}, data: null }, 0);

/** Runs 1..count through batches; `fails` says which batches do. */
async function go(count: number, size: number, fails: (batch: readonly number[]) => Error | null) {
  const seen = { batches: [] as number[][], shrunk: [] as number[], givenUp: [] as number[] };
  const error = await inBatches({
    items: Array.from({ length: count }, (_, i) => i + 1),
    size,
    atOnce: 1,
    run: async (batch) => {
      const failure = fails(batch);
      if (failure) throw failure;
      seen.batches.push([...batch]);
    },
    onShrink: (to) => seen.shrunk.push(to),
    onGiveUp: (item) => seen.givenUp.push(item),
  }).then(
    () => null,
    (reason: unknown) => reason,
  );
  return { ...seen, error };
}

describe('inBatches', () => {
  it('runs everything once, in order', async () => {
    const { batches, shrunk, error } = await go(5, 2, () => null);
    assert.deepEqual(batches, [[1, 2], [3, 4], [5]]);
    assert.deepEqual([shrunk, error], [[], null]);
  });

  it('goes on with half as many when that works, and remembers it once it did', async () => {
    const { batches, shrunk } = await go(8, 8, (batch) => (batch.length > 2 ? busy : null));
    assert.deepEqual(batches, [
      [1, 2],
      [3, 4],
      [5, 6],
      [7, 8],
    ]);
    assert.deepEqual(shrunk, [2]);
  });

  it('gives one up that fails alone, and runs the others', async () => {
    const { batches, givenUp, error } = await go(5, 4, (batch) => (batch.includes(3) ? busy : null));
    assert.deepEqual(batches.flat(), [1, 2, 4, 5]);
    assert.deepEqual([givenUp, error], [[3], null]);
  });

  it('ends, remembering nothing, when even one alone fails twice in a row', async () => {
    const { batches, shrunk, givenUp, error } = await go(50, 10, () => busy);
    assert.deepEqual([batches, shrunk, givenUp, error], [[], [], [1], busy]);
  });

  it('ends at once for what does not pass', async () => {
    for (const failure of [
      new Error('a bug'),
      noConnection('ENOTFOUND'),
      failureOfStatus({ status: 401, headers: {}, data: null }, 0),
    ]) {
      let runs = 0;
      const { error } = await go(50, 10, () => {
        runs += 1;
        return failure;
      });
      assert.deepEqual([runs, error], [1, failure]);
    }
  });
});
