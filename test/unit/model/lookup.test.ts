import assert from 'node:assert/strict';
import fc from 'fast-check';
import { add, addId, hasId, oneOf, removeId } from '../../../src/model/lookup.ts';

describe('Lookup in lists', () => {
  it('finds what a plain list finds, however long it is and whatever goes from it', () => {
    const step = fc.record({ id: fc.nat(120).map(String), isGone: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { minLength: 50, maxLength: 400 }), (steps) => {
        const list: string[] = [];
        let plain: string[] = [];
        for (const { id, isGone } of steps) {
          assert.equal(hasId(list, id), plain.includes(id));
          if (isGone && plain.length > 40) {
            removeId(list, id);
            plain = plain.filter((other) => other !== id);
          } else {
            addId(list, id);
            if (!plain.includes(id)) plain.push(id);
          }
          assert.deepEqual(list, plain);
        }
        for (const id of list.slice()) removeId(list, id);
        assert.deepEqual(list, []);
      }),
      { numRuns: 50 },
    );
  });

  it('looks at each of many only a few times', () => {
    let looks = 0;
    const milestone = (id: string) => ({
      get id() {
        looks++;
        return id;
      },
    });
    const list: { id: string }[] = [];
    for (let i = 0; i < 2000; i++) if (!oneOf(list, `m${i}`)) add(list, milestone(`m${i}`));
    for (let i = 0; i < 2000; i++) assert.equal(oneOf(list, `m${i}`), list[i]);
    assert.equal(oneOf(list, 'another'), undefined);
    assert.ok(looks < 20_000, `${looks} looks`);
  });
});
