import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countNews, fileOf, idsOf, linesOf, settle } from '../../../src/git/lines.ts';

type Line = { id: string; isErased: boolean };
const bytesOf = (lines: readonly Line[]) =>
  fileOf(
    lines.map(({ id, isErased }) => ({
      bytes: Buffer.from(JSON.stringify({ id, type: isErased ? 'erased' : 'said' })),
    })),
  );
const nowhere = async () => false;

/** What a writer wrote so far, and an earlier state of it. Erasing comes later than writing. */
const states = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1, maxLength: 12 })
  .chain((ids) =>
    fc.record({
      ids: fc.constant(ids),
      known: fc.nat({ max: ids.length }),
      erased: fc.subarray(ids),
    }),
  )
  .map(({ ids, known, erased }) => ({
    older: ids.slice(0, known).map((id) => ({ id, isErased: false })),
    newer: ids.map((id) => ({ id, isErased: erased.includes(id) })),
  }));

describe("another writer's file", () => {
  it('is taken from the remote where it went on or was erased there', async () => {
    await fc.assert(
      fc.asyncProperty(states, async ({ older, newer }) => {
        assert.equal(await settle(bytesOf(older), bytesOf(newer), nowhere), 'remote');
      }),
    );
  });

  it('is kept as it is here where the remote has an older state of it', async () => {
    await fc.assert(
      fc.asyncProperty(states, async ({ older, newer }) => {
        const right = await settle(bytesOf(newer), bytesOf(older), nowhere);
        assert.equal(right, newer.length > older.length ? 'local' : 'remote');
      }),
    );
  });

  it('holds the events of both where each has its own, and then it is settled', async () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,2}$/), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(ids, ids, async (here, there) => {
        const [local, remote] = [here, there].map((list) =>
          bytesOf(list.map((id) => ({ id, isErased: false }))),
        );
        const right = await settle(local!, remote!, nowhere);
        const result = right === 'remote' ? remote! : right === 'local' ? local! : right;
        assert.deepEqual([...idsOf([result])].sort(), [...new Set([...here, ...there])].sort());
        assert.equal(linesOf(result).length, new Set([...here, ...there]).size);
        assert.equal(await settle(result, result, nowhere), 'remote');
      }),
    );
  });

  it('need not keep what is safe in another file', async () => {
    const [local, remote] = [
      bytesOf([
        { id: 'a', isErased: false },
        { id: 'b', isErased: false },
      ]),
      bytesOf([{ id: 'a', isErased: false }]),
    ];
    assert.equal(await settle(local, remote, async (id) => id === 'b'), 'remote');
  });

  it('may hold anything at all without an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), fc.uint8Array(), async (here, there) => {
        await settle(Buffer.from(here), Buffer.from(there), nowhere);
        countNews(Buffer.from(here), Buffer.from(there));
      }),
    );
  });
});

describe('what waits', () => {
  it('is the events that the remote lacks or has in another way, and no torn line', () => {
    const all = [
      { id: 'a', isErased: false },
      { id: 'b', isErased: false },
    ];
    const file = bytesOf(all);
    assert.equal(countNews(file, null), 2);
    assert.equal(countNews(file, Buffer.alloc(0)), 2);
    assert.equal(countNews(file, file), 0);
    assert.equal(countNews(file, bytesOf(all.slice(0, 1))), 1);
    assert.equal(countNews(bytesOf([{ id: 'a', isErased: true }, all[1]!]), file), 1);
    assert.equal(countNews(Buffer.concat([file, Buffer.from('{"id":"c')]), file), 0);
    assert.equal(countNews(Buffer.concat([file, Buffer.from('{"id":"c')]), file.subarray(0, -1)), 0);
  });
});
