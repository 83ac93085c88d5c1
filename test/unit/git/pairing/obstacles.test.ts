import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {
  handOff,
  inspect,
  listBackups,
  peekTakeOver,
  prepareHandOff,
  prepareStart,
  restoreBackup,
  startPairing,
  takeOver,
} from '../../../../src/git/pairing/index.ts';
import type { Finding } from '../../../../src/git/pairing/types.ts';
import { gitSync } from '../../../support/git/repositories.ts';
import {
  type Clone,
  cloneAt,
  newFolder,
  packet,
  paired,
  picture,
  removeFolders,
  removeTemplates,
  two,
} from './clones.ts';

describe('what stands in the way of pairing', function () {
  this.timeout(60_000);
  afterEach(removeFolders);
  after(removeTemplates);

  const names = (findings: readonly Finding[]) =>
    findings.map(({ obstacle, isBlocking }) => `${obstacle}${isBlocking ? '!' : ''}`);

  async function opened() {
    const pair = await paired();
    return { ...pair, work: await pair.ann.open(), there: await pair.ben.open() };
  }

  async function annHandsOff(ann: Clone, file: string, content: string) {
    ann.write(file, content);
    const work = await ann.open();
    await handOff(work, await prepareHandOff(work, packet()));
  }

  const busy: [string, (clone: Clone) => void][] = [
    ['rebasing', (clone) => quiet(() => clone.git('rebase', 'other'))],
    ['merging', (clone) => quiet(() => clone.git('merge', 'other'))],
    ['picking', (clone) => quiet(() => clone.git('cherry-pick', 'other'))],
    ['reverting', (clone) => quiet(() => clone.git('revert', '--no-edit', 'HEAD~1'))],
    ['bisecting', (clone) => clone.git('bisect', 'start')],
    [
      'applying',
      (clone) => {
        const file = path.join(clone.home, 'p.patch');
        fs.writeFileSync(file, clone.git('format-patch', '--stdout', '-1', 'other'));
        quiet(() => clone.git('am', file));
      },
    ],
  ];
  for (const [obstacle, make] of busy) {
    it(`stops while git is ${obstacle}`, async () => {
      const { ben, there } = await opened();
      ben.git('branch', 'other');
      ben.write('a.txt', 'ours\n');
      ben.git('commit', '--quiet', '-am', 'Ours');
      ben.write('a.txt', 'ours again\n');
      ben.git('commit', '--quiet', '-am', 'Ours again');
      ben.git('checkout', '--quiet', 'other');
      ben.write('a.txt', 'theirs\n');
      ben.git('commit', '--quiet', '-am', 'Theirs');
      ben.git('checkout', '--quiet', 'mob/main');
      make(ben);
      const before = picture(ben);
      const peeked = await peekTakeOver(there, { base: 'main', branch: 'mob/main' });
      assert.ok(names(peeked.findings).includes(`${obstacle}!`), names(peeked.findings).join());
      const prepared = await prepareHandOff(there, packet({ base: 'main', branch: 'mob/main' }));
      assert.ok(names(prepared.findings).includes(`${obstacle}!`));
      const all = { [obstacle]: 'go-on', diverged: 'merge', dirty: 'carry', conflicted: 'go-on' } as const;
      await assert.rejects(takeOver(there, peeked, { decisions: all }), { code: 'pairing-blocked' });
      await assert.rejects(handOff(there, prepared, { decisions: all }), { code: 'pairing-blocked' });
      assert.deepEqual(picture(ben), before);
      if (obstacle !== 'bisecting' && obstacle !== 'applying') {
        assert.ok(names(prepared.findings).includes('conflicted!'));
      }
    });
  }

  it('keeps unpushed commits when taking over, and puts them aside only when asked', async () => {
    const { ben, there } = await opened();
    ben.write('own.txt', 'own\n');
    ben.git('add', '--all');
    ben.git('commit', '--quiet', '-m', 'Own');
    const own = ben.git('rev-parse', 'HEAD').trim();
    const peeked = await peekTakeOver(there);
    assert.deepEqual(names(peeked.findings), ['unpushed']);
    const kept = await takeOver(there, peeked);
    assert.equal(kept.commit, own);
    const done = await takeOver(there, peeked, { decisions: { unpushed: 'backup-and-reset' } });
    assert.equal(ben.has('own.txt'), false);
    assert.equal(ben.git('rev-parse', ...done.backups).trim(), own);
    const [backup] = await listBackups(there);
    assert.deepEqual([backup?.what, backup?.branch, backup?.isDirty], ['take-over', 'mob/main', false]);
    await restoreBackup(there, backup?.ref as string);
    assert.equal(ben.git('rev-parse', 'mob/main').trim(), own);
    assert.equal(ben.read('own.txt'), 'own\n');
  });

  it('brings diverged branches together, or keeps ours under a backup', async () => {
    const { ann, ben, there } = await opened();
    await annHandsOff(ann, 'ann.txt', 'ann\n');
    ben.write('own.txt', 'own\n');
    ben.git('add', '--all');
    ben.git('commit', '--quiet', '-m', 'Own');
    const own = ben.git('rev-parse', 'HEAD').trim();
    const peeked = await peekTakeOver(there);
    assert.deepEqual(names(peeked.findings), ['diverged!']);
    const [diverged] = peeked.findings;
    assert.deepEqual(diverged?.detail, { branch: 'mob/main', ahead: 1, behind: 1, by: 'Ann' });
    assert.deepEqual(diverged?.choices, ['merge', 'backup-and-reset', 'stop']);
    await assert.rejects(takeOver(there, peeked), { code: 'pairing-blocked', detail: 'diverged' });
    const reset = await takeOver(there, peeked, { decisions: { diverged: 'backup-and-reset' } });
    assert.equal(ben.git('rev-parse', ...reset.backups).trim(), own);
    assert.equal(ben.has('own.txt'), false);
    await restoreBackup(there, reset.backups[0] as string);
    const again = await peekTakeOver(there);
    const merged = await takeOver(there, again, { decisions: { diverged: 'merge' } });
    assert.deepEqual(merged.backups, []);
    assert.equal(ben.read('own.txt') + ben.read('ann.txt'), 'own\nann\n');
  });

  it('sets changes aside with untracked and staged ones, and brings all of it back', async () => {
    const { ann, ben, there } = await opened();
    await annHandsOff(ann, 'a.txt', 'ann\n');
    ben.write('a.txt', 'staged\n');
    ben.git('add', 'a.txt');
    ben.write('a.txt', 'not staged\n');
    ben.write('new "file\n\tin two lines".txt', 'new\n');
    ben.write('-rf', 'dash\n');
    ben.write('deep/er/ünï.txt', 'deep\n');
    ben.git('rm', '--quiet', '--cached', 'first.txt');
    fs.rmSync(path.join(ben.folder, 'src'), { recursive: true });
    fs.symlinkSync('deep', path.join(ben.folder, 'src'));
    fs.chmodSync(path.join(ben.folder, '-rf'), 0o755);
    ben.write('keep.log', 'ignored\n');
    const before = picture(ben);
    const peeked = await peekTakeOver(there);
    assert.deepEqual(names(peeked.findings), ['newer-push', 'dirty!', 'untracked!']);
    await assert.rejects(takeOver(there, peeked, { decisions: { dirty: 'carry', untracked: 'carry' } }), {
      code: 'pairing-conflict',
    });
    assert.deepEqual(picture(ben), before);
    const decisions = { dirty: 'set-aside', untracked: 'set-aside' } as const;
    const { backups } = await takeOver(there, peeked, { decisions });
    assert.equal(ben.git('status', '--porcelain'), '');
    assert.equal(ben.read('a.txt'), 'ann\n');
    assert.equal(ben.read('keep.log'), 'ignored\n');
    const restored = await restoreBackup(there, backups[0] as string);
    assert.deepEqual(picture(ben), before);
    assert.equal(restored.backups.length, 1, 'the branch stood elsewhere, which is kept, too');
    // And there again.
    await restoreBackup(there, restored.backups[0] as string);
    assert.equal(ben.read('a.txt'), 'ann\n');
    const newest = (await listBackups(there)).find(({ isDirty, what }) => isDirty && what === 'restore');
    await restoreBackup(there, newest?.ref as string);
    assert.deepEqual(picture(ben), before);
  });

  it('carries changes that are not in the way', async () => {
    const { ann, ben, there } = await opened();
    await annHandsOff(ann, 'a.txt', 'ann\n');
    ben.write('src/b.txt', 'staged\n');
    ben.git('add', 'src/b.txt');
    ben.write('mine.txt', 'mine\n');
    await takeOver(there, await peekTakeOver(there), { decisions: { dirty: 'carry', untracked: 'carry' } });
    assert.equal(ben.read('a.txt'), 'ann\n');
    assert.equal(ben.git('status', '--porcelain'), 'M  src/b.txt\n?? mine.txt\n');
  });

  it('writes over no ignored file', async () => {
    const { ann, ben, there } = await opened();
    ann.write('secret.log', 'tracked\n');
    ann.git('add', '--force', 'secret.log');
    await annHandsOff(ann, 'a.txt', 'ann\n');
    ben.write('secret.log', 'my own\n');
    const before = picture(ben);
    await assert.rejects(takeOver(there, await peekTakeOver(there)), { code: 'pairing-conflict' });
    assert.deepEqual(picture(ben), before);
  });

  it('keeps the file that is ignored since it was taken out of the index', async () => {
    const { ann, ben, there } = await opened();
    await annHandsOff(ann, 'src/b.txt', 'ann\n');
    ben.git('rm', '--quiet', '--cached', 'a.txt');
    ben.write('.gitignore', '*.log\na.txt\n');
    ben.write('a.txt', 'my own\n');
    const before = picture(ben);
    const { backups } = await takeOver(there, await peekTakeOver(there), {
      decisions: { dirty: 'set-aside' },
    });
    assert.equal(ben.read('a.txt'), 'one\ntwo\nthree\n');
    await restoreBackup(there, backups[0] as string);
    assert.deepEqual(picture(ben), before);
  });

  it('keeps commits of a detached HEAD', async () => {
    const { ben, there } = await opened();
    ben.git('checkout', '--quiet', '--detach');
    ben.write('lost.txt', 'lost?\n');
    ben.git('add', '--all');
    ben.git('commit', '--quiet', '-m', 'Detached');
    const oid = ben.git('rev-parse', 'HEAD').trim();
    assert.ok(names((await prepareStart(there)).findings).includes('detached!'));
    const peeked = await peekTakeOver(there, { base: 'main' });
    assert.deepEqual(names(peeked.findings), ['detached']);
    const { backups } = await takeOver(there, peeked);
    assert.equal(ben.git('rev-parse', ...backups).trim(), oid);
    await restoreBackup(there, backups[0] as string);
    assert.equal(ben.git('rev-parse', 'HEAD').trim(), oid);
    assert.throws(() => ben.git('symbolic-ref', '-q', 'HEAD'));
  });

  it('begins from the remote, with unpushed commits only when asked', async () => {
    const { ann } = await two();
    ann.write('own.txt', 'own\n');
    ann.git('add', '--all');
    ann.git('commit', '--quiet', '-m', 'Own');
    const own = ann.git('rev-parse', 'HEAD').trim();
    const work = await ann.open();
    const prepared = await prepareStart(work);
    assert.deepEqual(names(prepared.findings), ['unpushed!']);
    await startPairing(work, prepared, { decisions: { unpushed: 'keep-local' } });
    assert.equal(ann.has('own.txt'), false);
    assert.equal(ann.git('rev-parse', 'main').trim(), own);
    ann.git('checkout', '--quiet', 'main');
    ann.git('push', '--quiet', 'origin', ':mob/main');
    ann.git('branch', '--quiet', '-D', 'mob/main');
    await startPairing(work, await prepareStart(work), { decisions: { unpushed: 'carry' } });
    assert.equal(ann.git('rev-parse', 'origin/mob/main').trim(), own);
    assert.equal(ann.git('rev-parse', 'origin/main').trim(), ann.git('rev-parse', `${own}^`).trim());
  });

  it('says that somebody pairs already, and joins', async () => {
    const { ann } = await opened();
    ann.git('checkout', '--quiet', 'main');
    const work = await ann.open();
    const prepared = await prepareStart(work);
    assert.deepEqual(names(prepared.findings), ['branch-exists!']);
    await startPairing(work, prepared, { decisions: { 'branch-exists': 'join' } });
    assert.equal(ann.read('first.txt'), 'first\n');
  });

  it('keeps what an old local branch of the pairing has', async () => {
    const { ann } = await two();
    ann.git('checkout', '--quiet', '-b', 'mob/main');
    ann.write('old.txt', 'old\n');
    ann.git('add', '--all');
    ann.git('commit', '--quiet', '-m', 'Old');
    const old = ann.git('rev-parse', 'HEAD').trim();
    ann.git('checkout', '--quiet', 'main');
    const work = await ann.open();
    const prepared = await prepareStart(work);
    assert.deepEqual(names(prepared.findings), ['branch-exists!']);
    const { backups } = await startPairing(work, prepared, {
      decisions: { 'branch-exists': 'backup-and-reset' },
    });
    assert.equal(ann.git('rev-parse', ...backups).trim(), old);
  });

  it('knows a repository without commit, remote or answer', async () => {
    const bare = cloneAt(newFolder(), 'Ann');
    bare.git('init', '--quiet');
    const work = await bare.open();
    assert.deepEqual(names((await prepareStart(work)).findings), ['no-commit!', 'no-remote!', 'no-branch!']);
    const { ann, remote } = await opened();
    fs.renameSync(remote, `${remote}-away`);
    const offline = await ann.open();
    await assert.rejects(peekTakeOver(offline), { code: 'bad-remote' });
    ann.git('remote', 'set-url', 'origin', 'http://127.0.0.1:9/none.git');
    const peeked = await peekTakeOver(await ann.open());
    assert.ok(names(peeked.findings).includes('offline!'));
    assert.equal(peeked.message?.note.done, 'Wrote the test', 'what was fetched before is still shown');
    ann.write('a.txt', 'offline\n');
    const before = picture(ann);
    const closed = await ann.open();
    await assert.rejects(handOff(closed, await prepareHandOff(closed, packet())), { code: 'offline' });
    assert.deepEqual(picture(ann), before);
    await assert.rejects(newFolderWork(), { code: 'no-repository' });
  });

  async function newFolderWork() {
    return cloneAt(newFolder(), 'Nobody').open();
  }

  it('never pushes to a branch that everybody uses', async () => {
    const { ann, remote } = await two();
    ann.git('remote', 'set-head', 'origin', 'main');
    const work = await ann.open();
    const prepared = await prepareHandOff(work, packet({ base: 'release', branch: 'main' }));
    assert.ok(names(prepared.findings).includes('protected-branch!'));
    await assert.rejects(handOff(work, prepared, { decisions: { 'protected-branch': 'go-on' } }), {
      code: 'pairing-blocked',
    });
    assert.equal(gitSync(['for-each-ref'], { cwd: remote }).trim().split('\n').length, 1);
  });

  it('leaves the branch of another working tree alone', async () => {
    const { ann, work } = await opened();
    const other = path.join(newFolder(), 'other');
    ann.git('checkout', '--quiet', 'main');
    ann.git('worktree', 'add', '--quiet', other, 'mob/main');
    const peeked = await peekTakeOver(work, { base: 'main' });
    assert.ok(names(peeked.findings).includes('elsewhere!'));
    await assert.rejects(takeOver(work, peeked), { detail: 'elsewhere' });
    // In that other one it works, with an index of its own.
    const clone = cloneAt(other, 'Ann');
    clone.write('second.txt', 'second\n');
    const there = await clone.open({ env: { ...process.env, HOME: ann.home } });
    await handOff(there, await prepareHandOff(there, packet()));
    assert.equal(clone.git('status', '--porcelain'), '');
    assert.equal(ann.git('show', 'origin/mob/main:second.txt'), 'second\n');
  });

  it('says that a clone is shallow, and merges nothing that it cannot', async () => {
    const { ann, remote } = await opened();
    const folder = path.join(newFolder(), 'shallow');
    gitSync(['clone', '--quiet', '--depth=1', '--no-single-branch', `file://${remote}`, folder]);
    const shallow = cloneAt(folder, 'Cleo');
    const work = await shallow.open();
    const peeked = await peekTakeOver(work, { base: 'main' });
    assert.deepEqual(names(peeked.findings), ['shallow']);
    await takeOver(work, peeked);
    shallow.write('c.txt', 'c\n');
    await handOff(work, await prepareHandOff(work, packet()));
    assert.equal(
      ann.git('ls-remote', 'origin', 'mob/main').slice(0, 40),
      shallow.git('rev-parse', 'HEAD').trim(),
    );
  });

  it('leaves submodules and repositories inside alone', async () => {
    const { ann, ben, work, there } = await opened();
    const library = await two();
    ann.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library.remote, 'lib');
    ann.git('commit', '--quiet', '-m', 'Library');
    const inside = cloneAt(path.join(ann.folder, 'lib'), 'Ann');
    inside.write('moved.txt', 'moved\n');
    inside.git('add', '--all');
    inside.git('commit', '--quiet', '-m', 'Moved');
    fs.mkdirSync(path.join(ann.folder, 'nested'));
    cloneAt(path.join(ann.folder, 'nested'), 'Ann').git('init', '--quiet');
    ann.write('nested/file.txt', 'nested\n');
    ann.write('a.txt', 'ann\n');
    const prepared = await prepareHandOff(work, packet());
    assert.ok(names(prepared.findings).includes('submodule'));
    assert.deepEqual(prepared.files, [{ status: 'M', path: 'a.txt' }]);
    await handOff(work, prepared);
    assert.equal(ann.git('status', '--porcelain'), ' M lib\n?? nested/\n');
    await takeOver(there, await peekTakeOver(there));
    assert.equal(fs.existsSync(path.join(ben.folder, 'lib', '.git')), false);
    const state = await inspect(work);
    assert.deepEqual(state.submodules, ['lib', 'nested/']);
  });

  it('works in a sparse checkout', async () => {
    const { ann, ben, there, work } = await opened();
    ben.git('sparse-checkout', 'set', 'src');
    assert.equal(ben.has('src/b.txt'), true);
    await annHandsOff(ann, 'other/x.txt', 'x\n');
    const sparse = await ben.open();
    const peeked = await peekTakeOver(sparse);
    assert.ok(names(peeked.findings).includes('sparse'));
    await takeOver(sparse, peeked);
    assert.equal(ben.has('other/x.txt'), false);
    ben.write('src/b.txt', 'sparse\n');
    await handOff(sparse, await prepareHandOff(sparse, packet()));
    assert.equal(ben.git('show', 'HEAD:other/x.txt'), 'x\n');
    assert.equal(ben.git('diff-tree', '-r', '--name-only', 'HEAD^', 'HEAD'), 'src/b.txt\n');
    assert.ok(there && work);
  });

  it('holds back probable secrets, also where a later commit took them out', async () => {
    const { ben, there } = await opened();
    const key = `AKIA${'QWERTZUIOPASDFGH'}`;
    ben.write('key.txt', `${key}\n`);
    ben.git('add', '--all');
    ben.git('commit', '--quiet', '-m', 'Oops');
    ben.write('key.txt', 'none\n');
    const prepared = await prepareHandOff(there, packet());
    assert.deepEqual(
      prepared.secrets.map(({ path: file, line }) => [file, line]),
      [['key.txt', 1]],
    );
    await assert.rejects(handOff(there, prepared), { detail: 'secrets' });
    await handOff(there, prepared, { decisions: { secrets: 'go-on' } });
  });

  function quiet(work: () => unknown): void {
    try {
      work();
    } catch {
      // It stops at a conflict, as it should.
    }
  }
});
