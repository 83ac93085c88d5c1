import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {
  handOff,
  listBackups,
  openWork,
  peekTakeOver,
  prepareHandOff,
  prepareStart,
  restoreBackup,
  startPairing,
  takeOver,
} from '../../../../src/git/pairing/index.ts';
import { gitSync, plainEnvironment } from '../../../support/git/repositories.ts';
import { type GitServer, startGitServer } from '../../../support/git/server.ts';
import { packet, paired, picture, removeFolders, removeTemplates, two, twoAt } from './clones.ts';

describe('pairing in the surroundings that people have', function () {
  this.timeout(60_000);
  afterEach(removeFolders);
  after(removeTemplates);

  for (const base of ['fix/ünï-1', 'a\'b"c$(id)`;&|', '🌱', `long-${'x'.repeat(195)}`, 'mob-1', '-f']) {
    it(`takes ${base.slice(0, 20)} for a name and nothing else`, async () => {
      const { ann, ben, remote } = await two(base);
      const work = await ann.open();
      const prepared = await prepareStart(work);
      assert.equal(prepared.base, base);
      await startPairing(work, prepared);
      ann.write('a.txt', 'ann\n');
      const { commit, branch } = await handOff(work, await prepareHandOff(work, packet()));
      assert.equal(branch, `mob/${base}`);
      assert.equal(gitSync(['rev-parse', `refs/heads/${branch}`], { cwd: remote }).trim(), commit);
      const there = await ben.open();
      ben.write('a.txt', 'ben\n');
      const { backups } = await takeOver(there, await peekTakeOver(there), {
        decisions: { dirty: 'set-aside' },
      });
      assert.equal(ben.read('a.txt'), 'ann\n');
      assert.equal((await listBackups(there))[0]?.branch, base);
      await restoreBackup(there, backups[0] as string);
      assert.equal(ben.git('symbolic-ref', 'HEAD').trim(), `refs/heads/${base}`);
      assert.equal(ben.read('a.txt'), 'ben\n');
      assert.deepEqual(fs.readdirSync(ann.folder).sort(), ['.git', '.gitignore', 'a.txt', 'src']);
    });
  }

  it('runs hooks when the setting says so, and no other time', async () => {
    const { ann, ben } = await paired();
    const ran = path.join(ann.home, 'ran');
    const names = [
      'pre-commit',
      'prepare-commit-msg',
      'commit-msg',
      'post-commit',
      'pre-push',
      'post-checkout',
    ];
    const hook = (clone: typeof ann, name: string, body: string) =>
      fs.writeFileSync(path.join(clone.folder, '.git', 'hooks', name), `#!/bin/sh\n${body}\n`, {
        mode: 0o755,
      });
    for (const name of [...names, 'post-merge', 'reference-transaction', 'post-index-change']) {
      for (const clone of [ann, ben]) hook(clone, name, `echo ${name} >> '${ran}'`);
    }
    ann.write('a.txt', 'one\n');
    const off = await ann.open();
    await handOff(off, await prepareHandOff(off, packet()));
    const there = await ben.open();
    await takeOver(there, await peekTakeOver(there));
    assert.equal(fs.existsSync(ran), false);

    const on = await ben.open({ hooks: true });
    hook(ben, 'pre-commit', `echo pre-commit >> '${ran}'; echo formatted > a.txt; git add a.txt`);
    ben.write('a.txt', 'two\n');
    await handOff(on, await prepareHandOff(on, packet()));
    const lines = new Set(fs.readFileSync(ran, 'utf8').split('\n'));
    for (const name of names.slice(0, 5)) assert.ok(lines.has(name), `${name} ran`);
    assert.equal(ben.git('show', 'origin/mob/main:a.txt'), 'formatted\n');
    assert.equal(ben.git('status', '--porcelain'), '');

    for (const name of ['pre-commit', 'commit-msg', 'pre-push']) {
      hook(ben, name, 'echo Not on a Friday >&2; exit 1');
      ben.write('a.txt', 'three\n');
      const before = picture(ben);
      const prepared = await prepareHandOff(on, packet());
      await assert.rejects(handOff(on, prepared), ({ code, message }: { code: string; message: string }) => {
        assert.equal(code, 'pairing-rejected', name);
        assert.match(message, /Not on a Friday/);
        return true;
      });
      assert.deepEqual(picture(ben), before, name);
      hook(ben, name, 'exit 0');
    }
  });

  it("uses the user's own filter programs, and undoes what one of them broke off", async () => {
    const { ann, ben } = await paired();
    for (const { folder, git } of [ann, ben]) {
      git('config', 'filter.upper.clean', 'tr A-Z a-z');
      git('config', 'filter.upper.smudge', 'tr a-z A-Z');
      git('config', 'filter.upper.required', 'true');
      git('config', 'core.autocrlf', 'true');
      assert.ok(folder);
    }
    ann.write('.gitattributes', '*.up filter=upper\n');
    ann.write('x.up', 'LOUD\r\n');
    ann.write('crlf.txt', 'one\r\ntwo\r\n');
    const work = await ann.open();
    await handOff(work, await prepareHandOff(work, packet()));
    assert.equal(ann.git('show', 'HEAD:x.up'), 'loud\n');
    assert.equal(ann.git('show', 'HEAD:crlf.txt'), 'one\ntwo\n');
    assert.equal(ann.git('status', '--porcelain'), '');
    ben.git('config', 'filter.upper.smudge', 'exit 1');
    // As everywhere in git with this setting, other line ends would come back as these.
    ben.write('own.txt', 'own\r\n');
    const before = picture(ben);
    const there = await ben.open();
    const peeked = await peekTakeOver(there);
    for (const untracked of ['carry', 'set-aside'] as const) {
      await assert.rejects(takeOver(there, peeked, { decisions: { untracked } }), { code: 'git-failed' });
      assert.deepEqual(picture(ben), before, untracked);
    }
    ben.git('config', 'filter.upper.smudge', 'tr a-z A-Z');
    await takeOver(there, peeked, { decisions: { untracked: 'carry' } });
    assert.equal(ben.read('x.up'), 'LOUD\r\n');
    assert.equal(ben.read('crlf.txt'), 'one\r\ntwo\r\n');
  });

  it('says when files need a hook of Git LFS that does not run', async () => {
    const { ann } = await paired();
    ann.git('config', 'filter.lfs.clean', 'cat');
    ann.write('.gitattributes', '*.bin filter=lfs\n');
    ann.write('big.bin', 'big\n');
    const off = await ann.open();
    const prepared = await prepareHandOff(off, packet());
    const found = prepared.findings.find(({ obstacle }) => obstacle === 'lfs');
    assert.deepEqual(found?.detail.paths, ['big.bin']);
    await assert.rejects(handOff(off, prepared), { detail: 'lfs' });
    const on = await ann.open({ hooks: true });
    assert.equal(
      (await prepareHandOff(on, packet())).findings.some(({ obstacle }) => obstacle === 'lfs'),
      false,
    );
  });

  it('keeps under a backup what somebody took back at the remote', async () => {
    const { ann, ben, remote } = await paired();
    const lost = ann.git('rev-parse', 'HEAD').trim();
    gitSync(['update-ref', 'refs/heads/mob/main', `${lost}^`], { cwd: remote });
    ben.git('checkout', '--quiet', 'main');
    ben.git('branch', '--quiet', '-D', 'mob/main');
    const there = await ben.open();
    await takeOver(there, await peekTakeOver(there));
    const [backup] = await listBackups(there);
    assert.deepEqual([backup?.what, backup?.commit], ['fetch', lost]);
    await restoreBackup(there, backup?.ref as string);
    assert.equal(ben.git('rev-parse', 'HEAD').trim(), lost);
    assert.equal(ben.has('first.txt'), true);
  });

  it('hands off while another program looks at the index', async () => {
    const { ann } = await paired();
    ann.write('a.txt', 'mine\n');
    const work = await ann.open({
      step: (name) => {
        if (name !== 'push') return;
        // What an editor does all the time: the index is written anew.
        fs.utimesSync(path.join(ann.folder, 'src/b.txt'), 1, 1);
        ann.git('status');
      },
    });
    const done = await handOff(work, await prepareHandOff(work, packet()));
    assert.deepEqual(done.backups, []);
    assert.equal(ann.git('status', '--porcelain'), '');
    assert.deepEqual(await listBackups(work), []);
    fs.writeFileSync(path.join(ann.folder, '.git', 'index.lock'), '');
    ann.write('a.txt', 'more\n');
    await assert.rejects(handOff(work, await prepareHandOff(work, packet())), { code: 'git-failed' });
    fs.rmSync(path.join(ann.folder, '.git', 'index.lock'));
    assert.equal(ann.git('rev-parse', 'HEAD').trim(), done.commit);
  });

  it('keeps what was staged in the very moment of a handoff', async () => {
    const { ann } = await paired();
    ann.write('a.txt', 'mine\n');
    const work = await ann.open({
      step: (name) => {
        if (name !== 'push') return;
        ann.write('a.txt', 'staged in between\n');
        ann.git('add', 'a.txt');
        ann.write('a.txt', 'mine\n');
      },
    });
    await handOff(work, await prepareHandOff(work, packet()));
    const [backup] = await listBackups(work);
    assert.equal(ann.git('show', `${backup?.ref}:a.txt`), 'staged in between\n');
    assert.equal(ann.git('status', '--porcelain'), '');
  });

  it('asks for no password, and opens no editor', async () => {
    const { ann } = await paired();
    const calls: string[] = [];
    ann.git('config', 'core.editor', 'exit 1; ');
    ann.git('config', 'core.askPass', 'sleep 1000; ');
    const work = await ann.open({
      log: (line) => calls.push(line),
      env: { ...plainEnvironment(ann.home), GIT_DIR: '/nowhere', GIT_INDEX_FILE: '/nowhere' },
    });
    ann.write('a.txt', 'mine\n');
    await handOff(work, await prepareHandOff(work, packet()));
    assert.ok(calls.some((line) => line.includes('push')));
    assert.equal(
      (await openWork({ program: 'git', folder: path.join(ann.folder, 'src'), hooks: false })).folder,
      ann.folder,
    );
    await assert.rejects(openWork({ program: 'no-such-git', folder: ann.folder, hooks: false }), {
      code: 'git-missing',
    });
  });

  describe('at a server', () => {
    let server: GitServer;
    afterEach(async () => server.close());

    it('signs in with the account on its own host, and changes nothing where nobody may', async () => {
      server = await startGitServer({ password: 'secret-token', isReadable: true });
      const { ann, remote: bare } = twoAt(server.create('ann/work'));
      const closed = await ann.open();
      const before = picture(ann);
      await assert.rejects(startPairing(closed, await prepareStart(closed)), { code: 'sync-unauthorized' });
      assert.deepEqual(picture(ann), before);
      const account = { origin: server.url, token: async () => 'secret-token' };
      const log: string[] = [];
      const work = await ann.open({
        account,
        scratch: path.join(ann.home, 's'),
        log: (line) => log.push(line),
      });
      await startPairing(work, await prepareStart(work));
      ann.write('a.txt', 'mine\n');
      const { commit } = await handOff(work, await prepareHandOff(work, packet()));
      assert.equal(gitSync(['rev-parse', 'refs/heads/mob/main'], { cwd: bare }).trim(), commit);
      assert.equal(log.join('\n').includes('secret-token'), false);
    });

    it('pushes over nothing that arrives at the same moment', async () => {
      server = await startGitServer();
      const { ann, ben, remote } = twoAt(server.create('ann/work'));
      const work = await ann.open();
      await startPairing(work, await prepareStart(work));
      const there = await ben.open();
      await takeOver(there, await peekTakeOver(there, { base: 'main' }));
      ben.write('ben.txt', 'ben\n');
      const his = await prepareHandOff(there, packet());
      ann.write('ann.txt', 'ann\n');
      let commit = '';
      server.beforePush = async () => {
        server.beforePush = undefined;
        commit = (await handOff(there, his)).commit;
      };
      const before = picture(ann);
      const mine = await prepareHandOff(work, packet());
      await assert.rejects(handOff(work, mine), { code: 'pairing-newer-push' });
      assert.deepEqual(picture(ann), before);
      assert.equal(gitSync(['rev-parse', 'refs/heads/mob/main'], { cwd: remote }).trim(), commit);
    });

    it('knows its own push again whose answer got lost', async () => {
      server = await startGitServer();
      const { ann, remote } = twoAt(server.create('ann/work'));
      const work = await ann.open();
      await startPairing(work, await prepareStart(work));
      ann.write('ann.txt', 'ann\n');
      const prepared = await prepareHandOff(work, packet());
      const before = picture(ann);
      // The remote takes it, the answer never comes.
      const hook = path.join(remote, 'hooks', 'post-update');
      fs.writeFileSync(hook, '#!/bin/sh\nkill -9 $PPID\n', { mode: 0o755 });
      await assert.rejects(handOff(work, prepared));
      fs.rmSync(hook);
      assert.deepEqual(picture(ann), before);
      const arrived = gitSync(['rev-parse', 'refs/heads/mob/main'], { cwd: remote }).trim();
      assert.notEqual(arrived, ann.git('rev-parse', 'HEAD').trim());
      const done = await handOff(work, prepared);
      assert.equal(done.commit, arrived);
      assert.equal(ann.git('status', '--porcelain'), '');
    });
  });
});
