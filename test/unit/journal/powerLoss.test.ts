import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Journal } from '../../../src/journal/journal.ts';
import { Disk, failure, restore, type Tree, unsynced } from './disk.ts';
import { journalFiles, newSpace, removeSpaces, tagged } from './support.ts';

type Moment = {
  step: string;
  tree: Tree;
  /** What was acknowledged by then, and what was on its way. */
  acknowledged: string[];
  begun: string[];
};

/** A line is torn behind each of its bytes in CI, and behind every fifth elsewhere. */
const every = process.env.CI ? 1 : 5;
/** Non-ASCII, so that a loss may tear a letter, too. */
const author = () => 'Ånn ✎';
const september = Date.UTC(2026, 8, 30, 23, 59);
const october = Date.UTC(2026, 9, 1);

async function read(space: string) {
  const journal = await Journal.open(space, { author });
  const names = (await journal.read()).map(({ payload }) =>
    'feedback' in payload ? (payload.feedback ?? '') : '',
  );
  return { names, problems: journal.problems };
}

/** Runs the appends on a disk that notes each state in which a power loss would leave it. */
async function record(fails: (call: string, file: string) => boolean = () => false): Promise<Moment[]> {
  const space = newSpace();
  const root = path.dirname(path.dirname(space));
  const moments: Moment[] = [];
  const acknowledged: string[] = [];
  const begun: string[] = [];
  const seen = new Set<string>();
  const note = (step: string) => {
    for (const tree of disk.losses(every)) {
      const key = `${print(tree)} ${acknowledged} ${begun}`;
      if (seen.size === seen.add(key).size) continue;
      moments.push({ step, tree, acknowledged: [...acknowledged], begun: [...begun] });
    }
  };
  const disk = new Disk(
    root,
    (call, file) => note(`${call} ${path.basename(file)}`),
    (call, file) => {
      if (fails(call, path.basename(file))) throw failure('EIO');
    },
  );
  for (const [names, now] of [
    [['f1'], september],
    [['f2', 'f3'], september],
    [['f4'], october],
  ] as const) {
    const journal = await Journal.open(space, { author, now: () => now, files: disk.files });
    begun.push(...names);
    const isDone = await journal.append(names.map((name) => tagged(name))).then(
      () => true,
      () => false,
    );
    if (isDone) acknowledged.push(...names);
    note(`${names} ${isDone ? 'acknowledged' : 'refused'}`);
  }
  return moments;
}

const print = (tree: Tree): string =>
  JSON.stringify([...tree], (_, value: unknown) => (value instanceof Map ? [...value] : value));

/** A disk on which the machine starts again. The process that held a lock is gone. */
function restart(tree: Tree, dead: number): string {
  const space = newSpace();
  const root = path.dirname(path.dirname(space));
  restore(tree, root);
  const lock = path.join(space, '.lock');
  const holder = fs.lstatSync(lock, { throwIfNoEntry: false }) && fs.readlinkSync(lock);
  if (holder) {
    fs.unlinkSync(lock);
    fs.symlinkSync(holder.replace(/^\d+/, String(dead)), lock);
  }
  return space;
}

async function check({ step, tree, acknowledged, begun }: Moment, dead: number): Promise<void> {
  const space = restart(tree, dead);
  const before = journalFiles(space);
  const found = await read(space);
  const where = `after ${step}: ${JSON.stringify(before)}`;
  assert.deepEqual(
    acknowledged.filter((name) => !found.names.includes(name)),
    [],
    `acknowledged and lost ${where}`,
  );
  assert.deepEqual(
    found.names.filter((name) => !begun.includes(name)),
    [],
    where,
  );
  assert.equal(new Set(found.names).size, found.names.length, where);
  assert.ok(found.problems.length <= 1, `${JSON.stringify(found.problems)} ${where}`);

  const journal = await Journal.open(space, { author, now: () => october, files: unsynced });
  await journal.append([tagged('next')]);
  const after = await read(space);
  assert.deepEqual(after.names, [...found.names, 'next'], where);
  assert.equal(after.problems.length, found.problems.length, where);
  for (const { file, text } of before) {
    assert.equal(fs.readFileSync(file, 'utf8').slice(0, text.length), text, 'what was there stays as it was');
  }
}

describe('Journal after a power loss', () => {
  afterEach(removeSpaces);
  const dead = spawnSync(process.execPath, ['-e', '']).pid;

  it('has everything acknowledged, whatever call was the last and whatever of it reached the disk', async function () {
    this.timeout(180_000);
    const moments = await record();
    removeSpaces();
    const steps = new Set(moments.map(({ step }) => step));
    for (const step of ['f1 acknowledged', 'f4 acknowledged', 'write 2026-10.jsonl', 'write 2026-09.jsonl']) {
      assert.ok(steps.has(step), `${step}: ${[...steps].join(', ')}`);
    }
    assert.ok(moments.length > 800 / every, String(moments.length));
    for (const moment of moments) {
      await check(moment, dead);
      removeSpaces();
    }
  });

  for (const failing of [
    'sync one',
    'sync spaces',
    'sync journal',
    'datasync 2026-09.jsonl',
    'rename .writer-id.new',
  ]) {
    it(`… and when “${failing}” failed once before`, async function () {
      this.timeout(180_000);
      let times = 0;
      const moments = await record((call, file) => `${call} ${file}` === failing && times++ === 0);
      assert.equal(times > 0, true);
      removeSpaces();
      const acknowledged = moments.at(-1)?.acknowledged ?? [];
      assert.ok(acknowledged.includes('f4') && !acknowledged.includes('f1'), String(acknowledged));
      // The states right after an acknowledgement: of these none may lose a thing, and each tree is one of few.
      for (const moment of moments.filter(({ step }) => !step.startsWith('write '))) {
        await check(moment, dead);
        removeSpaces();
      }
    });
  }
});
