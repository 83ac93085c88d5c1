import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FewIds } from '../../../src/model/fewIds.ts';

describe('FewIds', () => {
  it('answers as a map does, whatever the ids are', () => {
    const ids = fc.array(
      fc.oneof(fc.string({ maxLength: 4 }), fc.ulid(), fc.constantFrom('', 'a', 'é', '𝄞')),
    );
    fc.assert(
      fc.property(ids, ids, (put, asked) => {
        const [few, map] = [new FewIds<number>(), new Map<string, number>()];
        for (const [index, id] of put.entries()) {
          few.set(id, index);
          map.set(id, index);
        }
        for (const id of [...put, ...asked]) {
          assert.equal(few.get(id), map.get(id));
          assert.equal(few.has(id), map.has(id));
        }
        for (const id of put.slice(0, 2)) assert.equal(few.delete(id), map.delete(id));
        assert.deepEqual([...few], [...map]);
      }),
    );
  });
});
