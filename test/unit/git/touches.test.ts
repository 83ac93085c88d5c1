import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGit } from '../../../src/git/index.ts';
import { filesNow, touches } from '../../../src/git/touches.ts';

describe('who changed which files', () => {
  let folder: string;
  const git = createGit({ program: 'git', scratch: tmpdir() });
  const all = { since: 0, most: 100 };
  const run = (args: string[], env: NodeJS.ProcessEnv = {}) =>
    execFileSync('git', args, { cwd: folder, env: { ...process.env, ...env }, stdio: 'pipe' }).toString();
  function commit(name: string, day: string, files: string[], message = day): void {
    for (const file of files) {
      mkdirSync(join(folder, file, '..'), { recursive: true });
      writeFileSync(join(folder, file), `${day} ${name}\n${file}\n`);
    }
    const at = `${day}T12:00:00Z`;
    const who = (role: string) => ({
      [`GIT_${role}_NAME`]: name,
      [`GIT_${role}_EMAIL`]: `${name.toLowerCase()}@example.org`,
      [`GIT_${role}_DATE`]: at,
    });
    run(['add', '--all']);
    run(['commit', '--quiet', '--no-gpg-sign', '-m', message], { ...who('AUTHOR'), ...who('COMMITTER') });
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cairn-touches-'));
    run(['init', '--quiet', '-b', 'main']);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is told newest first, with those who worked on it together', async () => {
    commit('Ada', '2026-01-01', ['src/a.ts', 'odd\nname ä.ts']);
    commit(
      'Theo',
      '2026-02-01',
      ['src/b.ts'],
      'Pair\n\nCo-authored-by: Ada Wren <ada@example.org>\nCo-authored-by: nonsense\n',
    );
    const { commits, isCut } = await touches(git, folder, all);
    assert.deepEqual(commits, [
      {
        at: Date.parse('2026-02-01T12:00:00Z'),
        people: [
          { name: 'Theo', email: 'theo@example.org' },
          { name: 'Ada Wren', email: 'ada@example.org' },
        ],
        paths: ['src/b.ts'],
      },
      {
        at: Date.parse('2026-01-01T12:00:00Z'),
        people: [{ name: 'Ada', email: 'ada@example.org' }],
        paths: ['odd\nname ä.ts', 'src/a.ts'],
      },
    ]);
    assert.equal(isCut, false);
  });

  it('goes with a file that was moved, and whoever moved or deleted it does not count', async () => {
    commit('Ada', '2026-01-01', ['a.ts', 'gone.ts']);
    run(['mv', 'a.ts', 'b.ts']);
    run(['rm', '--quiet', 'gone.ts']);
    commit('Theo', '2026-02-01', []);
    const { commits } = await touches(git, folder, all);
    assert.deepEqual(
      commits.map(({ people, paths }) => [people[0]?.name, paths]),
      [
        ['Theo', []],
        ['Ada', ['b.ts', 'gone.ts']],
      ],
    );
    assert.deepEqual([...(await filesNow(git, folder))], ['b.ts']);
  });

  it('goes back so far and no further, and says so', async () => {
    for (const month of ['01', '02', '03']) commit('Ada', `2026-${month}-01`, [`${month}.ts`]);
    const since = Date.parse('2026-01-15');
    assert.equal((await touches(git, folder, { ...all, since })).commits.length, 2);
    const few = await touches(git, folder, { since: 0, most: 1 });
    assert.deepEqual([few.commits.length, few.isCut], [1, true]);
  });

  it('leaves out what changed hundreds of files at once', async () => {
    commit(
      'Ada',
      '2026-01-01',
      Array.from({ length: 301 }, (_, n) => `vendor/${n}.ts`),
    );
    const { commits } = await touches(git, folder, all);
    assert.deepEqual(commits[0]?.paths, []);
  });

  it('is nothing in a clone without a commit', async () => {
    assert.deepEqual(await touches(git, folder, all), { commits: [], isCut: false });
    assert.equal((await filesNow(git, folder)).size, 0);
  });

  it('fails where git refuses, and never looks like a history without commits', async () => {
    commit('Ada', '2026-01-01', ['a.ts']);
    run(['config', 'log.mailmap', 'neither']);
    await assert.rejects(touches(git, folder, all), { code: 'git-failed' });
    await assert.rejects(touches(git, join(folder, 'nowhere'), all));
  });

  it('runs nothing that the repository names', async () => {
    commit('Ada', '2026-01-01', ['a.ts']);
    const mark = join(folder, 'ran');
    const program = join(folder, 'evil.sh');
    writeFileSync(program, `#!/bin/sh\ntouch '${mark}'\ncat\n`);
    chmodSync(program, 0o755);
    writeFileSync(join(folder, '.gitattributes'), '* diff=evil filter=evil\n');
    for (const key of [
      ...['core.fsmonitor', 'diff.external', 'diff.evil.command', 'diff.evil.textconv', 'core.pager'],
      ...['gpg.program', 'core.sshCommand', 'filter.evil.smudge'],
    ])
      run(['config', key, program]);
    run(['config', 'log.showSignature', 'true']);
    assert.equal((await touches(git, folder, all)).commits.length, 1);
    assert.equal((await filesNow(git, folder)).size, 1);
    assert.equal(existsSync(mark), false);
  });
});
