import assert from 'node:assert/strict';
import fs from 'node:fs';
import { Journal } from '../../../src/journal/journal.ts';
import type { JournalEvent } from '../../../src/model/events.ts';
import { line, newSpace, putFile, removeSpaces, startWriter, tagged, until } from './support.ts';

const names = (events: readonly JournalEvent[]) =>
  events.map(({ payload }) => ('feedback' in payload ? payload.feedback : ''));

describe('Journal.watch', () => {
  const watches: { dispose(): void }[] = [];
  const watch = (journal: Journal) => {
    const seen: JournalEvent[] = [];
    watches.push(journal.watch((fresh) => seen.push(...fresh)));
    return seen;
  };
  afterEach(() => {
    for (const one of watches.splice(0)) one.dispose();
    removeSpaces();
  });
  const open = (space: string) => Journal.open(space, { author: () => 'ann' });

  it('tells of what another window appends, once, and of nothing of its own', async () => {
    const space = newSpace();
    const [mine, other] = [await open(space), await open(space)];
    await other.append([tagged('before')]);
    await mine.read();
    const seen = watch(mine);
    for (let i = 0; i < 20; i++) {
      await mine.append([tagged(`mine-${i}`)]);
      await other.append([tagged(`other-${i}`)]);
    }
    const wanted = Array.from({ length: 20 }, (_, i) => `other-${i}`);
    await until(() => seen.length >= wanted.length);
    await other.append([tagged('end')]);
    await until(() => names(seen).includes('end'));
    assert.deepEqual(names(seen), [...wanted, 'end']);
  });

  it('tells of what another process appends to a space that was not there', async () => {
    const space = newSpace();
    const seen = watch(await open(space));
    const writer = await startWriter(space, 'w', 5);
    await writer.ended;
    await until(() => seen.length >= 5);
    assert.deepEqual(names(seen), ['w-0', 'w-1', 'w-2', 'w-3', 'w-4']);
  });

  it('tells of synced files and the rest of a half written line, and lives through broken and vanished ones', async () => {
    const space = newSpace();
    const journal = await open(space);
    await journal.append([tagged('mine')]);
    const seen = watch(journal);
    const file = putFile(space, '2026-01.jsonl', line({ id: 'a' }) + line({ id: 'b' }).slice(0, 30));
    await until(() => seen.length >= 1);
    fs.appendFileSync(file, line({ id: 'b' }).slice(30));
    await until(() => seen.length >= 2);
    fs.rmSync(file);
    putFile(space, '2026-01.jsonl', `broken\n${line({ id: 'a' })}${line({ id: 'b' })}${line({ id: 'c' })}`);
    await until(() => seen.length >= 3);
    assert.deepEqual(
      seen.map(({ id }) => id),
      ['a', 'b', 'c'],
    );
    assert.deepEqual(
      journal.problems.map((problem) => problem.line),
      [1],
    );
  });

  it('gives times behind what it told of', async () => {
    const space = newSpace();
    const journal = await open(space);
    const seen = watch(journal);
    const ahead = Date.now() + 60_000;
    putFile(space, '2026-01.jsonl', line({ time: [ahead, 3] }));
    await until(() => seen.length === 1);
    assert.deepEqual((await journal.append([tagged('f')]))[0]?.time, [ahead, 4]);
  });

  it('tells every listener, whatever another one throws, and none that is disposed', async () => {
    const space = newSpace();
    await (await open(space)).append([tagged('there')]);
    const journal = await open(space);
    await journal.read();
    const warned = new Promise((resolve) => process.once('warning', resolve));
    watches.push(
      journal.watch(() => {
        throw new Error('a fault of the listener');
      }),
    );
    const gone: JournalEvent[] = [];
    journal.watch((fresh) => gone.push(...fresh)).dispose();
    const seen = watch(journal);
    await (await open(space)).append([tagged('f')]);
    await until(() => seen.length === 1);
    assert.match(String(await warned), /a fault of the listener/);
    assert.deepEqual(gone, []);
  });

  it('takes no more than some watches of the system, however many folders a stranger makes, and sees what is in them', async () => {
    const space = newSpace();
    const writers = Array.from({ length: 400 }, (_, index) => `writer${String(index).padStart(6, '0')}`);
    for (const writer of writers) putFile(space, '2026-01.jsonl', line({ id: writer }), writer);
    const { watch: real } = fs;
    let count = 0;
    // The default export is what the watcher uses, too.
    fs.watch = ((...args: Parameters<typeof real>) => {
      count++;
      return real(...args);
    }) as typeof real;
    try {
      const journal = await open(space);
      await journal.read();
      const seen = watch(journal);
      await until(() => count >= 100);
      for (const writer of writers) putFile(space, '2026-02.jsonl', line({ id: `${writer} fresh` }), writer);
      await until(() => seen.length === writers.length);
      assert.ok(count <= 250, `${count} watches`);
    } finally {
      fs.watch = real;
    }
  });
});
