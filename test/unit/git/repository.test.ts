import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { moveRef, readRef } from '../../../src/git/references.ts';
import { initRepository, lastSeen } from '../../../src/git/repository.ts';
import { clearUp } from '../../../src/git/upkeep.ts';
import { gitSync } from '../../support/git/server.ts';
import { newFolder, newGit, removeFolders } from './support.ts';

describe('the repository of a space', () => {
  const git = newGit();
  after(removeFolders);

  async function made() {
    const where = await initRepository(git, newFolder());
    const commit = (text: string) => {
      const tree = gitSync(['hash-object', '-t', 'tree', '-w', '--stdin'], {
        cwd: where.cwd,
        input: '',
      }).trim();
      return gitSync(['commit-tree', tree, '-m', text], { cwd: where.cwd }).trim();
    };
    return { where, commit };
  }

  it('has a reference moved only where it still is as it was', async () => {
    const { where, commit } = await made();
    const [one, two] = [commit('one'), commit('two')];
    assert.equal(await readRef(git, where, lastSeen), null);
    await assert.rejects(moveRef(git, where, lastSeen, two, one), { code: 'git-failed' });
    await moveRef(git, where, lastSeen, one, null);
    await assert.rejects(moveRef(git, where, lastSeen, two, null), { code: 'git-failed' });
    await assert.rejects(moveRef(git, where, lastSeen, one, two), { code: 'git-failed' });
    assert.equal(await readRef(git, where, lastSeen), one);
    await moveRef(git, where, lastSeen, two, one);
    assert.equal(await readRef(git, where, lastSeen), two);
  });

  it('waits out a lock that a killed git left', async () => {
    const { where, commit } = await made();
    const lock = path.join(where.gitDir, `${lastSeen}.lock`);
    fs.mkdirSync(path.dirname(lock), { recursive: true });
    fs.writeFileSync(lock, '');
    const one = commit('one');
    await moveRef(git, where, lastSeen, one, null);
    assert.equal(await readRef(git, where, lastSeen), one);
  });

  it('is packed when much has come together, and loses nothing by it', async () => {
    const { where, commit } = await made();
    const lines = Array.from({ length: 1500 }, (_, n) => path.join(where.cwd, `file-${n}`));
    for (const [n, file] of lines.entries()) fs.writeFileSync(file, `content ${n}`);
    gitSync(['hash-object', '-w', '--stdin-paths'], { cwd: where.cwd, input: lines.join('\n') });
    const one = commit('one');
    await moveRef(git, where, lastSeen, one, null);
    await clearUp(git, where);
    const packs = fs.readdirSync(path.join(where.gitDir, 'objects', 'pack'));
    assert.ok(
      packs.some((name) => name.endsWith('.pack')),
      'nothing was packed',
    );
    assert.equal(gitSync(['cat-file', '-t', one], { cwd: where.cwd }).trim(), 'commit');
    // What no reference names may be what a sync is just working on.
    const { stdout } = await git.local(where, ['hash-object', lines[0] as string]);
    assert.equal(gitSync(['cat-file', '-t', stdout.toString().trim()], { cwd: where.cwd }).trim(), 'blob');
    assert.equal(await readRef(git, where, lastSeen), one);
  });
});
