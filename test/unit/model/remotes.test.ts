import assert from 'node:assert/strict';
import { isRepositoryName, parseRemote, remotesInConfig } from '../../../src/model/remotes.ts';

describe('a git remote names a repository', () => {
  const cases: [string, { host: string; repository: string } | null][] = [
    ['https://github.com/ada/lamp.git', { host: 'github.com', repository: 'ada/lamp' }],
    ['https://user:secret@github.com/ada/lamp', { host: 'github.com', repository: 'ada/lamp' }],
    ['git@github.com:ada/lamp.git', { host: 'github.com', repository: 'ada/lamp' }],
    ['ssh://git@ssh.github.com:443/ada/lamp.git', { host: 'github.com', repository: 'ada/lamp' }],
    ['ssh://git@code.example.org:2222/ada/lamp.js/', { host: 'code.example.org', repository: 'ada/lamp.js' }],
    ['http://127.0.0.1:8080/ada/lamp.git', { host: '127.0.0.1:8080', repository: 'ada/lamp' }],
    ['/srv/git/lamp.git', null],
    ['C:\\git\\lamp', null],
    ['https://github.com/ada', null],
    ['https://github.com/ada/../../etc', null],
    ['ext::sh -c whoami', null],
    ['--upload-pack=x', null],
    ['', null],
  ];
  for (const [address, expected] of cases) {
    it(`${address || '(empty)'} is ${expected ? `${expected.repository} on ${expected.host}` : 'none'}`, () => {
      assert.deepEqual(parseRemote(address), expected);
    });
  }

  it('reads the addresses of remotes only out of a git config', () => {
    const config =
      '[core]\n\turl = no\n[remote "origin"]\n\turl = git@h:a/b.git\n\tfetch = +x\n[branch "main"]\n\turl = no\n';
    assert.deepEqual(remotesInConfig(config), ['git@h:a/b.git']);
  });

  it('takes names that GitHub allows and no others', () => {
    for (const good of ['a/b', 'Ada-L/lamp.js', 'a_b/.github']) assert.ok(isRepositoryName(good), good);
    for (const bad of ['a', 'a/b/c', '../b', 'a/..', 'a/.', 'a b/c', 'a/b?x', '-a/b', 'a/b\n'])
      assert.ok(!isRepositoryName(bad), bad);
  });
});
