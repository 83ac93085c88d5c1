import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { joinSpace, parseRemote, shareSpace } from '../../../src/git/index.ts';
import { Journal } from '../../../src/journal/journal.ts';
import { CairnError } from '../../../src/model/errors.ts';
import { foldEvents } from '../../../src/model/fold.ts';
import { type GitServer, gitSync, startGitServer } from '../../support/git/server.ts';
import {
  cloneOf,
  files,
  names,
  newFolder,
  newGit,
  newSpace,
  removeFolders,
  syncAlone,
  tagged,
  write,
} from './support.ts';

/*
 * Three clones of a space under everything that can come between them, in a random order. CAIRN_CLONES is how many
 * orders are tried for each kind of remote (1), CAIRN_CLONES_SEED the seed of the first one, to repeat it.
 */
const runs = Number(process.env.CAIRN_CLONES ?? 1);
const firstSeed = Number(process.env.CAIRN_CLONES_SEED ?? Date.now() % 1_000_000);
const steps = 14;

type World = {
  random: () => number;
  clones: string[];
  /** What was acknowledged, by name. */
  said: Set<string>;
  server: GitServer;
  /** The bare repository's folder. */
  bare: string;
  /** What the clones know it by. */
  address: string;
  isHttp: boolean;
  told: string[];
};

const git = newGit();
const sync = (folder: string) => syncAlone(git, cloneOf(folder));

/** mulberry32: the same numbers for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = <T>({ random }: World, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

async function say(world: World, folder: string): Promise<void> {
  const journal = await Journal.open(folder, { author: () => `person ${world.clones.indexOf(folder)}` });
  const name = `said-${world.said.size}`;
  await journal.append([tagged(name)]);
  world.said.add(name);
}

/** Another process that syncs, and is killed in the midst of it; its git may go on for a while. */
async function killedSync(world: World, folder: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'syncProcess.ts'), folder, newFolder()],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const ended = new Promise((resolve) => child.once('close', resolve));
  await Promise.race([ended, new Promise((resolve) => child.stdout.once('data', resolve))]);
  await new Promise((resolve) => setTimeout(resolve, world.random() * 300));
  child.kill('SIGKILL');
  await ended;
}

async function offline(world: World, folder: string): Promise<void> {
  const { server, bare, isHttp, random } = world;
  const before = files(folder);
  if (isHttp) server.behaviour = random() < 0.5 ? { is: 'offline' } : { is: 'failing', status: 503 };
  else fs.renameSync(bare, `${bare}.away`);
  try {
    await assert.rejects(sync(folder), { code: 'offline' });
  } finally {
    server.behaviour = { is: 'well' };
    if (!isHttp) fs.renameSync(`${bare}.away`, bare);
  }
  assert.deepEqual(files(folder), before);
}

/** Another clone is faster between this one's fetch and its push. */
async function stalePush(world: World, folder: string, other: string): Promise<void> {
  let isDone = false;
  const overtake = async () => {
    if (isDone) return;
    isDone = true;
    await sync(other);
  };
  await say(world, folder);
  await say(world, other);
  if (world.isHttp) {
    world.server.beforePush = overtake;
    await sync(folder);
    world.server.beforePush = undefined;
    return;
  }
  const clone = cloneOf(folder);
  const hold = async <T>(work: () => Promise<T>) => {
    await overtake();
    return clone.hold(work);
  };
  await syncAlone(git, { ...clone, hold });
}

function rewind(world: World): void {
  const commits = gitSync(['rev-list', 'main'], { cwd: world.bare }).trim().split('\n');
  gitSync(['update-ref', 'refs/heads/main', pick(world, commits)], { cwd: world.bare });
}

