import assert from 'node:assert/strict';
import { type GitHubServer, startGitHubServer } from '../../support/github/server.ts';
import { type Answer, ask, inRepository } from './client.ts';

describe('the local GitHub server, GraphQL', () => {
  let server: GitHubServer;
  before(async () => {
    server = await startGitHubServer();
  });
  after(() => server.close());

  const refusals: [string, string, string][] = [
    ['a connection without a page size', 'pullRequests { nodes { id } }', 'MISSING_PAGINATION_BOUNDARIES'],
    ['a page of 101', 'pullRequests(first: 101) { nodes { id } }', 'EXCESSIVE_PAGINATION'],
    [
      'more than 500,000 nodes',
      'pullRequests(first: 100) { nodes { reviewThreads(first: 100) { nodes { comments(first: 50) { nodes { id } } } } } }',
      'MAX_NODE_LIMIT_EXCEEDED',
    ],
    ['a pull request that does not exist', 'pullRequest(number: 999) { id }', 'NOT_FOUND'],
  ];
  for (const [what, fields, type] of refusals) {
    it(`refuses ${what} as ${type}`, async () => {
      const { status, errors } = await ask(server, inRepository(fields));
      assert.equal(status, 200);
      assert.deepEqual(
        errors.map((error) => error.type),
        [type],
      );
    });
  }

  it('serves exactly the most that is allowed', async () => {
    const { errors } = await ask(
      server,
      inRepository(
        'pullRequests(first: 100) { nodes { reviewThreads(first: 48) { nodes { comments(first: 100) { nodes { id } } } } } }',
      ),
    );
    assert.deepEqual(errors, []);
  });

  it('counts the cost of nested pages, fragments and variables', async () => {
    const query = `query Costly($size: Int = 10) {
      rateLimit { cost nodeCount remaining }
      search(type: ISSUE, query: "is:pr", first: $size) { nodes { ...Said } }
    }
    fragment Said on PullRequest { reviewThreads(first: 50) { nodes { comments(first: 20) { nodes { id } } } } }`;
    const { data } = await ask(server, query);
    // 1 search, 10 pages of threads, 500 pages of comments.
    assert.equal(data.rateLimit.cost, 5);
    assert.equal(data.rateLimit.nodeCount, 10 + 500 + 10_000);
    const { data: smaller } = await ask(server, query, { size: 1 });
    assert.equal(smaller.rateLimit.cost, 1);
    assert.equal(smaller.rateLimit.remaining, data.rateLimit.remaining - 1);
    assert.deepEqual(
      server.requests.slice(-2).map((one) => [one.operation, one.cost]),
      [
        ['Costly', 5],
        ['Costly', 1],
      ],
    );
  });

  it('answers a missing repository with NOT_FOUND and null', async () => {
    const { data, errors } = await ask(server, '{ repository(owner: "nobody", name: "nothing") { id } }');
    assert.deepEqual(data, { repository: null });
    assert.equal(errors[0]?.type, 'NOT_FOUND');
    assert.deepEqual(errors[0]?.path, ['repository']);
  });

  it('refuses a field that GitHub does not have, and one that it has and this server has not', async () => {
    const unknown = await ask(server, inRepository('favouriteColour'));
    assert.equal(unknown.errors[0]?.extensions?.code, 'undefinedField');
    assert.equal(unknown.data, undefined);
    const unmodelled = await ask(server, inRepository('stargazerCount'));
    assert.match(unmodelled.errors[0]?.message ?? '', /does not model Repository.stargazerCount/);
  });

  it('pages through a connection without gap or repetition', async () => {
    const numbers: number[] = [];
    let after: string | null = null;
    do {
      const query = `query($after: String) { search(type: ISSUE, query: "repo:harbour-lights/beacon is:pr author:ada-wren sort:updated-asc", first: 5, after: $after) {
        issueCount pageInfo { hasNextPage endCursor } nodes { ... on PullRequest { number } } } }`;
      const { data }: { data: Answer } = await ask(server, query, { after });
      assert.equal(data.search.issueCount, 12);
      numbers.push(...data.search.nodes.map((node: { number: number }) => node.number));
      after = data.search.pageInfo.hasNextPage ? data.search.pageInfo.endCursor : null;
    } while (after);
    assert.deepEqual(numbers, [12, 15, 18, 21, 24, 26, 29, 31, 34, 35, 38, 41]);
  });

  it('names the deleted `null`, bots without [bot], and ids beyond 32 bits in full', async () => {
    const { data } = await ask(
      server,
      inRepository(
        'pullRequest(number: 24) { comments(first: 9) { nodes { fullDatabaseId databaseId author { __typename login } } } }',
      ),
    );
    const [deleted] = data.repository.pullRequest.comments.nodes;
    assert.equal(deleted.author, null);
    assert.equal(deleted.databaseId, null);
    assert.ok(Number(deleted.fullDatabaseId) > 0x7fffffff);
    const bots = await ask(
      server,
      inRepository(
        'pullRequest(number: 12) { comments(first: 1) { nodes { author { __typename login } } } }',
      ),
    );
    assert.deepEqual(bots.data.repository.pullRequest.comments.nodes[0].author, {
      __typename: 'Bot',
      login: 'build-owl',
    });
  });

  it('takes a hundred node ids and no more', async () => {
    const query = 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const { data } = await ask(
      server,
      inRepository('pullRequest(number: 15) { id reviewThreads(first: 1) { nodes { id } } }'),
    );
    const { id, reviewThreads } = data.repository.pullRequest;
    const ids = [id, reviewThreads.nodes[0].id, 'gone'];
    const some = await ask(server, query, { ids });
    assert.deepEqual(some.data.nodes, [{ id }, { id: ids[1] }, null]);
    assert.equal(some.errors[0]?.type, 'NOT_FOUND');
    const many = await ask(server, query, { ids: Array(101).fill(id) });
    assert.equal(many.errors[0]?.type, 'ARGUMENT_LIMIT');
    assert.equal(many.data, null);
  });

  it('refuses a missing variable, a missing query and what is no JSON', async () => {
    const missing = await ask(
      server,
      'query($n: Int!) { search(type: ISSUE, query: "", first: $n) { issueCount } }',
    );
    assert.equal(missing.errors[0]?.message, 'Variable $n of type Int! was provided invalid value');
    assert.match((await ask(server, undefined as unknown as string)).errors[0]?.message ?? '', /query/);
    const headers = { authorization: 'bearer x' };
    const response = await fetch(`${server.url}/api/graphql`, { method: 'POST', headers, body: '{' });
    assert.equal(response.status, 400);
  });

  it('says who the token belongs to', async () => {
    const logins = await Promise.all(
      ['a-token', 'token-for-ines-okoro', 'token-for-somebody-new'].map(
        async (token) => (await ask(server, '{ viewer { login } }', {}, token)).data.viewer.login,
      ),
    );
    assert.deepEqual(logins, ['ada-wren', 'ines-okoro', 'somebody-new']);
    assert.equal((await ask(server, '{ viewer { login } }', {}, 'bad-token')).status, 401);
    assert.equal((await fetch(`${server.url}/api/graphql`, { method: 'POST', body: '{}' })).status, 401);
  });

  it('stops when the hour is used up', async () => {
    server.control.setRemaining('graphql', 1, 30);
    const query = '{ viewer { login } }';
    assert.deepEqual((await ask(server, query)).errors, []);
    const { errors, headers } = await ask(server, query);
    assert.equal(errors[0]?.type, 'RATE_LIMITED');
    assert.equal(headers.get('x-ratelimit-remaining'), '0');
    assert.ok(Number(headers.get('x-ratelimit-reset')) * 1000 > Date.now());
    server.control.setRemaining('graphql', 5000);
  });
});
