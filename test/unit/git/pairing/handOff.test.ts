import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {
  handOff,
  inspect,
  peekTakeOver,
  prepareHandOff,
  prepareStart,
  startPairing,
  takeOver,
} from '../../../../src/git/pairing/index.ts';
import { gitSync } from '../../../support/git/repositories.ts';
import { type Clone, packet, picture, removeFolders, removeTemplates, two } from './clones.ts';

describe('handing off and taking over', function () {
  this.timeout(60_000);
  afterEach(removeFolders);
  after(removeTemplates);

  async function started() {
    const pair = await two();
    const work = await pair.ann.open();
    await startPairing(work, await prepareStart(work));
    return { ...pair, work };
  }

  async function take(clone: Clone) {
    const work = await clone.open();
    return takeOver(work, await peekTakeOver(work, { base: 'main' }));
  }

  it('passes the work back and forth', async () => {
    const { ann, ben, work, remote } = await started();
    assert.equal(ann.git('symbolic-ref', 'HEAD').trim(), 'refs/heads/mob/main');
    ann.write('a.txt', 'one\n2\nthree\n');
    ann.write('new.txt', 'new\n');
    ann.write('x.log', 'ignored\n');
    const prepared = await prepareHandOff(work, packet());
    assert.deepEqual(prepared.files, [
      { status: 'M', path: 'a.txt' },
      { status: 'A', path: 'new.txt' },
    ]);
    const done = await handOff(work, prepared);
    assert.equal(gitSync(['rev-parse', 'mob/main'], { cwd: remote }).trim(), done.commit);
    assert.equal(ann.git('status', '--porcelain'), '');
    assert.equal(ann.git('rev-parse', 'HEAD').trim(), done.commit);
    assert.match(
      ann.git('log', '-1', '--format=%B'),
      /^mob next \[ci-skip\] \[ci skip\] \[skip ci\]\n\n[\s\S]*lastFile:a\.txt\n/,
    );
    assert.equal(ann.git('log', '-1', '--format=%an <%ae>').trim(), 'Ann <ann@example.org>');

    const there = await ben.open();
    const peeked = await peekTakeOver(there);
    assert.equal(peeked.message?.note.todo, 'Make it green');
    assert.equal(peeked.by?.name, 'Ann');
    assert.deepEqual(peeked.files, prepared.files);
    assert.deepEqual(peeked.findings, []);
    await takeOver(there, peeked);
    assert.equal(ben.read('new.txt'), 'new\n');
    assert.equal(ben.git('rev-parse', '--abbrev-ref', 'mob/main@{upstream}').trim(), 'origin/mob/main');

    ben.write('new.txt', 'newer\n');
    ben.git('rm', '--quiet', 'src/b.txt');
    await handOff(there, await prepareHandOff(there, packet()));
    const back = await take(ann);
    assert.deepEqual(back.backups, []);
    assert.equal(ann.read('new.txt'), 'newer\n');
    assert.equal(ann.has('src/b.txt'), false);
    assert.equal(ann.read('x.log'), 'ignored\n');
  });

  it('hands a note over without any change', async () => {
    const { ann, work, remote } = await started();
    const { commit } = await handOff(work, await prepareHandOff(work, packet()));
    assert.equal(gitSync(['rev-parse', 'mob/main'], { cwd: remote }).trim(), commit);
    assert.equal(ann.git('rev-list', '--count', 'origin/main..HEAD').trim(), '1');
  });

  it('leaves all as it was where the push is refused, and says why', async () => {
    const { ann, work, remote } = await started();
    const hook = path.join(remote, 'hooks', 'pre-receive');
    fs.writeFileSync(hook, '#!/bin/sh\necho "Only on \x1b[31mweekdays" >&2\nexit 1\n', { mode: 0o755 });
    ann.write('a.txt', 'staged\n');
    ann.git('add', 'a.txt');
    ann.write('a.txt', 'not staged\n');
    ann.write('staged.txt', 'staged\n');
    ann.git('add', 'staged.txt');
    ann.git('rm', '--quiet', '--cached', 'src/b.txt');
    ann.write('new.txt', 'new\n');
    const before = picture(ann);
    const prepared = await prepareHandOff(work, packet());
    await assert.rejects(handOff(work, prepared), (error: { code: string; message: string }) => {
      assert.equal(error.code, 'pairing-rejected');
      assert.match(error.message, /Only on .{0,6}weekdays/);
      return true;
    });
    assert.deepEqual(picture(ann), before);
    fs.rmSync(hook);
    const done = await handOff(work, prepared);
    assert.equal(done.backups.length, 1, 'what was staged and is in no file any more is kept');
    const [backup = ''] = done.backups;
    assert.equal(ann.git('show', `${backup}^2:a.txt`), 'staged\n');
    assert.equal(ann.git('show', 'HEAD:a.txt'), 'not staged\n');
    assert.equal(ann.git('status', '--porcelain'), '');
  });

  it('refuses when a teammate has pushed, and merges when asked', async () => {
    const { ann, ben, work } = await started();
    await take(ben);
    ben.write('ben.txt', 'ben\n');
    const there = await ben.open();
    await handOff(there, await prepareHandOff(there, packet()));
    ann.write('ann.txt', 'ann\n');
    const before = picture(ann);
    await assert.rejects(handOff(work, await prepareHandOff(work, packet())), { code: 'pairing-newer-push' });
    assert.deepEqual(picture(ann), before);
    const again = await prepareHandOff(work, packet({ fetch: true }));
    assert.deepEqual(
      again.findings.map(({ obstacle, isBlocking }) => [obstacle, isBlocking]),
      [
        ['newer-push', true],
        ['untracked', false],
      ],
    );
    await assert.rejects(handOff(work, again), { code: 'pairing-blocked', detail: 'newer-push' });
    await handOff(work, again, { decisions: { 'newer-push': 'merge' } });
    assert.equal(ann.read('ben.txt'), 'ben\n');
    assert.equal(ann.git('status', '--porcelain', '--branch').trim(), '## mob/main...origin/mob/main');
    assert.match(ann.git('log', '-1', '--format=%B'), /Cairn-Handoff/);
  });

  it('merges nothing where both sides changed the same lines', async () => {
    const { ann, ben, work } = await started();
    await take(ben);
    ben.write('a.txt', 'one\nben\nthree\n');
    const there = await ben.open();
    await handOff(there, await prepareHandOff(there, packet()));
    ann.write('a.txt', 'one\nann\nthree\n');
    const before = picture(ann);
    const prepared = await prepareHandOff(work, packet({ fetch: true }));
    await assert.rejects(handOff(work, prepared, { decisions: { 'newer-push': 'merge' } }), {
      code: 'pairing-conflict',
      detail: 'a.txt',
    });
    assert.deepEqual(picture(ann), before);
  });

  it('commits nothing that was not shown', async () => {
    const { ann, work } = await started();
    ann.write('a.txt', 'shown\n');
    ann.write('new.txt', 'shown\n');
    for (const name of ['a.txt', 'new.txt']) {
      const prepared = await prepareHandOff(work, packet());
      ann.write(name, 'not shown\n');
      const before = picture(ann);
      await assert.rejects(handOff(work, prepared), { code: 'pairing-changed' });
      assert.deepEqual(picture(ann), before);
    }
    const prepared = await prepareHandOff(work, packet());
    ann.write('later.txt', 'not shown\n');
    ann.write('src/b.txt', 'not shown\n');
    await handOff(work, prepared);
    assert.equal(ann.git('show', 'HEAD:src/b.txt'), 'b\n');
    assert.equal(ann.git('status', '--porcelain'), ' M src/b.txt\n?? later.txt\n');
  });

  it('hands off from another branch with all that is there, where that is decided', async () => {
    const { ann, work } = await started();
    ann.git('checkout', '--quiet', 'main');
    ann.write('new.txt', 'new\n');
    const options = packet({ base: 'main', branch: 'mob/main' });
    const prepared = await prepareHandOff(work, options);
    await assert.rejects(handOff(work, prepared), { detail: 'wrong-branch' });
    assert.equal(ann.git('symbolic-ref', 'HEAD').trim(), 'refs/heads/main');
    await handOff(work, prepared, { decisions: { 'wrong-branch': 'switch' } });
    assert.equal(ann.git('symbolic-ref', 'HEAD').trim(), 'refs/heads/mob/main');
    assert.equal(ann.git('show', 'origin/mob/main:new.txt'), 'new\n');
    assert.equal(ann.git('rev-list', '--count', 'origin/main..main').trim(), '0');
  });

  it('goes back to where it was when the push from another branch is refused', async () => {
    const { ann, work, remote } = await started();
    ann.git('checkout', '--quiet', 'main');
    ann.write('new.txt', 'new\n');
    ann.write('a.txt', 'staged\n');
    ann.git('add', 'a.txt');
    const before = picture(ann);
    fs.writeFileSync(path.join(remote, 'hooks', 'pre-receive'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const prepared = await prepareHandOff(work, packet({ base: 'main', branch: 'mob/main' }));
    await assert.rejects(handOff(work, prepared, { decisions: { 'wrong-branch': 'switch' } }), {
      code: 'pairing-rejected',
    });
    assert.deepEqual(picture(ann), before);
  });

  it('makes no branch anew that somebody has ended at the remote, unless that is decided', async () => {
    const { ann, ben, work, remote } = await started();
    ann.write('a.txt', 'mine\n');
    const { commit } = await handOff(work, await prepareHandOff(work, packet()));
    ann.write('a.txt', 'more\n');
    gitSync(['update-ref', '-d', 'refs/heads/mob/main'], { cwd: remote });
    await assert.rejects(handOff(work, await prepareHandOff(work, packet())), { code: 'pairing-newer-push' });
    const prepared = await prepareHandOff(work, packet({ fetch: true }));
    assert.ok(prepared.findings.some(({ obstacle }) => obstacle === 'gone'));
    const done = await handOff(work, prepared, { decisions: { gone: 'go-on' } });
    assert.equal(ann.git('rev-parse', `${done.commit}^`).trim(), commit);
    assert.ok(ben);
  });

  it('sees every state in which nothing may be done', async () => {
    const { ann, work } = await started();
    const state = await inspect(work);
    assert.deepEqual(state.operations, []);
    assert.equal(state.base?.name, 'main');
    assert.equal(state.wip?.name, 'mob/main');
    assert.equal(state.branch, 'mob/main');
    assert.equal(state.defaultBranch, null);
    assert.deepEqual(state.me, { name: 'Ann', email: 'ann@example.org' });
    assert.ok(ann);
  });
});
