import assert from 'node:assert/strict';
import { createRepository } from '../../../src/github/createRepository.ts';
import { visibilityIn, visibilityOf } from '../../../src/github/visibility.ts';
import { parseHost } from '../../../src/model/host.ts';
import { type GitHubServer, startGitHubServer } from '../../support/github/server.ts';

describe('repositories for spaces', () => {
  let server: GitHubServer;
  beforeEach(async () => {
    server = await startGitHubServer();
  });
  afterEach(() => server.close());
  const as = (login: string) => ({ host: parseHost(server.url), token: `token-for-${login}` });

  it('makes an empty private repository, which the host then calls private', async () => {
    const made = await createRepository(as('ada-wren'), 'our-space');
    assert.deepEqual(made, {
      url: `${server.url}/ada-wren/our-space.git`,
      repository: 'ada-wren/our-space',
    });
    assert.equal(await visibilityOf(as('ada-wren'), made.repository), 'private');
  });

  it('says so where the token may not make one, and that a name is taken or none', async () => {
    server.control.fail({ kind: 'forbidden', only: 'rest' });
    await assert.rejects(createRepository(as('ada-wren'), 'our-space'), {
      code: 'forbidden',
      message: /may not make repositories.*Administration: write/,
    });
    server.control.fail({ kind: 'not-found', only: 'rest' });
    await assert.rejects(createRepository(as('ada-wren'), 'our-space'), { code: 'forbidden' });
    await createRepository(as('ada-wren'), 'our-space');
    await assert.rejects(createRepository(as('ada-wren'), 'our-space'), {
      code: 'invalid-argument',
      message: /already/,
    });
    const asked = server.requests.length;
    for (const name of ['', '..', 'a b', 'a/b', 'x.git', 'é']) {
      await assert.rejects(createRepository(as('ada-wren'), name), { code: 'invalid-argument' });
    }
    assert.equal(server.requests.length, asked);
  });

  it('makes nothing twice, and follows nobody to another address', async () => {
    server.control.fail({ kind: 'status', status: 502, only: 'rest' });
    await assert.rejects(createRepository(as('ada-wren'), 'our-space'), { code: 'github-unavailable' });
    assert.equal(server.requests.filter(({ method }) => method === 'POST').length, 1);
    const seen: RequestInit[] = [];
    const redirecting = async (_: unknown, options?: RequestInit) => {
      seen.push(options ?? {});
      return new Response(null, { status: 307, headers: { location: 'https://elsewhere.example/' } });
    };
    const options = { ...as('ada-wren'), fetch: redirecting as typeof fetch };
    await assert.rejects(createRepository(options, 'our-space'), { code: 'github-refused' });
    assert.equal(seen[0]?.redirect, 'manual');
  });

  it('does not take a repository that came out public for a private one', async () => {
    const answering = async () =>
      Response.json(
        { clone_url: 'https://x.example/a/b.git', full_name: 'a/b', private: false },
        { status: 201 },
      );
    const options = { ...as('ada-wren'), fetch: answering as typeof fetch };
    await assert.rejects(createRepository(options, 'b'), { code: 'github-refused', message: /not private/ });
  });

  it('knows who may read a repository, and says unknown rather than guess', async () => {
    const repository = 'harbour-lights/beacon';
    assert.equal(await visibilityOf(as('ada-wren'), repository), 'private');
    server.control.setPrivate(repository, false);
    assert.equal(await visibilityOf(as('ada-wren'), repository), 'public');
    for (const kind of ['unauthorized', 'forbidden', 'not-found', 'html', 'cut-off', 'rate-limit'] as const) {
      server.control.fail({ kind, only: 'rest' });
      assert.equal(await visibilityOf(as('ada-wren'), repository), 'unknown', kind);
    }
    for (const name of ['nobody/nothing', 'no-name', '../user', 'a/b/c']) {
      assert.equal(await visibilityOf(as('ada-wren'), name), 'unknown', name);
    }
    await server.close();
    assert.equal(await visibilityOf(as('ada-wren'), repository), 'unknown');
  });

  it('reads what old, new and strange servers say', () => {
    const said = (fields: object) => visibilityIn({ full_name: 'Ann/Space', ...fields }, 'ann/space');
    assert.equal(said({ private: true }), 'private');
    assert.equal(said({ private: true, visibility: 'internal' }), 'internal');
    assert.equal(said({ private: true, visibility: 'secret' }), 'unknown');
    assert.equal(said({ private: false, visibility: 'private' }), 'public');
    assert.equal(said({ visibility: 'private' }), 'unknown');
    assert.equal(said({ full_name: 'ann/moved', private: true }), 'unknown');
    for (const nothing of [null, 5, 'private', []]) assert.equal(visibilityIn(nothing, 'a/b'), 'unknown');
  });
});
