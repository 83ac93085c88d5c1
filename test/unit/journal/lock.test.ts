import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { withLock } from '../../../src/journal/lock.ts';
import { newSpace, removeSpaces } from './support.ts';

/** The number of a process that has ended. */
const deadProcess = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('withLock', () => {
  let file: string;
  beforeEach(() => {
    const space = newSpace();
    fs.mkdirSync(space, { recursive: true });
    file = path.join(space, '.lock');
  });
  afterEach(removeSpaces);

  it('lets one in at a time, and leaves nothing behind', async () => {
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 12 }, () =>
        withLock(fs.promises, file, async () => {
          most = Math.max(most, ++inside);
          await new Promise((resolve) => setTimeout(resolve, 2));
          inside--;
        }),
      ),
    );
    assert.equal(most, 1);
    assert.deepEqual(fs.readdirSync(path.dirname(file)), []);
  });

  it('breaks the lock of a dead process, one of several that wait at a time', async () => {
    fs.writeFileSync(file, `${deadProcess()} gone ${os.hostname()}`);
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 8 }, () =>
        withLock(fs.promises, file, async () => {
          most = Math.max(most, ++inside);
          await new Promise((resolve) => setTimeout(resolve, 1));
          inside--;
        }),
      ),
    );
    assert.equal(most, 1);
    assert.deepEqual(fs.readdirSync(path.dirname(file)), []);
  });

  it('leaves the lock of a process that lives, here or on another machine', async () => {
    for (const name of [`${process.pid} other ${os.hostname()}`, `${deadProcess()} other another-machine`]) {
      fs.writeFileSync(file, name);
      let isIn = false;
      const done = withLock(fs.promises, file, async () => {
        isIn = true;
      });
      await new Promise((resolve) => setTimeout(resolve, 60));
      assert.equal(isIn, false);
      assert.equal(fs.readFileSync(file, 'utf8'), name);
      fs.unlinkSync(file);
      await done;
      assert.equal(isIn, true);
    }
  });

  it('breaks a lock that nobody can still hold by its age, whoever has its number now', async () => {
    const old = new Date(Date.now() - 31_000);
    for (const name of [`${process.pid} other ${os.hostname()}`, '', '1 other another-machine']) {
      fs.writeFileSync(file, name);
      fs.utimesSync(file, old, old);
      assert.equal(await withLock(fs.promises, file, async () => 'done'), 'done');
    }
  });

  it('is free again when the work fails', async () => {
    await assert.rejects(
      withLock(fs.promises, file, () => Promise.reject(new Error('no'))),
      /no/,
    );
    assert.equal(await withLock(fs.promises, file, async () => 1), 1);
  });
});
