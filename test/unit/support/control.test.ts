import assert from 'node:assert/strict';
import { type GitHubServer, startGitHubServer } from '../../support/github/server.ts';
import { type Answer, ask, get, inRepository } from './client.ts';

describe('what may go wrong with the local GitHub server', () => {
  let server: GitHubServer;
  beforeEach(async () => {
    server = await startGitHubServer();
  });
  afterEach(() => server.close());
  const query = 'query Who { viewer { login } }';

  const refusals: [string, Parameters<GitHubServer['control']['fail']>[0], number, string | null][] = [
    ['unauthorized', { kind: 'unauthorized' }, 401, null],
    ['rate limit', { kind: 'rate-limit', seconds: 5 }, 403, 'x-ratelimit-remaining'],
    ['secondary limit', { kind: 'secondary-limit', seconds: 7 }, 403, 'retry-after'],
    ['secondary limit as 429', { kind: 'secondary-limit', status: 429 }, 429, 'retry-after'],
    ['SAML', { kind: 'saml' }, 403, 'x-github-sso'],
    ['missing permission', { kind: 'forbidden' }, 403, null],
    ['not found', { kind: 'not-found' }, 404, null],
    ['unprocessable', { kind: 'unprocessable' }, 422, null],
    ['500', { kind: 'status', status: 500 }, 500, null],
    ['502', { kind: 'status', status: 502 }, 502, null],
    ['504', { kind: 'status', status: 504 }, 504, null],
  ];
  for (const [what, fault, status, header] of refusals) {
    it(`${what}: once, then all is well`, async () => {
      server.control.fail(fault);
      const first = await get(server, 'user');
      assert.equal(first.status, status);
      if (header) assert.ok(first.headers.get(header));
      assert.ok(((await first.json()) as { message: string }).message);
      assert.equal((await get(server, 'user')).status, 200);
    });
  }

  it('hits what it was told to: kind, operation, how often, after how many', async () => {
    server.control.fail({
      kind: 'status',
      status: 503,
      only: 'graphql',
      operation: 'Who',
      after: 1,
      times: 2,
    });
    assert.equal((await get(server, 'user')).status, 200);
    assert.equal((await ask(server, '{ viewer { login } }')).status, 200);
    const statuses: number[] = [];
    for (let i = 0; i < 4; i++) statuses.push((await ask(server, query)).status);
    assert.deepEqual(statuses, [200, 503, 503, 200]);
    server.control.fail({ kind: 'not-found', times: null });
    for (let i = 0; i < 3; i++) assert.equal((await get(server, 'user')).status, 404);
    server.control.clearFaults();
    assert.equal((await get(server, 'user')).status, 200);
  });

  it('hangs, cuts off, answers HTML, takes its time', async () => {
    server.control.fail({ kind: 'hang' });
    const signal = AbortSignal.timeout(100);
    await assert.rejects(fetch(`${server.url}/api/v3/user`, { signal }), { name: 'TimeoutError' });
    assert.equal(server.requests.at(-1)?.status, 0);
    server.control.fail({ kind: 'cut-off' });
    const cut = await get(server, 'user');
    assert.equal(cut.status, 200);
    await assert.rejects(cut.text());
    server.control.fail({ kind: 'html' });
    const html = await get(server, 'user');
    assert.equal(html.status, 200);
    await assert.rejects(html.json(), SyntaxError);
    server.control.fail({ kind: 'latency', milliseconds: 1 });
    assert.equal((await get(server, 'user')).status, 200);
    server.control.fail({ kind: 'latency', milliseconds: 60_000 });
    await assert.rejects(fetch(`${server.url}/api/v3/user`, { signal: AbortSignal.timeout(100) }), {
      name: 'TimeoutError',
    });
  });

  it('gives up on a query that is too heavy, and serves a smaller one', async () => {
    server.control.failAbove(60);
    const threads = (pulls: number) =>
      inRepository(`pullRequests(first: ${pulls}) { nodes { reviewThreads(first: 9) { totalCount } } }`);
    assert.equal((await get(server, 'user')).status, 200);
    assert.equal((await ask(server, threads(7))).status, 502);
    assert.equal((await ask(server, threads(6))).status, 200);
  });

  it('forbids one field and serves the rest', async () => {
    server.control.fail({ kind: 'forbidden-field', field: 'PullRequestReviewThread.resolvedBy' });
    const { data, errors } = await ask(
      server,
      inRepository(
        'pullRequest(number: 21) { title reviewThreads(first: 1) { nodes { path resolvedBy { login } } } }',
      ),
    );
    assert.equal(errors[0]?.type, 'FORBIDDEN');
    assert.deepEqual(data.repository.pullRequest.reviewThreads.nodes, [
      { path: 'src/cache/tideCache.ts', resolvedBy: null },
    ]);
  });

  it('answers 200 with nothing in it where SAML is asked for', async () => {
    server.control.fail({ kind: 'saml-partial' });
    const { status, data, errors, headers } = await ask(
      server,
      inRepository('name pullRequest(number: 21) { title }'),
    );
    assert.equal(status, 200);
    assert.deepEqual(data, { repository: { name: 'beacon', pullRequest: null } });
    assert.deepEqual(errors[0]?.extensions, { saml_failure: true });
    assert.match(headers.get('x-github-sso') ?? '', /partial-results/);
  });

  const state =
    'pullRequest(number: 38) { updatedAt headRefOid reviewThreads(first: 9) { totalCount nodes { id isResolved isOutdated comments(first: 9) { nodes { fullDatabaseId body } } } } comments(first: 9) { totalCount } }';
  const look = async () => (await ask(server, inRepository(state))).data.repository.pullRequest;

  it('resolves a thread without a trace in the pull request', async () => {
    const before = await look();
    const id = server.control.resolveThread(38);
    const after = await look();
    assert.equal(after.updatedAt, before.updatedAt);
    assert.equal(after.reviewThreads.nodes.find((thread: Answer) => thread.id === id).isResolved, true);
    assert.equal(before.reviewThreads.nodes.find((thread: Answer) => thread.id === id).isResolved, false);
    server.control.resolveThread(id, false);
    assert.deepEqual(await look(), before);
  });

  it('takes mutations, and a reply disappears in a review that is pending', async () => {
    const { updatedAt, reviewThreads } = await look();
    const id = reviewThreads.nodes[0].id;
    const mutation =
      'mutation($id: ID!) { resolveReviewThread(input: { threadId: $id }) { thread { isResolved resolvedBy { login } } } }';
    const { data } = await ask(server, mutation, { id });
    assert.deepEqual(data.resolveReviewThread.thread, {
      isResolved: true,
      resolvedBy: { login: 'ada-wren' },
    });
    assert.equal((await look()).updatedAt, updatedAt);
    const reply =
      'mutation($id: ID!) { addPullRequestReviewThreadReply(input: { pullRequestReviewThreadId: $id, body: "Done" }) { comment { body } } }';
    assert.equal(
      (await ask(server, reply, { id })).data.addPullRequestReviewThreadReply.comment.body,
      'Done',
    );
    server.control.addComment(38, { author: 'ada-wren', kind: 'review', verdict: 'PENDING', body: '' });
    assert.equal(
      (await ask(server, reply, { id })).data.addPullRequestReviewThreadReply.comment.body,
      'Done',
    );
    const seen =
      'query($id: ID!) { node(id: $id) { ... on PullRequestReviewThread { comments(last: 2) { nodes { state } } } } }';
    const states = async (token: string) =>
      (await ask(server, seen, { id }, token)).data.node.comments.nodes.map((one: Answer) => one.state);
    assert.deepEqual(await states('token-for-ada-wren'), ['SUBMITTED', 'PENDING']);
    assert.deepEqual(await states('token-for-ines-okoro'), ['SUBMITTED', 'SUBMITTED']);
  });

  it('shows a pending review to its author only', async () => {
    server.control.addComment(38, {
      author: 'ines-okoro',
      kind: 'review',
      verdict: 'PENDING',
      body: 'Not yet sent',
    });
    const reviews = inRepository(
      'pullRequest(number: 38) { reviews(first: 20, states: [PENDING]) { totalCount } }',
    );
    const count = async (token: string) =>
      (await ask(server, reviews, {}, token)).data.repository.pullRequest.reviews.totalCount;
    assert.deepEqual([await count('token-for-ada-wren'), await count('token-for-ines-okoro')], [0, 1]);
  });

  it('adds, edits, deletes and pushes over, also for other processes', async () => {
    const before = await look();
    const call = async (name: string, ...given: unknown[]): Promise<Answer> => {
      const body = JSON.stringify({ call: name, with: given });
      const response = await fetch(`${server.url}/_control`, { method: 'POST', body });
      return ((await response.json()) as { result: unknown }).result;
    };
    const { id } = await call('addComment', 38, { author: 'theo-flint', body: 'Hm.' });
    const added = await look();
    assert.equal(added.comments.totalCount, before.comments.totalCount + 1);
    assert.ok(added.updatedAt > before.updatedAt);
    await call('editComment', id, 'Hm!');
    await call('deleteComment', id);
    assert.equal((await look()).comments.totalCount, before.comments.totalCount);
    await call('deleteComment', Number(before.reviewThreads.nodes[0].comments.nodes[0].fullDatabaseId));
    assert.equal((await look()).reviewThreads.totalCount, before.reviewThreads.totalCount - 1);
    const head = await call('forcePush', 38);
    const pushed = await look();
    assert.equal(pushed.headRefOid, head);
    assert.ok(pushed.reviewThreads.nodes.every((thread: Answer) => thread.isOutdated));
    await call('addEmptyRepository', 'harbour-lights/empty');
    const empty = await ask(
      server,
      '{ repository(owner: "harbour-lights", name: "empty") { isEmpty pullRequests(first: 1) { totalCount } } }',
    );
    assert.deepEqual(empty.data.repository, { isEmpty: true, pullRequests: { totalCount: 0 } });
    assert.ok(!server.requests.some((one) => one.path === '/_control'));
  });
});
