import assert from 'node:assert/strict';
import fs from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Files } from '../../../src/journal/files.ts';
import { Journal } from '../../../src/journal/journal.ts';
import { CairnError } from '../../../src/model/errors.ts';
import { newSpace, removeSpaces, tagged } from './support.ts';

/** The real file system, which tells of each call before it does it; what `before` throws is the call's failure. */
function told(before: (call: string, file: string) => void): Files {
  const around = <T extends object>(
    target: T,
    named: (method: string, args: unknown[]) => [string, string],
  ): T =>
    new Proxy(target, {
      get(_, key) {
        const value = Reflect.get(target, key, target);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          const [call, file] = named(String(key), args);
          if (call !== 'close') {
            try {
              before(call, file);
            } catch (error) {
              return Promise.reject(error);
            }
          }
          const result = Reflect.apply(value, target, args);
          if (key !== 'open') return result;
          return (result as Promise<FileHandle>).then((handle) => around(handle, (method) => [method, file]));
        };
      },
    });
  return around(fs.promises as Files, (method, [file]) => [method, path.basename(String(file))]);
}

const failure = (code: string) => Object.assign(new Error(`${code}: made up`), { code });
const names = async (space: string) =>
  (await (await Journal.open(space, { author: () => 'ann' })).read()).map(
    ({ payload }) => 'feedback' in payload && payload.feedback,
  );

describe('Journal on a disk that fails', () => {
  afterEach(removeSpaces);

  it('acknowledges after write and sync of the file and of the folder that names it, in this order', async () => {
    const space = newSpace();
    const calls: string[] = [];
    const journal = await Journal.open(space, {
      author: () => 'ann',
      files: told((call, file) => calls.push(`${call} ${file}`)),
    });
    await journal.append([tagged('f1')]);
    const writer = fs.readdirSync(path.join(space, 'journal'))[0] ?? '';
    const month = fs.readdirSync(path.join(space, 'journal', writer))[0] ?? '';
    const wanted = [
      `sync ${writer}`,
      'sync journal',
      'sync one',
      `write ${month}`,
      `datasync ${month}`,
      'unlink .lock',
    ];
    assert.deepEqual(
      wanted.map((call) => calls.lastIndexOf(call)).toSorted((a, b) => a - b),
      wanted.map((call) => calls.lastIndexOf(call)),
    );
    for (const call of [...wanted, 'sync .writer-id.new', 'sync spaces'])
      assert.ok(calls.includes(call), `${call}: ${calls}`);
    assert.equal(calls.at(-1), 'unlink .lock');
  });

  for (const [code, advice] of [
    ['ENOSPC', /disk is full/],
    ['EACCES', /cairn\.dataFolder/],
    ['EROFS', /cairn\.dataFolder/],
    ['EIO', /EIO/],
  ] as const) {
    it(`says so, keeps what was there and does nothing by halves when any step fails with ${code}`, async () => {
      const space = newSpace();
      let fails = -1;
      let calls = 0;
      const files = told(() => {
        if (fails >= 0 && calls++ === fails) throw failure(code);
      });
      const acknowledged: string[] = [];
      let failed = 0;
      for (let step = 0; ; step++) {
        const journal = await Journal.open(space, { author: () => 'ann', files });
        [fails, calls] = [step, 0];
        const done = await journal.append([tagged(`f${step}`)]).then(
          () => true,
          (error: unknown) => {
            assert.ok(error instanceof CairnError, String(error));
            assert.equal(error.code, 'journal-unwritable');
            assert.match(error.message, advice);
            assert.match(error.detail ?? '', new RegExp(code));
            failed++;
            return false;
          },
        );
        const wasReached = calls > fails;
        fails = -1;
        if (done) acknowledged.push(`f${step}`);
        assert.deepEqual(await names(space), acknowledged, `after step ${step}`);
        if (!wasReached) break;
      }
      assert.ok(failed >= 8, `${failed} steps failed`);
    });
  }

  it('does not let half a line that could not be taken back touch the next one', async () => {
    const space = newSpace();
    let isFull = false;
    const files = told((call, file) => {
      if (isFull && file.endsWith('.jsonl') && ['datasync', 'truncate'].includes(call)) {
        const own = fs.readdirSync(path.join(space, 'journal'))[0] ?? '';
        const full = path.join(space, 'journal', own, file);
        if (call === 'datasync') fs.truncateSync(full, fs.statSync(full).size - 30);
        throw failure('ENOSPC');
      }
    });
    const journal = await Journal.open(space, { author: () => 'ann', files });
    await journal.append([tagged('f1')]);
    isFull = true;
    await assert.rejects(journal.append([tagged('f2')]), { code: 'journal-unwritable' });
    isFull = false;
    await journal.append([tagged('f3')]);
    assert.deepEqual(await names(space), ['f1', 'f3']);
  });

  it('writes a line to its end when the disk takes it in pieces', async () => {
    const space = newSpace();
    const open: Files['open'] = async (...args) => {
      const handle = await fs.promises.open(...args);
      const write = handle.write.bind(handle) as (
        b: Buffer,
        o: number,
        l: number,
      ) => Promise<{ bytesWritten: number; buffer: Buffer }>;
      return Object.assign(handle, {
        write: (bytes: Buffer, from: number, length: number) => write(bytes, from, Math.min(7, length)),
      });
    };
    const journal = await Journal.open(space, { author: () => 'ann', files: { ...fs.promises, open } });
    await journal.append([tagged('f1'), tagged('f2')]);
    assert.deepEqual(await names(space), ['f1', 'f2']);
  });

  it('does not open where a file stands in the way', async () => {
    const space = newSpace();
    fs.writeFileSync(path.dirname(space), '');
    await assert.rejects(Journal.open(space, { author: () => 'ann' }), { code: 'journal-unwritable' });
    await assert.rejects(Journal.open(path.dirname(space), { author: () => 'ann' }), {
      code: 'journal-unwritable',
    });
  });

  it('reports a file that cannot be read and reads the others', async () => {
    const space = newSpace();
    await (await Journal.open(space, { author: () => 'ann', now: () => Date.UTC(2026, 0, 1) })).append([
      tagged('f1'),
    ]);
    await (await Journal.open(space, { author: () => 'ann', now: () => Date.UTC(2026, 1, 1) })).append([
      tagged('f2'),
    ]);
    const files = told((call, file) => {
      if (call === 'open' && file === '2026-01.jsonl') throw failure('EACCES');
    });
    const journal = await Journal.open(space, { author: () => 'ann', files });
    assert.equal((await journal.read()).length, 1);
    assert.deepEqual(
      journal.problems.map(({ file, line }) => [path.basename(file), line]),
      [['2026-01.jsonl', 0]],
    );
  });
});
