import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withLease } from '../../../../src/ui/sync/lease.ts';

const source = pathToFileURL(join(import.meta.dirname, '../../../../src/ui/sync/lease.ts')).href;

/** Another process that takes the lease, says so, and keeps it until it is killed. */
async function holdElsewhere(folder: string) {
  const code = `const { withLease } = await import(${JSON.stringify(source)});
    await withLease(${JSON.stringify(folder)}, { patience: 5000 }, async () => {
      console.log('held');
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

describe('withLease', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(join(tmpdir(), 'cairn-lease-'));
    file = join(folder, '.sync-lock');
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('lets one in at a time, hands on what work makes, and leaves nothing behind', async () => {
    let inside = 0;
    let most = 0;
    const results = await Promise.all(
      [1, 2, 3].map((n) =>
        withLease(folder, { patience: 60_000 }, async () => {
          most = Math.max(most, ++inside);
          await new Promise((resolve) => setTimeout(resolve, 20));
          inside--;
          return n;
        }),
      ),
    );
    assert.equal(most, 1);
    assert.deepEqual(results, [{ result: 1 }, { result: 2 }, { result: 3 }]);
    await assert.rejects(
      withLease(folder, { patience: 0 }, () => Promise.reject(new Error('failed'))),
      /failed/,
    );
    assert.deepEqual(fs.readdirSync(folder), []);
  });

  it('is busy while another process has it, and free as soon as that one is killed', async () => {
    const other = await holdElsewhere(folder);
    assert.equal(await withLease(folder, { patience: 150 }, async () => assert.fail()), 'busy');
    other.kill('SIGKILL');
    await once(other, 'exit');
    assert.deepEqual(await withLease(folder, { patience: 10_000 }, async () => 'in'), { result: 'in' });
    assert.deepEqual(fs.readdirSync(folder), []);
  });

  it('breaks the lock that a process left which has ended', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    fs.writeFileSync(file, `${pid} gone ${hostname()}`);
    assert.deepEqual(await withLease(folder, { patience: 0 }, async () => 'in'), { result: 'in' });
  });

  it('ends a wait when it is aborted', async () => {
    fs.writeFileSync(file, `${process.pid} other ${hostname()}`);
    const abort = new AbortController();
    const waiting = withLease(folder, { patience: 60_000, signal: abort.signal }, async () => assert.fail());
    abort.abort(new Error('another space'));
    await assert.rejects(waiting, /another space/);
    assert.ok(fs.existsSync(file), "another one's lock stays");
  });

  it('says that it lives for as long as it holds, so that nobody takes a slow one for dead', async () => {
    await withLease(folder, { patience: 0, renewEvery: 10 }, async () => {
      const old = new Date(Date.now() - 3600_000);
      fs.lutimesSync(file, old, old);
      while (fs.lstatSync(file).mtimeMs < Date.now() - 60_000)
        await new Promise((resolve) => setTimeout(resolve, 5));
    });
  });

  it('aborts the work of one whose lock was taken over, and leaves the lock of the other', async () => {
    await withLease(folder, { patience: 0, renewEvery: 10 }, async (signal) => {
      fs.unlinkSync(file);
      fs.writeFileSync(file, `${process.pid} other ${hostname()}`);
      if (!signal.aborted) await once(signal, 'abort');
    });
    assert.match(fs.readFileSync(file, 'utf8'), / other /);
  });
});
