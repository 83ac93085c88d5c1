import assert from 'node:assert/strict';
import fs from 'node:fs';
import { Journal } from '../../../src/journal/journal.ts';
import type { JournalEvent } from '../../../src/model/events.ts';
import { journalFiles, newSpace, removeSpaces, startWriter } from './support.ts';

/** How many kills; more by `CAIRN_KILLS`. */
const kills = Number(process.env.CAIRN_KILLS ?? 20);

const names = (events: readonly JournalEvent[]) =>
  events.map(({ payload }) => ('feedback' in payload ? payload.feedback : ''));

describe('Journal, written by several processes', () => {
  afterEach(removeSpaces);

  it(`loses nothing acknowledged when the writer is killed, ${kills} times`, async function () {
    this.timeout(10_000 + kills * 3000);
    const space = newSpace();
    const acknowledged: string[] = [];
    for (let round = 0; round < kills; round++) {
      const writer = startWriter(space, `round${round}`);
      await writer.reached(1 + Math.floor(Math.random() * 5));
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10));
      writer.kill();
      await writer.ended;
      acknowledged.push(...writer.acknowledged());
      const journal = await Journal.open(space, { author: () => 'ann' });
      const there = names(await journal.read());
      assert.equal(new Set(there).size, there.length);
      assert.deepEqual(
        acknowledged.filter((name) => !there.includes(name)),
        [],
      );
      // A kill tears at most the line that was being written, once a round.
      assert.ok(journal.problems.length <= round + 1, JSON.stringify(journal.problems));
    }
    assert.ok(acknowledged.length >= kills);
  });

  it('has every event of processes that append at once, once and whole', async function () {
    this.timeout(60_000);
    const space = newSpace();
    const writers = ['a', 'b', 'c'].map((name) => startWriter(space, name, 60));
    await Promise.all(writers.map(({ ended }) => ended));
    const journal = await Journal.open(space, { author: () => 'ann' });
    const there = names(await journal.read());
    const wanted = ['a', 'b', 'c'].flatMap((name) => Array.from({ length: 60 }, (_, i) => `${name}-${i}`));
    assert.deepEqual(there.toSorted(), wanted.toSorted());
    assert.deepEqual(journal.problems, []);
    const files = journalFiles(space);
    assert.equal(files.length, 1, 'windows of one machine are one writer');
    assert.equal(files[0]?.text.split('\n').length, wanted.length + 1);
    assert.deepEqual(fs.readdirSync(space).toSorted(), ['.writer-id', 'journal'], 'no lock is left behind');
  });
});
