import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGitHub, GitHubFailure } from '../../../src/github/index.ts';
import { CairnError } from '../../../src/model/errors.ts';
import { parseHost } from '../../../src/model/host.ts';
import { type GitHubServer, startGitHubServer } from '../../support/github/server.ts';
import { changingFetch, pullRequest } from './support.ts';

const token = 'ghp_very-secret-token';

describe('createGitHub', () => {
  const servers: (Server | GitHubServer)[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) {
      if ('control' in server) await server.close();
      else server.close().closeAllConnections();
    }
  });

  async function listen(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async function gitHub(viewer?: string): Promise<GitHubServer> {
    const server = await startGitHubServer({ lines: [pullRequest(1)], viewer });
    servers.push(server);
    return server;
  }

  const connect = (url: string, more = {}) =>
    createGitHub({ host: parseHost(url), token, userAgent: 'cairn-test', pause: 1, ...more });

  async function failureOf(work: Promise<unknown>): Promise<CairnError> {
    const error = await work.then(
      () => assert.fail('It should have failed'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof CairnError, String(error));
    const told = `${error.stack} ${error.detail} ${JSON.stringify(error)} ${String(error.cause)}`;
    assert.ok(!told.includes('secret'), 'the token is in the error');
    return error;
  }

  it('says who signed in, with the token, and counts its requests', async () => {
    const server = await gitHub('robin');
    const github = connect(server.url);
    assert.deepEqual(await github.viewer(), { login: 'robin' });
    assert.equal(github.requests, 1);
  });

  it('says what to do about a token that GitHub does not take', async () => {
    const server = await gitHub();
    const error = await failureOf(connect(server.url, { token: 'bad-token' }).viewer());
    assert.equal(error.code, 'unauthorized');
    assert.match(error.message, /Sign in again/);
  });

  it('takes no text for a token that could not be sent', async () => {
    for (const wrong of ['', '  ', 'two words secret', 'line\nsecret', 'sécret\u2028']) {
      assert.throws(
        () => connect('http://127.0.0.1:1', { token: wrong }),
        (error) =>
          error instanceof CairnError && error.code === 'unauthorized' && !error.message.includes('secret'),
      );
    }
    const server = await gitHub();
    await connect(server.url, { token: ' token \n' }).viewer();
  });

  it('never follows a redirect with the token', async () => {
    const reached: unknown[] = [];
    const other = await listen((request, response) => {
      reached.push(request.headers.authorization);
      response.end('{"data":{"viewer":{"login":"thief"}}}');
    });
    for (const status of [301, 302, 303, 307, 308]) {
      const url = await listen((_, response) =>
        response.writeHead(status, { location: `${other}/api/graphql` }).end(),
      );
      const error = await failureOf(connect(url).viewer());
      assert.equal(error.code, 'github-refused', String(status));
      assert.match(error.message, /cairn\.github\.host/);
    }
    assert.deepEqual(reached, []);
  });

  it('tells no answer, no connection, a closed one and no GitHub apart', async () => {
    const silent = await listen(() => {});
    assert.equal((await failureOf(connect(silent, { timeout: 50 }).viewer())).code, 'github-unavailable');
    const closing = await listen((request) => request.socket.destroy());
    assert.equal((await failureOf(connect(closing).viewer())).code, 'github-unavailable');
    const page = await listen((_, response) => response.end('<html>'));
    assert.equal((await failureOf(connect(page).viewer())).code, 'github-unreadable');
    const gone = await listen(() => {});
    for (const server of servers.splice(0)) (server as Server).close().closeAllConnections();
    assert.equal((await failureOf(connect(gone).viewer())).code, 'offline');
  });

  it('stops when it is told to, while it asks and while it waits', async () => {
    const silent = await listen(() => {});
    const asking = connect(silent).viewer(AbortSignal.timeout(30));
    assert.equal((await failureOf(asking)).code, 'cancelled');
    const busy = await listen((_, response) => response.writeHead(503).end());
    const waiting = connect(busy, { pause: 60_000 }).viewer(AbortSignal.timeout(30));
    assert.equal((await failureOf(waiting)).code, 'cancelled');
  });

  it('never logs the token', async () => {
    const log: string[] = [];
    const busy = await listen((_, response) =>
      response.writeHead(503, { deprecation: 'x' }).end(`echo ${token}`),
    );
    const github = connect(busy, { log: (message: string) => log.push(message) });
    await github.viewer().catch(() => {});
    assert.ok(log.length >= 2);
    assert.ok(!log.join().includes('secret'), log.join());
  });

  it('sends nothing to the web but what it is asked', async () => {
    const server = await gitHub();
    await connect(server.url).viewer();
    assert.deepEqual(
      server.requests.map(({ method, path }) => [method, path]),
      [['POST', '/api/graphql']],
    );
  });

  it('takes an answer with errors for an error, unless the rest is wanted', async () => {
    const server = await gitHub();
    const github = connect(server.url);
    const query = '{ viewer { login } repository(owner: "no", name: "no") { id } }';
    assert.equal((await failureOf(github.graphql(query, {}))).code, 'github-refused');
    const errors: unknown[] = [];
    const options = { onPartial: (all: readonly unknown[]) => errors.push(...all) };
    const data = await github.graphql<{ repository: unknown }>(query, {}, options);
    assert.equal(data.repository, null);
    assert.equal(errors.length, 1);
  });

  it('reads how long GitHub wants to be left alone', async () => {
    const url = await listen((_, response) => {
      response.writeHead(429, { 'retry-after': '120', 'content-type': 'application/json' }).end('{}');
    });
    const error = await failureOf(connect(url).viewer());
    assert.ok(error instanceof GitHubFailure && error.code === 'rate-limited');
    assert.ok(Math.abs((error.nextAllowedAt ?? 0) - Date.now() - 120_000) < 5000);
  });

  it('takes a query that GitHub gave up on for a passing failure', async () => {
    const server = await gitHub();
    const message = 'Something went wrong while executing your query. This may be the result of a timeout.';
    const github = connect(server.url, {
      fetch: changingFetch(() => ({ data: null, errors: [{ message }] })),
    });
    assert.equal((await failureOf(github.viewer())).code, 'github-unavailable');
    assert.equal(github.requests, 3);
  });
});
