import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Followed } from '../../../../src/ui/annotations/followed.ts';
import { inSteps } from '../../../../src/ui/annotations/pace.ts';

/** Holds everything up, as a note with hostile lines does. */
function block(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

describe('work in steps', () => {
  it('lets others have their turn in between, and does all of it', async () => {
    const order: string[] = [];
    function* steps() {
      for (let step = 0; step < 4; step++) {
        block(30);
        order.push('step');
        yield;
      }
    }
    const other = setInterval(() => order.push('other'), 1);
    assert.equal(await inSteps(steps(), () => false), true);
    clearInterval(other);
    assert.equal(order.filter((one) => one === 'step').length, 4);
    assert.ok(order.slice(0, -1).includes('other'), order.join());
  });

  it('ends when nobody wants it any more', async () => {
    let done = 0;
    function* steps() {
      for (;;) {
        block(30);
        done += 1;
        yield;
      }
    }
    assert.equal(await inSteps(steps(), () => done >= 2), false);
    assert.equal(done, 2);
  });

  it('looks for one annotation a step', () => {
    const followed = new Followed();
    for (const id of ['a', 'b', 'c']) followed.put(id, [], 'text\n');
    assert.equal([...followed.searching('text\n')].length, 3);
    assert.equal([...followed.checking('text\n')].length, 3);
  });
});
