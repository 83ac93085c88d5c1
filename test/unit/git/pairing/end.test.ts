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
} from '../../../../src/git/pairing/index.ts';
import type { Decisions } from '../../../../src/git/pairing/types.ts';
import { CairnError } from '../../../../src/model/errors.ts';
import { gitSync } from '../../../support/git/repositories.ts';
import { type Clone, packet, picture, removeFolders, two } from './clones.ts';

const cleo = { name: 'Cleo', email: 'cleo@example.org' };
const people = [cleo, { name: 'Ann B.', email: 'ANN@example.org' }];
const code = (wanted: string) => (error: unknown) => {
  assert.ok(error instanceof CairnError, String(error));
  assert.equal(error.code, wanted);
  return true;
};

describe('ending a pairing', function () {
  this.timeout(60_000);
  afterEach(removeFolders);

  /** Ann started and handed off, Ben took over and handed off. */
  async function paired(base = 'main') {
    const pair = await two(base);
    const start = await pair.ann.open();
    await startPairing(start, await prepareStart(start));
    pair.ann.write('a.txt', 'by Ann\n');
    await hand(pair.ann, 'Sorted the list');
    await take(pair.ben, base);
    pair.ben.write('b.txt', 'by Ben\n');
    await hand(pair.ben, 'Sorted it by date');
    const at = (ref: string) =>
      gitSync(['rev-parse', '--verify', '-q', `refs/heads/${ref}`], { cwd: pair.remote }).trim();
    const branches = () =>
      gitSync(['for-each-ref', '--format=%(refname:short)'], { cwd: pair.remote }).trim().split('\n');
    return { ...pair, base, at, branches };
  }
  async function hand(clone: Clone, done: string) {
    const work = await clone.open();
    const note = { done, todo: '', unclear: '', failing: '' };
    return handOff(work, await prepareHandOff(work, packet({ note, fetch: true })));
  }
  async function take(clone: Clone, base: string) {
    const work = await clone.open();
    return takeOver(work, await peekTakeOver(work, { base }));
  }
  async function end(
    clone: Clone,
    how: 'squash' | 'keep' | 'none',
    decisions: Decisions = {},
    message?: string,
  ) {
    const work = await clone.open();
    const prepared = await prepareEnd(work, { people });
    return endPairing(work, prepared, { how, decisions, ...(message === undefined ? {} : { message }) });
  }
  const trailers = (clone: Clone, ref: string) =>
    clone.git('log', '-1', '--format=%(trailers:only)', ref).trim();

  for (const base of ['main', `-ö'dd$(x)-${'y'.repeat(150)}`]) {
    it(`makes one commit with everybody's name on ${base}, and pushes nothing`, async () => {
      const { ben, at, branches } = await paired(base);
      const before = at(base);
      const tip = ben.git('rev-parse', 'HEAD').trim();
      const work = await ben.open();
      const prepared = await prepareEnd(work, { people });
      assert.deepEqual(prepared.findings, []);
      assert.deepEqual(
        prepared.commits.map(({ by }) => by.name),
        ['Ann', 'Ben'],
      );
      assert.equal(
        prepared.message,
        [
          'Sorted it by date',
          '',
          '- Sorted the list',
          '- Sorted it by date',
          '',
          'Co-authored-by: Ann <ann@example.org>',
          'Co-authored-by: Cleo <cleo@example.org>',
          '',
        ].join('\n'),
      );
      const done = await endPairing(work, prepared, { how: 'squash' });
      assert.equal(ben.git('symbolic-ref', '--short', 'HEAD').trim(), base);
      assert.equal(ben.git('rev-parse', 'HEAD').trim(), done.commit);
      assert.equal(ben.git('rev-parse', 'HEAD^').trim(), before);
      assert.equal(ben.git('log', '-1', '--format=%an').trim(), 'Ben');
      assert.equal(
        trailers(ben, 'HEAD'),
        'Co-authored-by: Ann <ann@example.org>\nCo-authored-by: Cleo <cleo@example.org>',
      );
      assert.deepEqual([ben.read('a.txt'), ben.read('b.txt')], ['by Ann\n', 'by Ben\n']);
      assert.equal(ben.git('status', '--porcelain'), '');
      assert.equal(at(base), before);
      assert.deepEqual(branches(), [base]);
      assert.equal(done.isRemoved, true);
      assert.equal(ben.git('for-each-ref', '--format=%(refname:short)', 'refs/heads').trim(), base);
      const [backup] = await listBackups(work);
      assert.deepEqual([backup?.what, backup?.commit], ['end', tip]);
      assert.deepEqual(
        done.backups,
        (await listBackups(work)).map(({ ref }) => ref),
      );
      await restoreBackup(work, done.backups[0] as string);
      assert.equal(ben.git('rev-parse', 'HEAD').trim(), tip);
    });
  }

  it('keeps all commits, or leaves everything as it is', async () => {
    const { ben, at, branches } = await paired();
    const tip = at('mob/main');
    const before = picture(ben);
    assert.equal((await end(ben, 'none')).commit, tip);
    assert.deepEqual(picture(ben), before);
    assert.equal((await end(ben, 'keep')).commit, tip);
    assert.equal(ben.git('symbolic-ref', '--short', 'HEAD').trim(), 'main');
    assert.deepEqual(branches(), ['main']);
  });

  it('merges where the base branch went on, and names everybody', async () => {
    for (const how of ['keep', 'squash'] as const) {
      const { ann, ben } = await paired();
      ann.git('checkout', '--quiet', 'main');
      ann.write('c.txt', 'elsewhere\n');
      ann.git('add', '--all');
      ann.git('commit', '--quiet', '-m', 'Elsewhere');
      ann.git('push', '--quiet', 'origin', 'main');
      await end(ben, how);
      assert.deepEqual(
        [ben.read('a.txt'), ben.read('b.txt'), ben.read('c.txt')],
        ['by Ann\n', 'by Ben\n', 'elsewhere\n'],
      );
      assert.equal(
        ben.git('rev-list', '--count', '--min-parents=2', 'HEAD').trim(),
        how === 'keep' ? '1' : '0',
      );
      assert.match(trailers(ben, 'HEAD'), /Ann <.*\n.*Cleo </);
    }
  });

  it('changes nothing where both sides changed the same lines', async () => {
    const { ann, ben, branches } = await paired();
    ann.git('checkout', '--quiet', 'main');
    ann.write('a.txt', 'elsewhere\n');
    ann.git('commit', '--quiet', '-am', 'Elsewhere');
    ann.git('push', '--quiet', 'origin', 'main');
    const before = picture(ben);
    ben.write('b.txt', 'not committed\n');
    const dirty = picture(ben);
    await assert.rejects(end(ben, 'squash', { dirty: 'carry' }), code('pairing-conflict'));
    assert.deepEqual(picture(ben), dirty);
    ben.git('checkout', '--quiet', 'b.txt');
    await assert.rejects(end(ben, 'keep'), code('pairing-conflict'));
    assert.deepEqual(picture(ben).files, before.files);
    assert.deepEqual(branches(), ['main', 'mob/main']);
  });

  it('takes along what a teammate pushed meanwhile, and is not fooled by what is known here', async () => {
    const { ann, ben } = await paired();
    await take(ann, 'main');
    ann.write('late.txt', 'late\n');
    const late = await hand(ann, 'One more thing');
    assert.equal(ben.git('cat-file', '--batch-check', '--batch-all-objects').includes(late.commit), false);
    await end(ben, 'squash');
    assert.equal(ben.read('late.txt'), 'late\n');
  });

  it('stops where a teammate pushes in the very moment, and all stays', async () => {
    const { ann, ben, at } = await paired();
    await take(ann, 'main');
    const work = await ben.open();
    const prepared = await prepareEnd(work, { people });
    ann.write('late.txt', 'late\n');
    const late = await hand(ann, 'One more thing');
    const before = picture(ben);
    await assert.rejects(endPairing(work, prepared, { how: 'squash' }), code('pairing-newer-push'));
    assert.deepEqual(picture(ben), before);
    assert.equal(at('mob/main'), late.commit);
  });

  it('looks again where a branch has moved since', async () => {
    const { ben, branches } = await paired();
    const work = await ben.open();
    const prepared = await prepareEnd(work, { people });
    ben.git('commit', '--quiet', '--allow-empty', '-m', 'One more');
    const before = picture(ben);
    await assert.rejects(endPairing(work, prepared, { how: 'squash' }), code('pairing-changed'));
    assert.deepEqual(picture(ben), before);
    assert.deepEqual(branches(), ['main', 'mob/main']);
  });

  it('puts the branch back at the remote where something here is in the way', async () => {
    const { ben, at } = await paired();
    const tip = at('mob/main');
    const work = await ben.open({
      step: (name) => {
        if (name === 'checkout') throw new Error('broken off');
      },
    });
    const prepared = await prepareEnd(work, { people });
    ben.write('b.txt', 'not committed\n');
    ben.write('new.txt', 'new\n');
    const before = picture(ben);
    const decisions = { dirty: 'carry', untracked: 'carry' } as const;
    await assert.rejects(endPairing(work, prepared, { how: 'squash', decisions }), /broken off/);
    assert.deepEqual(picture(ben), before);
    assert.equal(at('mob/main'), tip);
  });

  it('takes uncommitted changes along, or sets them aside', async () => {
    for (const choice of ['carry', 'set-aside'] as const) {
      const { ben } = await paired();
      ben.write('b.txt', 'not committed\n');
      ben.write('new.txt', 'new\n');
      const work = await ben.open();
      const prepared = await prepareEnd(work, { people });
      await assert.rejects(endPairing(work, prepared, { how: 'squash' }), code('pairing-blocked'));
      const done = await endPairing(work, prepared, {
        how: 'squash',
        decisions: { dirty: choice, untracked: choice },
      });
      assert.equal(ben.git('status', '--porcelain'), '');
      assert.equal(ben.read('b.txt'), choice === 'carry' ? 'not committed\n' : 'by Ben\n');
      assert.equal(ben.has('new.txt'), choice === 'carry');
      const dirty = (await listBackups(work)).find(({ isDirty }) => isDirty);
      assert.ok(dirty && done.backups.includes(dirty.ref));
      await restoreBackup(work, dirty.ref);
      assert.equal(ben.read('new.txt'), 'new\n');
    }
  });

  it('merges both sides, or keeps one under a backup, where they diverged', async () => {
    for (const choice of ['merge', 'backup-and-reset'] as const) {
      const { ann, ben } = await paired();
      await take(ann, 'main');
      ben.write('own.txt', 'own\n');
      ben.git('add', '--all');
      ben.git('commit', '--quiet', '-m', 'Own work');
      const own = ben.git('rev-parse', 'HEAD').trim();
      ann.write('late.txt', 'late\n');
      await hand(ann, 'One more thing');
      const done = await end(ben, 'squash', { diverged: choice });
      assert.equal(ben.read('late.txt'), 'late\n');
      assert.equal(ben.has('own.txt'), choice === 'merge');
      const kept = ben.git('for-each-ref', '--contains', own, '--format=%(refname)', 'refs/cairn/backup');
      assert.ok(kept !== '' && done.backups.includes(kept.trim().split('\n')[0] as string));
    }
  });

  it('leaves the branch at a remote that cannot be asked, or lets nobody take it away', async () => {
    const { ben, remote, at } = await paired();
    const tip = at('mob/main');
    gitSync(['config', 'receive.denyDeletes', 'true'], { cwd: remote });
    const done = await end(ben, 'squash');
    assert.deepEqual([done.isRemoved, at('mob/main')], [false, tip]);
    const other = await paired();
    other.ben.git('remote', 'set-url', 'origin', 'http://127.0.0.1:9/x.git');
    await assert.rejects(end(other.ben, 'squash'), code('pairing-blocked'));
    const alone = await end(other.ben, 'squash', { offline: 'go-on' });
    assert.equal(alone.isRemoved, false);
    assert.equal(other.at('mob/main').length, 40);
  });

  it('lets hooks see the message where the setting says so', async () => {
    const { ben, branches } = await paired();
    const hook = path.join(ben.folder, '.git', 'hooks', 'commit-msg');
    fs.mkdirSync(path.dirname(hook), { recursive: true });
    const script =
      '#!/bin/sh\ngrep -q refused "$1" && echo too vague && exit 1\necho "Checked: yes" >> "$1"\n';
    fs.writeFileSync(hook, script, { mode: 0o755 });
    const work = await ben.open({ hooks: true });
    const prepared = await prepareEnd(work, { people });
    const before = picture(ben);
    const refused = endPairing(work, prepared, { how: 'squash', message: 'refused' });
    await assert.rejects(
      refused,
      (error: Error) => code('pairing-rejected')(error) && /too vague/.test(error.message),
    );
    assert.deepEqual(picture(ben), before);
    assert.deepEqual(branches(), ['main', 'mob/main']);
    await endPairing(work, prepared, { how: 'squash' });
    assert.match(trailers(ben, 'HEAD'), /Ann <.*\nCo.*Cleo <.*\nChecked: yes/);
    const other = await paired();
    fs.copyFileSync(hook, path.join(other.ben.folder, '.git', 'hooks', 'commit-msg'));
    await end(other.ben, 'squash', {}, 'refused');
    assert.doesNotMatch(trailers(other.ben, 'HEAD'), /Checked/);
  });

  it("takes a person's own message, and adds the names where it has none", async () => {
    const first = await paired();
    await end(first.ben, 'squash', {}, 'Sort the list\n\nIt was not.\n\nFixes: #3');
    assert.equal(trailers(first.ben, 'HEAD').split('\n').length, 3);
    const second = await paired();
    await end(second.ben, 'squash', {}, 'Sort\n\nCo-authored-by: Ann <ann@example.org>');
    assert.equal(trailers(second.ben, 'HEAD'), 'Co-authored-by: Ann <ann@example.org>');
  });

  it('makes no commit where nothing was done, and keeps own commits on the base branch', async () => {
    const { ann, remote } = await two();
    const work = await ann.open();
    await startPairing(work, await prepareStart(work));
    const head = ann.git('rev-parse', 'HEAD').trim();
    assert.equal((await end(ann, 'squash')).commit, head);
    ann.write('own.txt', 'own\n');
    ann.git('add', '--all');
    ann.git('commit', '--quiet', '-m', 'Own');
    const own = ann.git('rev-parse', 'HEAD').trim();
    ann.git('checkout', '--quiet', '-b', 'mob/main', 'origin/main');
    ann.write('pair.txt', 'pair\n');
    ann.git('add', '--all');
    ann.git('commit', '--quiet', '-m', 'Pair');
    await end(ann, 'squash');
    assert.equal(ann.git('rev-parse', 'main^').trim(), own);
    assert.equal(ann.git('log', '-1', '--format=%s').trim(), 'Pair');
    assert.equal(gitSync(['rev-parse', 'main'], { cwd: remote }).trim(), head);
  });

  it('loses nothing of what a stale end of mob would (its issue 348)', async () => {
    // Ben's clone knows nothing of what Ann pushed since, and ends.
    const { ann, ben, remote } = await paired();
    await take(ann, 'main');
    ann.write('late.txt', 'late\n');
    const late = await hand(ann, 'One more thing');
    const work = await ben.open();
    const stale = await prepareEnd(work, { people, fetch: false });
    await assert.rejects(endPairing(work, stale, { how: 'squash' }), code('pairing-newer-push'));
    assert.equal(gitSync(['rev-parse', 'mob/main'], { cwd: remote }).trim(), late.commit);
    await end(ben, 'squash');
    assert.equal(ben.read('late.txt'), 'late\n');
  });

  it('joins without dropping unpushed commits, as mob would (its issue 478)', async () => {
    const { ann, ben } = await paired();
    await take(ann, 'main');
    ben.write('own.txt', 'own\n');
    ben.git('add', '--all');
    ben.git('commit', '--quiet', '-m', 'Never pushed');
    const own = ben.git('rev-parse', 'HEAD').trim();
    ann.write('late.txt', 'late\n');
    await hand(ann, 'One more thing');
    ben.git('checkout', '--quiet', 'main');
    for (const choice of ['merge', 'backup-and-reset'] as const) {
      const there = await ben.open();
      const peeked = await peekTakeOver(there, { base: 'main' });
      await assert.rejects(takeOver(there, peeked), code('pairing-blocked'));
      assert.equal(ben.git('rev-parse', 'mob/main').trim(), own);
      const done = await takeOver(there, peeked, { decisions: { diverged: choice } });
      assert.equal(ben.read('late.txt'), 'late\n');
      const where = choice === 'merge' ? 'HEAD' : (done.backups[0] as string);
      ben.git('merge-base', '--is-ancestor', own, where);
      ben.git('checkout', '--quiet', 'main');
      ben.git('branch', '-f', 'mob/main', own);
    }
  });
});
