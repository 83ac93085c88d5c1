import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gitSync, plainEnvironment } from '../../support/git/repositories.ts';
import { type GitHubServer, startGitHubServer } from '../../support/github/server.ts';

describe('repositories that are made on the local GitHub server', () => {
  let server: GitHubServer;
  let folder: string;
  before(async () => {
    server = await startGitHubServer();
    folder = mkdtempSync(join(tmpdir(), 'cairn-hosting-'));
  });
  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const make = (name: string, token = 'token-for-ada-wren') =>
    fetch(`${server.url}/api/v3/user/repos`, {
      method: 'POST',
      headers: { authorization: `bearer ${token}` },
      body: JSON.stringify({ name, private: true }),
    });
  const look = (name: string, login: string) =>
    fetch(`${server.url}/api/v3/repos/${name}`, { headers: { authorization: `bearer token-for-${login}` } });
  /** Whether the remote can be read: by `ls-remote`, with or without a token. */
  const read = async (name: string, token: string | null) => {
    const address = new URL(`${server.url}/${name}.git`);
    if (token) Object.assign(address, { username: 'x', password: token });
    const env = { ...plainEnvironment(folder), GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: 'true' };
    return promisify(execFile)('git', ['ls-remote', address.href], { env }).then(
      () => true,
      () => false,
    );
  };

  it('are private, empty, and there for their owner alone until somebody is invited', async () => {
    const made = await make('our-space');
    assert.equal(made.status, 201);
    const raw = (await made.json()) as Record<string, unknown>;
    assert.equal(raw.clone_url, `${server.url}/ada-wren/our-space.git`);
    assert.deepEqual([raw.private, raw.visibility, raw.full_name], [true, 'private', 'ada-wren/our-space']);
    assert.equal((await look('ada-wren/our-space', 'ada-wren')).status, 200);
    assert.equal((await look('ada-wren/our-space', 'theo-flint')).status, 404);
    assert.equal(await read('ada-wren/our-space', 'token-for-ada-wren'), true);
    assert.equal(await read('ada-wren/our-space', 'token-for-theo-flint'), false);
    assert.equal(await read('ada-wren/our-space', null), false);
    server.control.invite('ada-wren/our-space', 'theo-flint');
    assert.equal((await look('ada-wren/our-space', 'theo-flint')).status, 200);
    assert.equal(await read('ada-wren/our-space', 'token-for-theo-flint'), true);
  });

  it('refuse a name that is taken', async () => {
    await make('twice');
    const again = await make('Twice');
    assert.equal(again.status, 422);
    assert.match(JSON.stringify(await again.json()), /already exists/);
  });

  it('take a push from a member, and from nobody else', async () => {
    server.control.addRepository('ada-wren/open', false);
    gitSync(['init', '--quiet', 'work'], { cwd: folder });
    const work = { cwd: join(folder, 'work') };
    gitSync(['commit', '--allow-empty', '--quiet', '-m', 'Start'], work);
    const push = (token: string) => {
      const address = Object.assign(new URL(`${server.url}/ada-wren/open.git`), {
        username: 'x',
        password: token,
      });
      const env = { ...plainEnvironment(folder), GIT_TERMINAL_PROMPT: '0' };
      return promisify(execFile)('git', ['push', address.href, 'HEAD:refs/heads/main'], { ...work, env });
    };
    assert.equal(await read('ada-wren/open', null), true);
    await assert.rejects(push('token-for-theo-flint'));
    await push('token-for-ada-wren');
    const bare = server.control.repositoryFolder('ada-wren/open');
    assert.match(gitSync(['log', '--oneline', 'main'], { cwd: bare }), /Start/);
  });
});
