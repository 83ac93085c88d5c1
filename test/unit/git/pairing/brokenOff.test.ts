import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {
  endPairing,
  handOff,
  listBackups,
  peekTakeOver,
  prepareEnd,
  prepareHandOff,
  prepareStart,
  restoreBackup,
  startPairing,
  takeOver,
  type Work,
} from '../../../../src/git/pairing/index.ts';
import { gitSync } from '../../../support/git/repositories.ts';
import {
  type Clone,
  copied,
  packet,
  paired,
  removeFolders,
  removeTemplates,
  type Two,
  two,
} from './clones.ts';

/** A process that is gone does nothing more: from this step on every one throws. */
function dyingAt(limit: number) {
  const steps: string[] = [];
  return {
    steps,
    step: (name: string) => {
      if (steps.length >= limit) throw new Error('Killed');
      steps.push(name);
    },
  };
}

describe('pairing that is broken off in the middle', function () {
  this.timeout(120_000);
  afterEach(removeFolders);
  after(removeTemplates);

  function dirty(clone: Clone): void {
    clone.write('a.txt', 'staged\n');
    clone.git('add', 'a.txt');
    clone.write('a.txt', 'not staged\n');
    clone.write('new.txt', 'new\n');
    clone.write('keep.log', 'ignored\n');
  }

  /** What may not get lost: by path the contents, and the staged one. */
  const words: [string, string][] = [
    ['a.txt', 'not staged\n'],
    ['a.txt', 'staged\n'],
    ['new.txt', 'new\n'],
  ];

  function commits({ ann, ben, remote }: Two): string[] {
    const all = [ann, ben].flatMap(({ git }) => git('rev-list', '--all', 'HEAD').split('\n'));
    return [...new Set([...all, ...gitSync(['rev-list', '--all'], { cwd: remote }).split('\n')])].sort();
  }

  function assertNothingLost(pair: Two, clone: Clone, before: string[], when: string): void {
    const after = new Set(commits(pair));
    for (const oid of before) assert.ok(after.has(oid), `${when}: ${oid} is reachable`);
    const refs = clone.git('for-each-ref', '--format=%(refname)').trim().split('\n');
    const trees = [...refs, ...refs.filter((ref) => ref.startsWith('refs/cairn/')).map((ref) => `${ref}^2`)];
    const sources = [...trees, ''];
    const input = words.flatMap(([file]) => sources.map((tree) => `${tree}:${file}\n`)).join('');
    // Whole answers one after the other: what is asked for is short, and its own words.
    const said = gitSync(['cat-file', '--batch'], { cwd: clone.folder, input });
    for (const [file, content] of words) {
      const isInFiles = clone.has(file) && clone.read(file) === content;
      assert.ok(
        isInFiles || said.includes(`${content.length}\n${content}`),
        `${when}: ${file} with ${content}`,
      );
    }
    assert.equal(clone.read('keep.log'), 'ignored\n', when);
    clone.git('status');
    assert.equal(fs.existsSync(path.join(clone.folder, '.git', 'index.lock')), false, when);
  }

  let made = 0;

  /** Breaks the act off before each of its steps, in a fresh pair each time, until it gets through. */
  async function everywhere(
    who: 'ann' | 'ben',
    make: () => Promise<Two>,
    act: (work: Work) => Promise<unknown>,
    more: (clone: Clone, when: string) => void = () => {},
  ): Promise<string[]> {
    made++;
    for (let limit = 0; ; limit++) {
      const pair = await copied(`broken off ${made}`, make);
      const clone = pair[who];
      const before = commits(pair);
      const { step, steps } = dyingAt(limit);
      const ended = await act(await clone.open({ step })).then(
        () => null,
        (error: Error) => error,
      );
      const when = `after ${steps.join(', ')}`;
      if (ended && ended.message !== 'Killed') throw ended;
      assertNothingLost(pair, clone, before, when);
      more(clone, when);
      if (ended === null) return steps;
      // Who comes back finds a repository to go on with.
      await act(await clone.open());
      assertNothingLost(pair, clone, before, `${when}, and once more`);
      removeFolders();
    }
  }

  const decisions = {
    dirty: 'set-aside',
    untracked: 'set-aside',
    diverged: 'backup-and-reset',
    'newer-push': 'merge',
    'branch-exists': 'join',
    unpushed: 'keep-local',
  } as const;

  it('loses nothing at a handoff', async () => {
    const steps = await everywhere(
      'ann',
      async () => {
        const pair = await paired();
        dirty(pair.ann);
        return pair;
      },
      async (work) => {
        const prepared = await prepareHandOff(work, packet());
        return handOff(work, prepared, { decisions: { 'newer-push': 'merge' } });
      },
      (clone, when) => {
        assert.equal(clone.read('a.txt'), 'not staged\n', when);
        assert.equal(clone.read('new.txt'), 'new\n', when);
      },
    );
    assert.ok(steps.includes('push') && steps.includes('update-ref'), steps.join());
  });

  it('loses nothing when taking over', async () => {
    const steps = await everywhere(
      'ben',
      async () => {
        const pair = await paired();
        pair.ann.write('ann.txt', 'ann\n');
        const work = await pair.ann.open();
        await handOff(work, await prepareHandOff(work, packet()));
        pair.ben.write('own.txt', 'own\n');
        pair.ben.git('add', '--all');
        pair.ben.git('commit', '--quiet', '-m', 'Own');
        dirty(pair.ben);
        return pair;
      },
      async (work) => takeOver(work, await peekTakeOver(work, { base: 'main' }), { decisions }),
    );
    assert.ok(steps.includes('read-tree') && steps.includes('checkout'), steps.join());
  });

  it('loses nothing at the start', async () => {
    await everywhere(
      'ann',
      async () => {
        const pair = await two();
        pair.ann.write('own.txt', 'own\n');
        pair.ann.git('add', '--all');
        pair.ann.git('commit', '--quiet', '-m', 'Own');
        dirty(pair.ann);
        return pair;
      },
      async (work) => startPairing(work, await prepareStart(work, { base: 'main' }), { decisions }),
    );
  });

  it('loses nothing when a backup is brought back', async () => {
    await everywhere(
      'ben',
      async () => {
        const pair = await paired();
        pair.ben.write('a.txt', 'of before\n');
        pair.ben.write('before.txt', 'before\n');
        const work = await pair.ben.open();
        await takeOver(work, await peekTakeOver(work), { decisions });
        pair.ben.write('own.txt', 'own\n');
        pair.ben.git('add', '--all');
        pair.ben.git('commit', '--quiet', '-m', 'Own');
        dirty(pair.ben);
        return pair;
      },
      async (work) => {
        const backup = (await listBackups(work)).find(({ what }) => what === 'take-over');
        await restoreBackup(work, backup?.ref as string);
      },
    );
  });

  it('loses nothing at the end', async () => {
    const steps = await everywhere(
      'ben',
      async () => {
        const pair = await paired();
        pair.ben.write('own.txt', 'own\n');
        pair.ben.git('add', '--all');
        pair.ben.git('commit', '--quiet', '-m', 'Own');
        dirty(pair.ben);
        return pair;
      },
      async (work) => {
        const prepared = await prepareEnd(work, { base: 'main', people: [] });
        // It broke off when nothing was left to do.
        if (prepared.findings.some(({ obstacle }) => obstacle === 'no-branch')) return;
        const carried = { dirty: 'carry', untracked: 'carry', unpushed: 'carry', gone: 'go-on' } as const;
        const isOnBase = prepared.state.branch === 'main';
        await endPairing(work, prepared, { how: 'squash', decisions: isOnBase ? decisions : carried });
      },
    );
    assert.ok(steps.includes('push') && steps.includes('checkout'), steps.join());
  });
});
