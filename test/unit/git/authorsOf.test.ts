import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authorsOf } from '../../../src/git/authorsOf.ts';
import { createGit } from '../../../src/git/index.ts';

describe('who has changed a file', () => {
  let folder: string;
  const git = createGit({ program: 'git', scratch: tmpdir() });
  const run = (args: string[], env: NodeJS.ProcessEnv = {}) =>
    execFileSync('git', args, { cwd: folder, env: { ...process.env, ...env }, stdio: 'pipe' });
  function commit(name: string, email: string, day: string): void {
    const who = { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: `${day}T12:00:00Z` };
    run(['add', '--all']);
    const committer = { GIT_COMMITTER_NAME: 'C', GIT_COMMITTER_EMAIL: 'c@example.org' };
    run(['commit', '--quiet', '--no-gpg-sign', '-m', day], { ...who, ...committer });
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cairn-authors-of-'));
    run(['init', '--quiet']);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is told from the newest on, over renames, and of no other file', async () => {
    const text = 'one\ntwo\nthree\nfour\nfive\n';
    writeFileSync(join(folder, 'a.ts'), text);
    commit('Ada', 'ada@example.org', '2026-01-01');
    run(['mv', 'a.ts', 'odd *ä.ts']);
    commit('Theo Flint', '1+theo@users.noreply.github.com', '2026-02-01');
    writeFileSync(join(folder, 'b.ts'), 'other\n');
    commit('Eve', 'eve@example.org', '2026-03-01');
    assert.deepEqual(await authorsOf(git, folder, 'odd *ä.ts'), [
      { name: 'Theo Flint', email: '1+theo@users.noreply.github.com', day: '2026-02-01' },
      { name: 'Ada', email: 'ada@example.org', day: '2026-01-01' },
    ]);
  });

  it('is nobody for what is no file here, an option or a pattern', async () => {
    assert.deepEqual(await authorsOf(git, folder, 'a.ts'), []);
    writeFileSync(join(folder, 'a.ts'), 'x\n');
    commit('Ada', 'ada@example.org', '2026-01-01');
    for (const path of ['--all', '*', ':(top)a.ts', '../x', '/etc/passwd', 'none.ts'])
      assert.deepEqual(await authorsOf(git, folder, path), [], path);
  });
});
