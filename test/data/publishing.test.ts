import assert from 'node:assert/strict';
import type { OpenAPIBackend } from 'openapi-backend';
import { createPublisher, type Publisher, type ReviewPlace } from '../../src/github/publishing/index.ts';
import { parseHost } from '../../src/model/host.ts';
import { type GitHubServer, startGitHubServer } from '../support/github/server.ts';
import { described } from './described.ts';

/*
 * What Cairn sends to REST when it writes, and what the local server answers, against GitHub's own description of
 * both. (GraphQL needs no such test: the server runs GitHub's own schema.)
 */

const pr = { repository: 'harbour-lights/beacon', number: 41 };
const at = (line: number | null, more: Partial<ReviewPlace> = {}): ReviewPlace => ({
  ...{ path: 'src/config.ts', side: 'RIGHT', line, startLine: null, startSide: null },
  ...more,
});

describe('what is written to pull requests over REST', () => {
  let server: GitHubServer;
  let api: OpenAPIBackend;
  let publisher: Publisher;
  let checked: string[];
  /** What was thrown on the way would look like a broken connection. */
  let wrong: unknown[];

  before(async () => {
    api = await described();
    server = await startGitHubServer();
    const token = 'token-for-marsh-lind';
    publisher = createPublisher({ host: parseHost(server.url), token, userAgent: 'x', fetch: checking });
  });
  beforeEach(() => {
    checked = [];
    wrong = [];
  });
  afterEach(() => assert.deepEqual(wrong, []));
  after(() => server.close());

  const checking: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const url = new URL(String(input));
    if (!url.pathname.startsWith('/api/v3')) return response;
    const method = init?.method ?? 'GET';
    const path = url.pathname.slice('/api/v3'.length);
    const headers = Object.fromEntries(new Headers(init?.headers));
    const body = typeof init?.body === 'string' ? init.body : undefined;
    const request = { method, path, query: url.search.slice(1), headers, ...(body && { body }) };
    const operation = api.matchOperation(request);
    if (!operation) {
      wrong.push(`GitHub describes no ${method} ${path}`);
      return response;
    }
    wrong.push(...(api.validateRequest(request, operation).errors ?? []));
    if (method === 'POST') {
      const { errors } = api.validateResponse(await response.clone().json(), operation, response.status);
      wrong.push(...(errors ?? []));
    }
    checked.push(`${method} ${path.replace(/\d{6,}/, 'ID')} ${response.status}`);
    return response;
  };
  const comments = '/repos/harbour-lights/beacon/pulls/41/comments';

  it('comments on a line, a range, the left side and a file', async () => {
    await publisher.publish({ pullRequest: pr, place: at(7), body: 'a line' });
    await publisher.publish({
      pullRequest: pr,
      place: at(9, { startLine: 5, startSide: 'RIGHT' }),
      body: 'more',
    });
    await publisher.publish({ pullRequest: pr, place: at(6, { side: 'LEFT' }), body: 'left' });
    await publisher.publish({ pullRequest: pr, place: at(null), body: 'all' });
    assert.deepEqual(checked, [
      'GET /repos/harbour-lights/beacon/pulls/41 200',
      ...Array.from({ length: 4 }, () => `POST ${comments} 201`),
    ]);
  });

  it('answers', async () => {
    const { threadId } = await publisher.publish({ pullRequest: pr, place: at(7), body: 'Another' });
    await publisher.reply(pr, threadId!, 'And an answer');
    assert.deepEqual(checked, [`POST ${comments} 201`, `POST ${comments}/ID/replies 201`]);
  });

  it('is refused', async () => {
    const old = { pullRequest: pr, place: at(7), body: 'x', commit: 'e'.repeat(40) };
    await assert.rejects(publisher.publish(old), { code: 'pull-request-changed' });
    assert.deepEqual(checked, [`POST ${comments} 422`]);
  });

  it('files are shown', async () => {
    const { head } = await publisher.details(pr);
    const path = `/repos/harbour-lights/beacon/contents/src/config.ts`;
    const response = await fetch(`${server.url}/api/v3${path}?ref=${head.sha}`, {
      headers: { authorization: 'token x' },
    });
    const operation = api.matchOperation({ method: 'GET', path: path.replace('src/', ''), headers: {} });
    assert.ok(operation);
    const { errors } = api.validateResponse(await response.json(), operation, 200);
    assert.deepEqual(errors?.slice(0, 5) ?? [], []);
  });
});
