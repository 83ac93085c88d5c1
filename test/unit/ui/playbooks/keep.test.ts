import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { untilChange } from '../../../../src/ui/playbooks/keep.ts';

/** Something that is read, counted, and answers when it is told to. */
function reader() {
  let change = () => {};
  const readings: PromiseWithResolvers<string>[] = [];
  const ask = untilChange(
    (listener) => {
      change = listener;
    },
    () => {
      const reading = Promise.withResolvers<string>();
      readings.push(reading);
      return reading.promise;
    },
  );
  return { ask, readings, change: () => change() };
}

describe('what is kept until something changes', () => {
  it('is read once for all who ask, and anew after a change', async () => {
    const { ask, readings, change } = reader();
    const [one, other] = [ask(), ask()];
    readings[0]!.resolve('before');
    assert.deepEqual(await Promise.all([one, other, ask()]), ['before', 'before', 'before']);
    assert.equal(readings.length, 1);
    change();
    const next = ask();
    readings[1]!.resolve('after');
    assert.deepEqual([await next, await ask(), readings.length], ['after', 'after', 2]);
  });

  it('is not what was being read when the change came', async () => {
    const { ask, readings, change } = reader();
    const early = ask();
    change();
    const late = ask();
    readings[1]!.resolve('after');
    readings[0]!.resolve('before');
    assert.deepEqual([await early, await late, await ask()], ['before', 'after', 'after']);
  });

  it('is no failure', async () => {
    const { ask, readings } = reader();
    const failing = ask();
    readings[0]!.reject(new Error('unreadable'));
    await assert.rejects(failing, /unreadable/);
    const next = ask();
    readings[1]!.resolve('read');
    assert.equal(await next, 'read');
  });
});
