import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  handOff,
  openWork,
  peekTakeOver,
  prepareHandOff,
  prepareStart,
  startPairing,
  takeOver,
  type Work,
} from '../../src/git/pairing/index.ts';
import { wipSubject } from '../../src/git/pairing/message.ts';
import { makeBare, plainEnvironment } from '../support/git/repositories.ts';

const files = 20_000;
const commits = 5000;
const changed = 10;
const rounds = 9;
const bound = 1.3;
const branch = 'mob/main';

/**
 * A handoff and a take-over in a repository of 20,000 files and 5,000 commits with a local bare remote: by Cairn, with
 * everything that it looks at first, and by the git commands alone that do the same work (`add`, `commit`, `push`;
 * `fetch`, `checkout`), in turns. Milliseconds, medians; the bound is on both together.
 */
export default async function handoff() {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-handoff-'));
  try {
    writeFileSync(join(folder, '.gitconfig'), '[user]\n\tname = Ann\n\temail = ann@example.org\n');
    const env = plainEnvironment(folder);
    const remote = makeBare(join(folder, 'remote.git'));
    fill(remote);
    const sides = await Promise.all(
      ['ann', 'ben'].map(async (name) => {
        git(env, folder, 'clone', '--quiet', '--branch', 'main', remote, name);
        const work = await openWork({ program: 'git', folder: join(folder, name), hooks: false, env });
        return { folder: join(folder, name), work };
      }),
    );
    const [ann, ben] = sides as [Side, Side];
    await startPairing(ann.work, await prepareStart(ann.work));
    await takeOver(ben.work, await peekTakeOver(ben.work));
    const figures: Record<'cairnHand' | 'gitHand' | 'cairnTake' | 'gitTake', number[]> = {
      ...{ cairnHand: [], gitHand: [], cairnTake: [], gitTake: [] },
    };
    for (let round = -1; round < rounds; round++) {
      for (const is of round % 2 === 0 ? (['cairn', 'git'] as const) : (['git', 'cairn'] as const)) {
        const [driver, next] = round % 2 === 0 ? [ann, ben] : [ben, ann];
        // Whoever does not stand on the newest commit yet: outside of what is measured.
        git(env, driver.folder, 'pull', '--quiet', '--ff-only', 'origin', branch);
        edit(driver.folder, round, is);
        const hand = await timed(() => (is === 'cairn' ? cairnHand(driver) : gitHand(env, driver)));
        const take = await timed(() => (is === 'cairn' ? cairnTake(next) : gitTake(env, next)));
        if (git(env, ann.folder, 'rev-parse', 'HEAD') !== git(env, ben.folder, 'rev-parse', 'HEAD')) {
          throw new Error('The two do not stand on the same commit.');
        }
        if (round < 0) continue;
        figures[`${is}Hand`].push(hand);
        figures[`${is}Take`].push(take);
      }
    }
    const sum = (one: number[], other: number[]) => one.map((ms, at) => ms + (other[at] as number));
    const [cairn, plain] = [
      sum(figures.cairnHand, figures.cairnTake),
      sum(figures.gitHand, figures.gitTake),
    ].map(median) as [number, number];
    const ratio = Math.round((cairn / plain) * 100) / 100;
    const each = Object.fromEntries(Object.entries(figures).map(([name, all]) => [`${name}Ms`, median(all)]));
    return {
      files,
      commits,
      changed,
      rounds,
      ...each,
      cairnMs: cairn,
      gitMs: plain,
      ratio,
      bound,
      ok: ratio <= bound,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

type Side = { folder: string; work: Work };

async function cairnHand({ work, folder }: Side): Promise<void> {
  // As the command does: a repository is opened anew for each act.
  const note = { done: 'Wrote the test', todo: 'Make it green', unclear: '', failing: '' };
  const id = '01HZZZZZZZZZZZZZZZZZZZZZZZ';
  const fresh = await reopened(work, folder);
  await handOff(fresh, await prepareHandOff(fresh, { id, note, coAuthors: [], lastFile: null }));
}

async function cairnTake({ work, folder }: Side): Promise<void> {
  const fresh = await reopened(work, folder);
  await takeOver(fresh, await peekTakeOver(fresh));
}

const reopened = (work: Work, folder: string) =>
  openWork({ program: 'git', folder, hooks: false, env: work.env });

async function gitHand(env: NodeJS.ProcessEnv, { folder }: Side): Promise<void> {
  git(env, folder, 'add', '--all');
  git(env, folder, 'commit', '--quiet', '--no-verify', '-m', wipSubject);
  git(env, folder, 'push', '--quiet', '--no-verify', 'origin', branch);
}

async function gitTake(env: NodeJS.ProcessEnv, { folder }: Side): Promise<void> {
  git(env, folder, 'fetch', '--quiet', 'origin', branch);
  git(env, folder, 'checkout', '--quiet', '-B', branch, `origin/${branch}`);
}

function edit(folder: string, round: number, by: string): void {
  for (let i = 0; i < changed; i++) {
    const number = ((round + 2) * 997 + i * 1913) % files;
    writeFileSync(join(folder, nameOf(number)), content(number, `${by} ${round} ${i}`));
  }
  mkdirSync(join(folder, 'new'), { recursive: true });
  writeFileSync(join(folder, 'new', `${by}-${round}.ts`), content(0, 'new'));
}

/** Fills a bare repository with a history, by one stream. */
function fill(remote: string): void {
  const parts: string[] = [];
  const commit = (number: number, changes: string[]) => {
    const who = `Ann <ann@example.org> ${1_700_000_000 + number * 60} +0000`;
    const message = `Change ${number}`;
    parts.push(
      `commit refs/heads/main\ncommitter ${who}\ndata ${message.length}\n${message}\n`,
      ...changes,
      '\n',
    );
  };
  const file = (number: number, text: string) => {
    const body = content(number, text);
    return `M 100644 inline ${nameOf(number)}\ndata ${Buffer.byteLength(body)}\n${body}\n`;
  };
  commit(
    0,
    Array.from({ length: files }, (_, number) => file(number, 'first')),
  );
  for (let number = 1; number < commits; number++)
    commit(number, [file((number * 7) % files, String(number))]);
  const { status, stderr } = spawnSync('git', ['fast-import', '--quiet'], {
    cwd: remote,
    input: parts.join(''),
  });
  if (status !== 0) throw new Error(stderr.toString());
  spawnSync('git', ['symbolic-ref', 'HEAD', 'refs/heads/main'], { cwd: remote });
}

const nameOf = (number: number) =>
  `src/part${number % 40}/room${Math.floor(number / 40) % 25}/file${number}.ts`;

function content(number: number, text: string): string {
  const lines = Array.from({ length: 20 }, (_, i) => `export const value${i} = ${number * 31 + i};`);
  return `// ${text}\n${lines.join('\n')}\n`;
}

function git(env: NodeJS.ProcessEnv, cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd, env });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.toString().trim();
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round(performance.now() - start);
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;
}
