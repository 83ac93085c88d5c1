import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { OpenAPIBackend } from 'openapi-backend';
import { type GitHubServer, startGitHubServer } from '../support/github/server.ts';
import { described } from './described.ts';

const data = join(import.meta.dirname, '../../../shared/data/github');

/*
 * The local server's REST answers against GitHub's own description of them, so that what the tests stand on
 * is shaped like GitHub and not like what this project thinks that GitHub is.
 */

/** Paths in use, for a repository and one of its pull requests. */
const paths = (repository: string, number: number) => [
  '/user',
  '/rate_limit',
  `/repos/${repository}`,
  `/repos/${repository}/pulls?state=all&sort=updated&direction=desc&per_page=100`,
  `/repos/${repository}/pulls/${number}`,
  `/repos/${repository}/pulls/${number}/comments?per_page=100`,
  `/repos/${repository}/pulls/${number}/reviews?per_page=100`,
  `/repos/${repository}/pulls/comments?sort=updated&direction=desc&since=2020-01-01T00:00:00Z&per_page=100`,
  `/repos/${repository}/issues/${number}/comments?per_page=100`,
  `/repos/${repository}/issues/comments?sort=updated&direction=desc&per_page=100`,
];

const sets: [string, string | undefined, string, number][] = [
  ['the sample', undefined, 'harbour-lights/beacon', 15],
  ['gui', join(data, 'gui.ndjson.gz'), 'yarrow-01/gui', 4],
];

for (const [name, file, repository, number] of sets) {
  describe(`REST answers of the local GitHub server for ${name}`, () => {
    let server: GitHubServer;
    let api: OpenAPIBackend;
    before(async () => {
      server = await startGitHubServer({ data: file });
      api = await described();
    });
    after(() => server.close());

    for (const path of paths(repository, number)) {
      it(`GET ${path}`, async () => {
        const url = new URL(path, server.url);
        const request = { method: 'GET', path: url.pathname, query: url.search.slice(1), headers: {} };
        const operation = api.matchOperation(request);
        assert.ok(operation, 'GitHub describes no such path');
        assert.deepEqual(api.validateRequest(request, operation).errors ?? [], []);
        let next: string | undefined = `${server.url}/api/v3${path}`;
        while (next) {
          const response: Response = await fetch(next, { headers: { authorization: 'token x' } });
          assert.equal(response.status, 200);
          const { errors } = api.validateResponse(await response.json(), operation, 200);
          assert.deepEqual(errors?.slice(0, 5) ?? [], []);
          next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
        }
      });
    }
  });
}

describe('a repository that is made on the local GitHub server', () => {
  it('is answered and shown as GitHub describes a repository', async () => {
    const server = await startGitHubServer();
    try {
      const api = await described();
      const path = `${server.url}/api/v3`;
      const headers = { authorization: 'token token-for-ada-wren' };
      const body = JSON.stringify({ name: 'our-space', private: true, auto_init: false });
      const asked = {
        method: 'POST',
        path: '/user/repos',
        headers: { 'content-type': 'application/json' },
        body,
      };
      const operation = api.matchOperation(asked);
      assert.ok(operation);
      assert.deepEqual(api.validateRequest(asked, operation).errors ?? [], []);
      const made = await fetch(`${path}/user/repos`, { method: 'POST', headers, body });
      assert.equal(made.status, 201);
      assert.deepEqual(api.validateResponse(await made.json(), operation, 201).errors ?? [], []);
      const refused = await fetch(`${path}/user/repos`, { method: 'POST', headers, body });
      assert.equal(refused.status, 422);
      assert.deepEqual(api.validateResponse(await refused.json(), operation, 422).errors ?? [], []);
      const shown = api.matchOperation({ method: 'GET', path: '/repos/ada-wren/our-space', headers: {} });
      assert.ok(shown);
      const raw = await (await fetch(`${path}/repos/ada-wren/our-space`, { headers })).json();
      assert.deepEqual(api.validateResponse(raw, shown, 200).errors ?? [], []);
    } finally {
      await server.close();
    }
  });
});
