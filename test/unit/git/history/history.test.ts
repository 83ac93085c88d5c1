import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloneHistory } from '../../../../src/git/history/index.ts';
import { createGit } from '../../../../src/git/index.ts';
import { gitSync } from '../../../support/git/repositories.ts';
import { Golden, gitFor, linesOf, newFolder, removeGolden } from '../../growth/followThrough/golden.ts';

describe('the history of a clone', function () {
  this.timeout(20_000);
  const opened: CloneHistory[] = [];
  afterEach(() => {
    for (const one of opened.splice(0)) one.close();
    removeGolden();
  });
  const open = (folder: string, git = gitFor()) => {
    const history = new CloneHistory(git, folder);
    opened.push(history);
    return history;
  };

  it('tells commits, contents and texts in the order asked for, with what is not there', async () => {
    const golden = new Golden();
    const first = golden.commit({ 'src/ä b.ts': 'one\n', 'same.ts': 'one\n' });
    const second = golden.commit({ 'src/ä b.ts': 'two\n', bin: Buffer.from([0, 1]) });
    const history = open(golden.folder);
    const [a, gone, b] = await history.commits([first, '1'.repeat(40), second]);
    assert.deepEqual(
      [a, gone],
      [{ id: first, parents: [], at: golden.time(first) }, { unknown: 'commit-gone' }],
    );
    assert.deepEqual((b as { parents: unknown }).parents, [first]);
    const files = await history.files([
      { commit: first, path: 'src/ä b.ts' },
      { commit: first, path: 'none.ts' },
      { commit: '1'.repeat(40), path: 'same.ts' },
      { commit: second, path: 'same.ts' },
      { commit: second, path: 'src/ä b.ts' },
      { commit: second, path: 'bin' },
    ]);
    assert.equal(files[0], files[3]);
    assert.deepEqual([files[1], files[2]], [null, { unknown: 'commit-gone' }]);
    const texts = await history.texts([files[4] as string, files[5] as string, '2'.repeat(40)]);
    assert.deepEqual(texts, [{ text: 'two\n' }, { unknown: 'binary' }, { unknown: 'commit-gone' }]);
  });

  it('is held by nobody once it is closed, however long the signal lives by which it would end', async () => {
    const golden = new Golden();
    const commit = golden.commit({ 'a.ts': 'one\n' });
    const stop = new AbortController();
    for (let i = 0; i < 3; i++) {
      const history = new CloneHistory(gitFor(), golden.folder, stop.signal);
      assert.equal((await history.commits([commit])).length, 1);
      assert.equal(getEventListeners(stop.signal, 'abort').length, 1);
      history.close();
    }
    assert.deepEqual(getEventListeners(stop.signal, 'abort'), []);
  });

  it('takes nothing that somebody sent for an option, a revision or a second question', async () => {
    const golden = new Golden();
    const commit = golden.commit({ 'a.ts': 'one\n' });
    const history = open(golden.folder);
    const odd = ['--all', 'HEAD', `${commit}~0`, `${commit}\n${commit}`, '', 'main'];
    for (const id of odd) {
      assert.deepEqual(await history.commits([id]), [{ unknown: 'commit-gone' }], id);
      assert.deepEqual(await history.way(id, commit), { unknown: 'commit-gone' }, id);
      assert.deepEqual(await history.mergeBase(id, commit), { unknown: 'commit-gone' }, id);
      assert.deepEqual(await history.changes(id, commit), { unknown: 'commit-gone' }, id);
      assert.deepEqual(await history.texts([id]), [{ unknown: 'commit-gone' }], id);
    }
    const paths = [`x\n${commit}:a.ts`, './a.ts', '../a.ts', '/a.ts', '', 'a.ts\0'];
    for (const path of paths) {
      assert.deepEqual(await history.files([{ commit, path }]), [{ unknown: 'commit-gone' }], path);
    }
    assert.equal(typeof (await history.files([{ commit, path: 'a.ts' }]))[0], 'string');
    const later = {
      branch: '--all',
      after: commit,
      path: ':(glob)**',
      until: '2030-01-01T00:00:00Z',
      most: 9,
    };
    assert.deepEqual(await history.later(later), { unknown: 'commit-gone' });
    assert.deepEqual(await history.later({ ...later, branch: 'main' }), []);
  });

  it('knows the way from one commit to another, or where both come from', async () => {
    const golden = new Golden();
    const base = golden.commit({ 'a.ts': linesOf(9) });
    golden.branch('work');
    const one = golden.commit({ 'b.ts': 'one\n' });
    const two = golden.commit({ 'b.ts': 'two\n' });
    golden.branch('other', base);
    const other = golden.commit({ 'c.ts': 'c\n' });
    const history = open(golden.folder);
    const way = await history.way(base, two);
    assert.ok('kind' in way && way.kind === 'line');
    assert.deepEqual(
      way.commits.map(({ id }) => id),
      [one, two],
    );
    assert.deepEqual(await history.way(two, two), { kind: 'line', commits: [] });
    assert.deepEqual(await history.way(other, two), { kind: 'apart', base });
    assert.equal(await history.mergeBase(two, other), base);
  });

  it('knows renames, and what a branch did to a file after a commit', async () => {
    const golden = new Golden();
    const first = golden.commit({ 'a.ts': linesOf(30), 'b.ts': 'b\n' });
    const second = golden.move('a.ts', 'src/a.ts');
    const third = golden.commit({ 'src/a.ts': linesOf(31) });
    const other = golden.commit({ 'b.ts': 'bb\n' });
    const late = golden.commit({ 'src/a.ts': linesOf(32) }, 'Late', '2030-01-01T00:00:00Z');
    const history = open(golden.folder);
    const changes = await history.changes(first, second);
    assert.ok(Array.isArray(changes));
    assert.deepEqual(
      changes.map(({ before, after }) => [before?.path, after?.path]),
      [['a.ts', 'src/a.ts']],
    );
    const question = {
      branch: 'main',
      after: second,
      path: 'src/a.ts',
      until: '2027-01-01T00:00:00Z',
      most: 9,
    };
    const ids = async (more: Partial<typeof question>) => {
      const commits = await history.later({ ...question, ...more });
      return Array.isArray(commits) ? commits.map(({ id }) => id) : commits;
    };
    assert.deepEqual(await ids({}), [third]);
    assert.deepEqual(await ids({ until: '2031-01-01T00:00:00Z' }), [third, late]);
    assert.deepEqual(await ids({ until: '2031-01-01T00:00:00Z', most: 1 }), [third]);
    assert.deepEqual(await ids({ path: 'b.ts', after: third }), [other]);
    assert.deepEqual(await ids({ branch: 'none' }), { unknown: 'commit-gone' });
  });

  it('runs nothing that the repository names, and asks no remote', async () => {
    const golden = new Golden();
    const first = golden.commit({ 'a.ts': linesOf(30), '.gitattributes': '*.ts diff=odd\n' });
    const second = golden.commit({ 'a.ts': linesOf(31) });
    const marks = newFolder();
    const program = join(marks, 'run.sh');
    writeFileSync(program, `#!/bin/sh\necho ran >> '${join(marks, 'ran')}'\ncat "$1" 2>/dev/null\n`, {
      mode: 0o755,
    });
    mkdirSync(join(golden.folder, '.git/hooks'), { recursive: true });
    for (const [key, value] of [
      ['diff.external', program],
      ['diff.odd.textconv', program],
      ['diff.odd.command', program],
      ['core.fsmonitor', program],
      ['core.pager', program],
      ['pager.log', program],
      ['core.sshCommand', program],
      ['remote.origin.url', 'ssh://nowhere.example/x'],
      ['remote.origin.promisor', 'true'],
    ]) {
      gitSync(['config', key!, value!], { cwd: golden.folder });
    }
    const lines: string[] = [];
    const git = createGit({ program: 'git', scratch: marks, log: (line) => lines.push(line) });
    const history = open(golden.folder, git);
    assert.ok(Array.isArray(await history.changes(first, second)));
    await history.files([{ commit: first, path: 'gone.ts' }]);
    await history.texts(['3'.repeat(40)]);
    await history.later({
      branch: 'main',
      after: first,
      path: 'a.ts',
      until: '2030-01-01T00:00:00Z',
      most: 9,
    });
    assert.deepEqual(readdirSync(marks), ['run.sh']);
    assert.ok(lines.length > 0);
  });

  it('believes no common commit that a shallow clone finds', async () => {
    const golden = new Golden();
    const base = golden.commit({ 'a.ts': 'one\n' });
    golden.commit({ 'a.ts': 'two\n' });
    const tip = golden.commit({ 'a.ts': 'three\n' });
    const folder = newFolder();
    gitSync(['clone', '--quiet', '--depth', '2', `file://${golden.folder}`, folder]);
    const history = open(folder);
    const [before] = (await history.commits([tip])).flatMap((one) => ('parents' in one ? one.parents : []));
    assert.deepEqual(await history.mergeBase(before!, tip), { unknown: 'shallow' });
    assert.deepEqual(await history.way(base, tip), { unknown: 'shallow' });
    assert.deepEqual(await history.way(before!, tip), {
      kind: 'line',
      commits: await history.commits([tip]),
    });
  });

  it('reads a work tree beside its repository', async () => {
    const golden = new Golden();
    const commit = golden.commit({ 'a.ts': 'one\n' });
    const beside = join(newFolder(), 'tree');
    gitSync(['worktree', 'add', '--quiet', '-b', 'side', beside], { cwd: golden.folder });
    const history = open(beside);
    assert.equal(typeof (await history.files([{ commit, path: 'a.ts' }]))[0], 'string');
  });

  it('is cancelled when it is closed, and says so where git is missing', async () => {
    const golden = new Golden();
    const commit = golden.commit({ 'a.ts': 'one\n' });
    const closed = open(golden.folder);
    closed.close();
    await assert.rejects(closed.commits([commit]), { code: 'cancelled' });
    const missing = open(golden.folder, createGit({ program: '/nowhere/git', scratch: golden.folder }));
    await assert.rejects(missing.commits([commit]), { code: 'git-missing' });
  });
});