/** A home is copied over another: two clones with one writer id. What the lost one had is known to the copied one. */
async function copyHome(from: string, to: string): Promise<void> {
  await sync(to);
  await sync(from);
  fs.rmSync(to, { recursive: true, maxRetries: 5 });
  for (let tries = 0; ; tries++) {
    try {
      fs.cpSync(from, to, { recursive: true });
      return;
    } catch (error) {
      // A killed sync's git may still be clearing up there.
      if (tries > 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function step(world: World): Promise<void> {
  const [one, other] = [pick(world, world.clones), pick(world, world.clones)];
  const kind = pick(world, [
    ...[
      'say',
      'say',
      'say',
      'sync',
      'sync',
      'killed',
      'killed',
      'offline',
      'stale',
      'rewind',
      'copy',
      'together',
      'both',
    ],
  ] as const);
  world.told.push(`${kind} ${world.clones.indexOf(one)} ${world.clones.indexOf(other)}`);
  if (kind === 'say') for (let i = 0; i <= world.random() * 3; i++) await say(world, one);
  else if (kind === 'sync') await sync(one);
  else if (kind === 'killed') await killedSync(world, one);
  else if (kind === 'offline') await offline(world, one);
  else if (kind === 'rewind') rewind(world);
  else if (kind === 'together') await Promise.all(world.clones.map(sync));
  else if (kind === 'both') await Promise.all([sync(one), say(world, one)]);
  else if (one !== other) await (kind === 'copy' ? copyHome(one, other) : stalePush(world, one, other));
}

async function inStep({ clones, said, bare }: World): Promise<void> {
  for (let round = 0; round < 3; round++) for (const folder of clones) await sync(folder);
  const [first = '', ...others] = clones;
  const head = gitSync(['rev-parse', 'main'], { cwd: bare });
  const states = await Promise.all(
    clones.map(async (folder) =>
      foldEvents(await (await Journal.open(folder, { author: () => 'reader' })).read()),
    ),
  );
  for (const [index, folder] of others.entries()) {
    assert.deepEqual(files(folder), files(first));
    assert.deepEqual(states[index + 1], states[0]);
  }
  assert.deepEqual([...states[0]!.marks.keys()].sort(), [...said].sort(), 'something was lost');
  assert.deepEqual([...new Set(await names(first))], [...said].sort());
  assert.equal(gitSync(['rev-list', '--min-parents=2', '--count', 'main'], { cwd: bare }).trim(), '0');
  gitSync(['fsck', '--strict'], { cwd: bare });
  for (const folder of clones) await sync(folder);
  assert.equal(gitSync(['rev-parse', 'main'], { cwd: bare }), head, 'they hand something to and fro');
}

async function makeWorld(seed: number, isHttp: boolean, server: GitServer): Promise<World> {
  const made = server.create(`ann/space-${seed}-${isHttp}`);
  const address = isHttp ? made.url : made.path;
  const first = newSpace();
  await write(first, 'person 0', 'said-0');
  await shareSpace(git, cloneOf(first), parseRemote(address));
  const clones = [first];
  for (let i = 1; i < 3; i++) {
    const folder = path.join(newFolder(), `clone-${i}`);
    await joinSpace(git, folder, parseRemote(address));
    clones.push(folder);
  }
  const world: World = {
    ...{ random: randomOf(seed), clones, said: new Set(['said-0']), server },
    ...{ bare: made.path, address, isHttp, told: [] },
  };
  // Somebody who was there, wrote twice and is gone: nobody but the others can bring that back.
  const gone = path.join(newFolder(), 'gone');
  await joinSpace(git, gone, parseRemote(address));
  for (let times = 0; times < 2; times++) {
    await say(world, gone);
    await sync(gone);
  }
  fs.rmSync(gone, { recursive: true });
  for (const folder of clones) await sync(folder);
  return world;
}

describe('three clones of a space', () => {
  let server: GitServer;
  before(async () => {
    server = await startGitServer();
  });
  after(async () => {
    await server.close();
    removeFolders();
  });

  for (let run = 0; run < runs; run++) {
    for (const isHttp of [false, true]) {
      const seed = firstSeed + run;
      it(`end with the same state over ${isHttp ? 'HTTP' : 'a folder'}, whatever comes between (seed ${seed})`, async function () {
        this.timeout(300_000);
        const world = await makeWorld(seed, isHttp, server);
        try {
          for (let i = 0; i < steps; i++) await step(world);
          world.told.push('in step');
          await inStep(world);
        } catch (error) {
          const detail = error instanceof CairnError ? `\n${error.detail}` : '';
          const told = `CAIRN_CLONES_SEED=${seed}: ${world.told.join(', ')}`;
          throw new Error(`${told}\n${error instanceof Error ? error.stack : error}${detail}`, {
            cause: error,
          });
        }
      });
    }
  }
});
