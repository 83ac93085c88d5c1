import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Files } from '../../../src/journal/disk/files.ts';
import { Journal } from '../../../src/journal/journal.ts';
import { CairnError } from '../../../src/model/errors.ts';
import { failure, told } from './disk.ts';
import { journalFiles, line, newSpace, putFile, removeSpaces, tagged } from './support.ts';

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
      files: told({ after: (call, file) => calls.push(`${call} ${path.basename(file)}`) }),
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
    ['ENOSPC', /disk is full\. Free some space/],
    ['EDQUOT', /disk is full\. Free some space/],
    ['EACCES', /write permission there.*cairn\.dataFolder/],
    ['EROFS', /write permission there.*cairn\.dataFolder/],
    ['EIO', /failed \(EIO\)\. Check the disk/],
  ] as const) {
    for (const lasts of ['once', 'from then on'] as const) {
      it(`says so, keeps what was there and does nothing by halves when any call fails ${lasts} with ${code}`, async () => {
        const space = newSpace();
        let failsAt = Number.POSITIVE_INFINITY;
        let calls = 0;
        const files = told({
          before: () => {
            const call = calls++;
            if (lasts === 'once' ? call === failsAt : call >= failsAt) throw failure(code);
          },
        });
        const acknowledged: string[] = [];
        let failed = 0;
        let isReached = true;
        for (let step = 0; isReached; step++) {
          const journal = await Journal.open(space, { author: () => 'ann', files });
          [failsAt, calls] = [step, 0];
          const done = await journal.append([tagged(`f${step}`)]).then(
            () => true,
            (error: unknown) => {
              assert.ok(error instanceof CairnError, String(error));
              assert.equal(error.code, 'journal-unwritable');
              assert.match(error.message, /^Nothing was recorded: .*do it again\.$/);
              assert.match(error.message, advice);
              assert.match(error.detail ?? '', new RegExp(code));
              failed++;
              return false;
            },
          );
          isReached = calls > step;
          failsAt = Number.POSITIVE_INFINITY;
          if (done) acknowledged.push(`f${step}`);
          const found = await names(space);
          // A disk that fails while what failed is taken back may leave it there: whole, or set aside.
          if (lasts === 'from then on' && !done && found.at(-1) === `f${step}`) acknowledged.push(`f${step}`);
          assert.deepEqual(found, acknowledged, `after step ${step}`);
          // The disk is well again.
          await journal.append([tagged(`again${step}`)]);
          acknowledged.push(`again${step}`);
          assert.deepEqual(await names(space), acknowledged, `after step ${step}`);
        }
        assert.ok(failed >= 8, `${failed} steps failed`);
        assert.deepEqual(fs.readdirSync(space).toSorted(), ['.writer-id', 'journal']);
      });
    }
  }

  it('takes back what it wrote of a line when the disk is full in the middle of it, wherever that is', async () => {
    const space = newSpace();
    let room = Number.POSITIVE_INFINITY;
    const open: Files['open'] = async (...args) => {
      const handle = await fs.promises.open(...args);
      if (!String(args[0]).endsWith('.jsonl')) return handle;
      const write = handle.write.bind(handle) as (
        bytes: Buffer,
        from: number,
        length: number,
      ) => Promise<{ bytesWritten: number; buffer: Buffer }>;
      return Object.assign(handle, {
        write: async (bytes: Buffer, from: number, length: number) => {
          if (room === 0) throw failure('ENOSPC');
          const done = await write(bytes, from, Math.min(room, length));
          room -= done.bytesWritten;
          return done;
        },
      });
    };
    const journal = await Journal.open(space, { author: () => 'ann', files: { ...fs.promises, open } });
    await journal.append([tagged('before')]);
    const [{ file, text } = { file: '', text: '' }] = journalFiles(space);
    for (let bytes = 0; bytes < text.length; bytes += 7) {
      room = bytes;
      await assert.rejects(journal.append([tagged('no room')]), { message: /disk is full/ });
      assert.equal(fs.readFileSync(file, 'utf8'), text);
    }
    room = Number.POSITIVE_INFINITY;
    await journal.append([tagged('after')]);
    assert.deepEqual(await names(space), ['before', 'after']);
  });

  it('takes nothing back that another process wrote meanwhile, when it slept and was taken for dead', async () => {
    const space = newSpace();
    let isAsleep = false;
    const files = told({
      before: (call, file) => {
        if (!isAsleep || call !== 'datasync') return;
        isAsleep = false;
        fs.appendFileSync(
          file,
          line({ id: 'other', time: [9e11, 0], payload: { feedback: 'other', tag: 'keep' } }),
        );
        throw failure('EIO');
      },
    });
    const journal = await Journal.open(space, { author: () => 'ann', files });
    await journal.append([tagged('f1')]);
    isAsleep = true;
    await assert.rejects(journal.append([tagged('f2')]), { code: 'journal-unwritable' });
    assert.ok((await names(space)).includes('other'));
  });

  it('writes nothing more when it lost the lock while it slept', async () => {
    const space = newSpace();
    const now = Date.now;
    let isAsleep = false;
    const files = told({
      before: (call, file) => {
        if (!isAsleep || call !== 'stat' || !file.endsWith('.jsonl')) return;
        fs.unlinkSync(path.join(space, '.lock'));
        fs.symlinkSync(`${process.pid} another ${os.hostname()}`, path.join(space, '.lock'));
        Date.now = () => now() + 60_000;
      },
    });
    const journal = await Journal.open(space, { author: () => 'ann', files });
    await journal.append([tagged('f1')]);
    isAsleep = true;
    try {
      await assert.rejects(journal.append([tagged('f2')]), {
        code: 'journal-unwritable',
        message: /stood still, in the middle of it; do it again/,
      });
    } finally {
      Date.now = now;
    }
    assert.match(fs.readlinkSync(path.join(space, '.lock')), /another/);
    assert.deepEqual(await names(space), ['f1']);
  });

  it('does not let half a line that could not be taken back touch the next one', async () => {
    const space = newSpace();
    let isFull = false;
    const files = told({
      before: (call, file) => {
        if (isFull && file.endsWith('.jsonl') && ['datasync', 'truncate'].includes(call)) {
          if (call === 'datasync') fs.truncateSync(file, fs.statSync(file).size - 30);
          throw failure('ENOSPC');
        }
      },
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
    const files = told({
      before: (call, file) => {
        if (call === 'open' && file.endsWith('2026-01.jsonl')) throw failure('EACCES');
      },
    });
    const journal = await Journal.open(space, { author: () => 'ann', files });
    assert.equal((await journal.read()).length, 1);
    assert.deepEqual(
      journal.problems.map(({ file, line }) => [path.basename(file), line]),
      [['2026-01.jsonl', 0]],
    );
  });

  it('reads what can be read when any call of a reading fails, says what was not, and has all of it the next time', async () => {
    const space = newSpace();
    for (const now of [Date.UTC(2026, 0, 1), Date.UTC(2026, 1, 1)]) {
      await (await Journal.open(space, { author: () => 'ann', now: () => now })).append([tagged(`f${now}`)]);
    }
    putFile(space, '2026-01.jsonl', line({}));
    const all = (await names(space)).length;
    let failsAt = Number.POSITIVE_INFINITY;
    let calls = 0;
    const files = told({
      before: () => {
        if (calls++ === failsAt) throw failure('EIO');
      },
    });
    let missed = 0;
    const journal = await Journal.open(space, { author: () => 'ann', files });
    for (let step = 0; ; step++) {
      [failsAt, calls] = [step, 0];
      const found = (await journal.read()).length;
      if (calls <= step) break;
      assert.ok(
        found === all || journal.problems.some(({ message }) => message.includes('EIO')),
        `call ${step}`,
      );
      if (found < all) missed++;
      failsAt = Number.POSITIVE_INFINITY;
      assert.equal((await journal.read()).length, all);
      assert.deepEqual(journal.problems, []);
    }
    assert.ok(missed >= 9, `${missed} calls`);
  });
});
