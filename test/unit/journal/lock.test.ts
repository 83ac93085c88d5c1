import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Files } from '../../../src/journal/disk/files.ts';
import { withLock } from '../../../src/journal/disk/lock.ts';
import { breakStale } from '../../../src/journal/disk/staleLock.ts';
import { newSpace, program, removeSpaces, until } from './support.ts';

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
    const names = [`${process.pid} other ${os.hostname()}`, '', '1 other another-machine'];
    const files = names.map((name, index) => {
      fs.writeFileSync(`${file}${index}`, name);
      fs.utimesSync(`${file}${index}`, old, old);
      return `${file}${index}`;
    });
    const done = files.map((one) => withLock(fs.promises, one, async () => 'done'));
    assert.deepEqual(await Promise.all(done), ['done', 'done', 'done']);
    assert.deepEqual(fs.readdirSync(path.dirname(file)), []);
  });

  it('does not break an old lock at first sight: the whole machine may have slept, and its holder goes on', async () => {
    const name = `${process.pid} other ${os.hostname()}`;
    fs.symlinkSync(name, file);
    const old = new Date(Date.now() - 8 * 60 * 60 * 1000);
    fs.lutimesSync(file, old, old);
    let isIn = false;
    const done = withLock(fs.promises, file, async () => {
      isIn = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(isIn, false);
    assert.equal(fs.readlinkSync(file), name);
    fs.unlinkSync(file);
    await done;
    assert.equal(isIn, true);
  });

  it('tells a holder that slept for long that the lock is another’s, and leaves that one alone', async () => {
    const now = Date.now;
    try {
      await withLock(fs.promises, file, async (lock) => {
        assert.equal(await lock.isHeld(), true);
        fs.unlinkSync(file);
        fs.symlinkSync(`${process.pid} another ${os.hostname()}`, file);
        Date.now = () => now() + 40_000;
        assert.equal(await lock.isHeld(), false);
      });
    } finally {
      Date.now = now;
    }
    assert.match(fs.readlinkSync(file), /another/);
  });

  it('is kept by a holder that works for long: it says from time to time that it is there', async () => {
    const old = new Date(Date.now() - 40_000);
    const { setInterval: every } = globalThis;
    // The sign that is given every few seconds is given every few milliseconds.
    Object.assign(globalThis, { setInterval: (work: () => void) => every(work, 5) });
    let isDone = false;
    try {
      const first = withLock(fs.promises, file, async () => {
        fs.lutimesSync(file, old, old);
        await until(() => fs.lstatSync(file).mtimeMs > old.getTime() + 30_000);
        isDone = true;
      });
      await first;
    } finally {
      globalThis.setInterval = every;
    }
    assert.equal(isDone, true);
  });

  it('lets one remove a dead lock at a time, also where one died while it did', async () => {
    const dead = deadProcess();
    fs.symlinkSync(`${dead} first ${os.hostname()}`, file);
    fs.symlinkSync(`${dead} second ${os.hostname()}`, `${file}.break-first`);
    fs.symlinkSync(`${dead} third ${os.hostname()}`, `${file}.break-second`);
    assert.equal(await withLock(fs.promises, file, async () => 'done'), 'done');
    assert.deepEqual(fs.readdirSync(path.dirname(file)), []);
    // Who lives and is just about to remove it is left to do so.
    fs.symlinkSync(`${dead} first ${os.hostname()}`, file);
    fs.symlinkSync(`${process.pid} second ${os.hostname()}`, `${file}.break-first`);
    let isIn = false;
    const done = withLock(fs.promises, file, async () => {
      isIn = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(isIn, false);
    fs.unlinkSync(`${file}.break-first`);
    await done;
  });

  it('removes no lock but the one that was found dead', async () => {
    const dead = `${deadProcess()} first ${os.hostname()}`;
    const fresh = `${process.pid} second ${os.hostname()}`;
    fs.symlinkSync(fresh, file);
    await breakStale(fs.promises, file, { name: dead, madeAt: 0, since: 0 });
    assert.equal(fs.readlinkSync(file), fresh);
    // The same name anew is another lock, too.
    await breakStale(fs.promises, file, { name: fresh, madeAt: 0, since: 0 });
    assert.deepEqual(fs.readdirSync(path.dirname(file)), ['.lock']);
    fs.unlinkSync(file);
  });

  it('works where the disk knows no symbolic links', async () => {
    const refused = Object.assign(new Error('EPERM'), { code: 'EPERM' });
    const files = { ...fs.promises, symlink: () => Promise.reject(refused) };
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      assert.ok(fs.lstatSync(file).isFile());
      await new Promise((resolve) => setTimeout(resolve, 2));
      inside--;
    };
    await Promise.all(Array.from({ length: 8 }, () => withLock(files, file, work)));
    assert.equal(most, 1);
    fs.writeFileSync(file, `${deadProcess()} gone ${os.hostname()}`);
    assert.equal(await withLock(files, file, async () => 'done'), 'done');
    assert.deepEqual(fs.readdirSync(path.dirname(file)), []);
  });

  it('is no reason to wait for ever, or to read, where something else stands in its place', async () => {
    fs.mkdirSync(file);
    await assert.rejects(
      withLock(fs.promises, file, async () => 1),
      { code: 'journal-unwritable', message: /Move it away/ },
    );
    fs.rmdirSync(file);
    spawnSync('mkfifo', [file]);
    await assert.rejects(
      withLock(fs.promises, file, async () => 1),
      { code: 'journal-unwritable', message: /Move it away/ },
    );
  });

  it('gives everybody a turn: who only just had the lock stands back for one who waits', async () => {
    // Another process’ sign that it has waited long is there; then the lock is free for a while.
    fs.symlinkSync(`${process.pid} other ${os.hostname()}`, `${file}.wait`);
    let seen = 0;
    let taken = 0;
    const files: Files = {
      ...fs.promises,
      unlink: (name) => {
        if (String(name).endsWith('.wait')) seen ||= performance.now();
        return fs.promises.unlink(name);
      },
      symlink: (...args) => {
        taken = performance.now();
        return fs.promises.symlink(...args);
      },
    };
    await withLock(files, file, async () => {});
    assert.equal(fs.existsSync(`${file}.wait`), false);
    await withLock(files, file, async () => {});
    assert.ok(taken - seen > 6, `${taken - seen} ms`);
  });

  it('lets one process in at a time, whichever of them are killed in whichever moment', async function () {
    this.timeout(60_000);
    const folder = path.dirname(file);
    const start = async () => {
      const child = spawn(process.execPath, [await program('lockProcess'), folder]);
      let said = '';
      child.stdout.on('data', (data: Buffer) => {
        said += data.toString();
      });
      const ended = new Promise((resolve) => child.once('close', resolve));
      await Promise.race([ended, new Promise((resolve) => child.stdout.once('data', resolve))]);
      return async () => {
        child.kill('SIGKILL');
        await ended;
        return said;
      };
    };
    // Two stay and want the lock all the time, one after the other joins them and is killed.
    const stay = await Promise.all([start(), start()]);
    const told: string[] = [];
    for (let kills = 0; kills < 20; kills++) {
      const kill = await start();
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
      told.push(await kill());
    }
    for (const kill of stay) told.push(await kill());
    assert.ok(
      !told.some((said) => said.includes('two')),
      told.find((said) => said.includes('two')),
    );
    assert.ok(told.every((said) => said.includes('in')));
    await withLock(fs.promises, file, async () => {});
    assert.deepEqual(
      fs.readdirSync(folder).filter((name) => name !== 'inside' && name !== '.lock.wait'),
      [],
    );
  });

  it('is free again when the work fails', async () => {
    await assert.rejects(
      withLock(fs.promises, file, () => Promise.reject(new Error('no'))),
      /no/,
    );
    assert.equal(await withLock(fs.promises, file, async () => 1), 1);
  });
});
