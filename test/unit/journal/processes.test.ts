import assert from 'node:assert/strict';
import fs from 'node:fs';
import { Journal } from '../../../src/journal/journal.ts';
import { journalFiles, newSpace, removeSpaces, startWriter } from './support.ts';

/** How many kills; other numbers by `CAIRN_KILLS`. */
const kills = Number(process.env.CAIRN_KILLS ?? (process.env.CI ? 200 : 20));
/** Writers at one space that are killed, beside one that goes on: it waits for the lock that they may hold. */
const lanes = 2;
/** Kills after which a fresh space is taken, so that reading it each time stays short. */
const killsASpace = 20;

const [processes, each] = [4, 2500];

async function read(space: string) {
  const journal = await Journal.open(space, { author: () => 'ann' });
  const names = (await journal.read()).map(({ payload }) =>
    'feedback' in payload ? (payload.feedback ?? '') : '',
  );
  return { names, there: new Set(names), problems: journal.problems };
}

describe('Journal, written by several processes', () => {
  afterEach(removeSpaces);

  it(`loses nothing acknowledged when a writer is killed, ${kills} times`, async function () {
    this.timeout(20_000 + kills * 2000);
    let killed = 0;
    let acknowledged = 0;
    while (killed < kills) {
      const space = newSpace();
      const many = Math.min(killsASpace, kills - killed);
      let left = many;
      const wanted: string[] = [];
      const steady = await startWriter(space, 'steady');
      const lane = async () => {
        while (left-- > 0) {
          const writer = await startWriter(space, `kill${killed + left}`);
          await writer.reached(1 + Math.floor(Math.random() * 5));
          // Some milliseconds are some appends: the kill meets each of their steps.
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 10));
          writer.kill();
          assert.equal(await writer.ended, 'SIGKILL');
          wanted.push(...writer.acknowledged());
          const acknowledged = [...wanted, ...steady.acknowledged()];
          const { names, there, problems } = await read(space);
          assert.equal(there.size, names.length, 'each event is there once');
          assert.deepEqual(
            acknowledged.filter((name) => !there.has(name)),
            [],
          );
          // A kill tears at most the line that was being written, and another writer may just be writing one.
          assert.ok(problems.length <= many - left + 1, JSON.stringify(problems));
        }
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      const before = steady.acknowledged().length;
      await steady.reached(before + 1);
      steady.kill();
      assert.equal(await steady.ended, 'SIGKILL', 'the one that was not killed goes on to the end');
      killed += many;
      acknowledged += wanted.length;
      // Whatever the last kill left behind: the next one writes, and soon.
      const last = await startWriter(space, 'last', 1);
      assert.equal(await last.ended, null);
      assert.ok((await read(space)).there.has('last-0'));
      assert.deepEqual(fs.readdirSync(space).toSorted(), ['.writer-id', 'journal'], 'no lock is left behind');
      removeSpaces();
    }
    assert.ok(acknowledged >= kills, `${acknowledged} events`);
  });

  it(`has all events of ${processes} processes that append ${each} each, once and whole`, async function () {
    this.timeout(300_000);
    const space = newSpace();
    const letters = ['a', 'b', 'c', 'd'].slice(0, processes);
    const writers = await Promise.all(letters.map((name) => startWriter(space, name, each)));
    for (const writer of writers) assert.equal(await writer.ended, null);
    const wanted = letters.flatMap((name) => Array.from({ length: each }, (_, i) => `${name}-${i}`));
    assert.deepEqual(
      writers.flatMap((writer) => writer.acknowledged()),
      wanted,
    );
    const { names, problems } = await read(space);
    assert.deepEqual(names.toSorted(), wanted.toSorted());
    assert.deepEqual(problems, []);
    const files = journalFiles(space);
    assert.equal(files.length, 1, 'windows of one machine are one writer');
    assert.equal(files[0]?.text.split('\n').length, wanted.length + 1);
    // Each process in the order in which it said things.
    for (const letter of letters) {
      const own = names.filter((name) => name.startsWith(`${letter}-`));
      assert.deepEqual(
        own,
        wanted.filter((name) => name.startsWith(`${letter}-`)),
      );
    }
    assert.deepEqual(fs.readdirSync(space).toSorted(), ['.writer-id', 'journal'], 'no lock is left behind');
  });
});
