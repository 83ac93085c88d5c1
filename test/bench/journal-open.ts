import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { writeManyEvents } from '../support/journal/manyEvents.ts';
import { linesOf, load, plain, read, save } from '../support/journal/openJournal.ts';

/** Rounds of reading, reading with a snapshot, and parsing, one after the other: other work meets all alike. */
const rounds = 11;
const count = 100_000;
const bounds = { ratio: 2.2, snapshotRatio: 0.5 };

/**
 * How long it takes from a space's files (just written, so the system has them in memory) to the folded, checked
 * state, without a snapshot and with one, beside `JSON.parse` of each line, kept in memory as text; what parsing gives
 * is not kept. And how time and memory grow with the number of events, each measured in a process of its own.
 * Usage: npm run -s bench -- journal-open [--ratios]
 */
export default async function measure(args: string[] = []) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-bench-'));
  try {
    const at = (many: number) => path.join(folder, String(many));
    writeManyEvents(path.join(at(count), 'space'), path.join(at(count), 'private'), count);
    const ratios = await compare(at(count));
    const growth: object[] = [];
    for (const many of args.includes('--ratios') ? [] : [10_000, 100_000, 1_000_000]) {
      if (many !== count) writeManyEvents(path.join(at(many), 'space'), path.join(at(many), 'private'), many);
      await save(at(many));
      growth.push({ events: many, ...probe(at(many)) });
      fs.rmSync(at(many), { recursive: true });
    }
    const ok = ratios.ratio <= bounds.ratio && ratios.snapshotRatio <= bounds.snapshotRatio;
    return { ok, ...ratios, growth };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(folder: string) {
  const lines = linesOf(folder);
  const snapshotBytes = await save(folder);
  assert.deepEqual(plain(await load(folder)), plain(await read(folder)));
  const times = {
    parse: [] as number[],
    kept: [] as number[],
    open: [] as number[],
    snapshot: [] as number[],
  };
  for (let round = 0; round < rounds; round++) {
    times.parse.push(await timed(async () => void parseAll(lines)));
    times.kept.push(await timed(async () => void lines.map((line) => JSON.parse(line) as object)));
    times.open.push(await timed(() => read(folder)));
    times.snapshot.push(await timed(() => load(folder)));
  }
  const over = (name: 'open' | 'snapshot', base: 'parse' | 'kept' = 'parse') =>
    round2(median(times[name].map((time, i) => time / (times[base][i] as number))));
  return {
    ratio: over('open'),
    snapshotRatio: over('snapshot'),
    // Opening keeps what it parsed: beside a parse that does, too.
    ratioOverKept: over('open', 'kept'),
    events: lines.length,
    megabytes: Math.round(lines.reduce((sum, line) => sum + line.length, 0) / 1e6),
    parseMs: Math.round(median(times.parse)),
    openMs: Math.round(median(times.open)),
    snapshotMs: Math.round(median(times.snapshot)),
    snapshotMegabytes: Math.round(snapshotBytes / 1e6),
  };
}

function parseAll(lines: readonly string[]): number {
  let versions = 0;
  for (const line of lines) versions += (JSON.parse(line) as { version: number }).version;
  return versions;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Each kind of work pays for its own garbage, and not for what the one before it has left. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  collect();
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Opens a space in a process of its own, without its snapshot, and with it in another one. */
function probe(folder: string): object {
  const run = (how: string) => {
    const program = path.join(import.meta.dirname, '../support/journal/openProbe.ts');
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', program, folder, how], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as object;
  };
  return { open: run('open'), snapshot: run('snapshot') };
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] as number;
const round2 = (value: number) => Math.round(value * 100) / 100;
