import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGit, joinSpace, parseRemote, shareSpace, syncSpace } from '../../src/git/index.ts';
import { Journal } from '../../src/journal/journal.ts';
import { bareRemote, plainEnvironment } from '../support/git/server.ts';

const events = 100_000;
const fresh = 10;
const rounds = 5;

/**
 * A space with 100,000 events of two writers over 24 months, shared through a bare folder: what it takes to push ten
 * new ones and, on the other side, to pull them. Milliseconds and bytes are medians of five; the bytes are those of
 * the packs as git sends them. `share` and `join` are the first time, once.
 */
export default async function sync() {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-sync-'));
  const bare = bareRemote();
  try {
    const git = createGit({
      program: 'git',
      scratch: join(folder, 'scratch'),
      env: plainEnvironment(folder),
    });
    const [ann, ben] = [join(folder, 'ann'), join(folder, 'ben')];
    const bytes = fill(ann);
    const remote = parseRemote(bare.path);
    const share = await timed(async () => shareSpace(git, await cloneOf(ann), remote));
    const join_ = await timed(() => joinSpace(git, ben, remote));
    const [one, other] = [await cloneOf(ann), await cloneOf(ben)];
    const figures = {
      push: [] as number[],
      pull: [] as number[],
      nothing: [] as number[],
      sent: [] as number[],
    };
    for (let round = 0; round < rounds; round++) {
      await append(ann, round);
      const before = head(bare.path);
      figures.push.push((await timed(() => syncSpace(git, one))).ms);
      figures.sent.push(packBytes(bare.path, before));
      figures.pull.push((await timed(() => syncSpace(git, other))).ms);
      figures.nothing.push((await timed(() => syncSpace(git, other))).ms);
    }
    return {
      events,
      fresh,
      journalBytes: bytes,
      shareMs: share.ms,
      joinMs: join_.ms,
      pushMs: median(figures.push),
      pullMs: median(figures.pull),
      nothingNewMs: median(figures.nothing),
      bytes: median(figures.sent),
    };
  } finally {
    bare.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Writes the journal as two clones would have over two years. */
function fill(space: string): number {
  mkdirSync(space, { recursive: true });
  const identity = {
    cairn: 1,
    id: '01HZZZZZZZZZZZZZZZZZZZZZZZ',
    name: 'Bench',
    createdAt: '2024-01-01T00:00:00Z',
  };
  writeFileSync(join(space, 'space.json'), JSON.stringify(identity));
  writeFileSync(join(space, '.writer-id'), 'annswriter\n');
  let bytes = 0;
  const perFile = events / 48;
  for (const [who, writer] of ['annswriter', 'benswriter'].entries()) {
    const journal = join(space, 'journal', writer);
    mkdirSync(journal, { recursive: true });
    for (let month = 0; month < 24; month++) {
      const lines: string[] = [];
      const [first, last] = [
        Math.round((who * 24 + month) * perFile),
        Math.round((who * 24 + month + 1) * perFile),
      ];
      for (let i = first; i < last; i++) lines.push(line(i, writer));
      const name = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}.jsonl`;
      writeFileSync(join(journal, name), lines.join(''));
      bytes += statSync(join(journal, name)).size;
    }
  }
  return bytes;
}

function line(i: number, author: string): string {
  const id = `01H${String(i).padStart(23, '0')}`;
  const text = `Please give this function number ${i} a name that says what it returns.`;
  const excerpt = {
    kind: 'line',
    author: 'ben',
    text,
    url: `https://github.com/ann/beacon/pull/${i % 97}#r${i}`,
  };
  const where = {
    repository: 'ann/beacon',
    isPrivate: false,
    number: i % 97,
    title: 'Count',
    path: 'src/a.ts',
    line: i,
  };
  const payload = {
    feedback: `github.com/r${i}`,
    tag: 'keep',
    excerpt: { ...excerpt, ...where, createdAt: '2024-01-01' },
  };
  const time = [1_700_000_000_000 + i, 0];
  return `${JSON.stringify({ id, time, author, act: id, type: 'feedback.tagged', version: 1, payload })}\n`;
}

/** Ten events, as a person at work makes them: into this month's file. */
async function append(space: string, round: number): Promise<void> {
  const now = () => Date.UTC(2025, 11, 20, 10, round);
  const journal = await Journal.open(space, { author: () => 'annswriter', now });
  for (let i = 0; i < fresh; i++) {
    await journal.append([
      { type: 'feedback.tagged', payload: { feedback: `fresh-${round}-${i}`, tag: 'stop' } },
    ]);
  }
}

async function cloneOf(folder: string) {
  const journal = await Journal.open(folder, { author: () => 'bench' });
  return {
    folder,
    hold: <T>(work: () => Promise<T>) => journal.hold(work),
    writer: () => journal.writer(),
    renewWriter: () => journal.renewWriter(),
  };
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { ms: Math.round(performance.now() - start), result };
}

function head(bare: string): string {
  return spawnSync('git', ['rev-parse', 'main'], { cwd: bare }).stdout.toString().trim();
}

/** The size of what git sends to somebody who has `before`: a thin pack with deltas. */
function packBytes(bare: string, before: string): number {
  const input = `${head(bare)}\n^${before}\n`;
  const args = ['pack-objects', '--stdout', '--revs', '--thin', '--delta-base-offset', '-q'];
  return spawnSync('git', args, { cwd: bare, input, maxBuffer: 1024 * 1024 * 1024 }).stdout.length;
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;
}
