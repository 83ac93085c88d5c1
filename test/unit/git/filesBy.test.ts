import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesBy } from '../../../src/git/filesBy.ts';
import { createGit } from '../../../src/git/index.ts';

describe('the files that somebody’s commits touched', () => {
  let folder: string;
  const git = createGit({ program: 'git', scratch: tmpdir() });
  const run = (args: string[], env: NodeJS.ProcessEnv = {}) =>
    execFileSync('git', args, { cwd: folder, env: { ...process.env, ...env }, stdio: 'pipe' });
  function commit(author: string, email: string, day: string, files: string[]): void {
    for (const file of files) {
      mkdirSync(join(folder, file, '..'), { recursive: true });
      writeFileSync(join(folder, file), `${day} ${author}\n`);
    }
    const at = `${day}T12:00:00Z`;
    const who = (role: string) => ({
      [`GIT_${role}_NAME`]: author,
      [`GIT_${role}_EMAIL`]: email,
      [`GIT_${role}_DATE`]: at,
    });
    run(['add', '--all']);
    run(['commit', '--quiet', '--no-gpg-sign', '-m', day], { ...who('AUTHOR'), ...who('COMMITTER') });
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cairn-files-by-'));
    run(['init', '--quiet']);
    run(['config', 'user.email', 'marsh@example.org']);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are told with the first time, by the clone’s address and by GitHub’s no-reply ones', async () => {
    commit('Marsh', 'marsh@example.org', '2026-01-01', ['src/a.ts', 'odd\nname ä.ts']);
    commit('Ada', 'ada@example.org', '2026-02-01', ['src/b.ts']);
    commit('Marsh', 'MARSH@example.org', '2026-03-01', ['src/a.ts']);
    commit('Marsh', '123+marsh-lind@users.noreply.github.com', '2026-04-01', ['src/c.ts']);
    commit('Else', 'not-marsh@example.org', '2026-05-01', ['src/d.ts']);
    const files = await filesBy(git, folder, 'marsh-lind');
    assert.deepEqual(
      [...files].sort(),
      [
        ['odd\nname ä.ts', Date.parse('2026-01-01T12:00:00Z')],
        ['src/a.ts', Date.parse('2026-01-01T12:00:00Z')],
        ['src/c.ts', Date.parse('2026-04-01T12:00:00Z')],
      ].sort(),
    );
  });

  it('are none in a clone without a commit', async () => {
    assert.deepEqual([...(await filesBy(git, folder, 'marsh-lind'))], []);
  });

  it('take no login for a pattern or an option', async () => {
    commit('Ada', 'ada@example.org', '2026-02-01', ['src/b.ts']);
    assert.deepEqual([...(await filesBy(git, folder, '.*'))], []);
    assert.deepEqual([...(await filesBy(git, folder, '--all'))], []);
  });
});
