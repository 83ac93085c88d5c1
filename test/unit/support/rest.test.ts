import assert from 'node:assert/strict';
import { type GitHubServer, startGitHubServer } from '../../support/github/server.ts';
import { type Answer, get } from './client.ts';

const repository = 'repos/harbour-lights/beacon';

describe('the local GitHub server, REST', () => {
  let server: GitHubServer;
  before(async () => {
    server = await startGitHubServer();
  });
  after(() => server.close());
  const json = async (path: string): Promise<Answer> => (await get(server, path)).json();

  it('says who is there, and serves the repository with its own addresses', async () => {
    assert.equal((await json('user')).login, 'ada-wren');
    const { full_name, private: isPrivate, url, html_url } = await json(repository);
    assert.deepEqual({ full_name, isPrivate }, { full_name: 'harbour-lights/beacon', isPrivate: true });
    assert.equal(url, `${server.url}/api/v3/${repository}`);
    assert.equal(html_url, `${server.url}/harbour-lights/beacon`);
  });

  it('leaves addresses in the words of people as they are', async () => {
    server.control.addComment(12, { author: 'theo-flint', body: 'See https://github.com/theo-flint/notes' });
    const comments = await json(`${repository}/issues/12/comments`);
    assert.equal(comments.at(-1).body, 'See https://github.com/theo-flint/notes');
  });

  it('pages with Link headers, a hundred at most', async () => {
    const first = await get(server, `${repository}/pulls/comments?per_page=50`);
    const items = (await first.json()) as { id: number }[];
    const link = first.headers.get('link') ?? '';
    assert.equal(items.length, 50);
    const next = /<([^>]+)>; rel="next"/.exec(link)?.[1] ?? '';
    assert.match(link, /page=2>; rel="last"/);
    const second = await fetch(next, { headers: { authorization: 'token x' } });
    const rest = (await second.json()) as { id: number }[];
    assert.equal(new Set([...items, ...rest].map((one) => one.id)).size, 83);
    assert.doesNotMatch(second.headers.get('link') ?? '', /rel="next"/);
    assert.equal((await json(`${repository}/pulls/comments`)).length, 30);
    assert.equal((await json(`${repository}/pulls/comments?per_page=1000`)).length, 83);
  });

  it('finds comments since a time, in the order asked for', async () => {
    const all = await json(`${repository}/pulls/comments?per_page=100&sort=updated&direction=asc`);
    const since = all[50].updated_at;
    const some = await json(
      `${repository}/pulls/comments?per_page=100&sort=updated&direction=desc&since=${since}`,
    );
    const expected = all
      .filter((one: Answer) => one.updated_at >= since)
      .map((one: Answer) => one.updated_at);
    assert.deepEqual(
      some.map((one: Answer) => one.updated_at),
      expected.reverse(),
    );
    assert.ok(some.length < all.length);
  });

  it('lists pull requests by state, and what was said on one', async () => {
    assert.equal((await json(`${repository}/pulls?state=all&per_page=100`)).length, 13);
    assert.deepEqual(
      (await json(`${repository}/pulls`)).map((one: Answer) => one.number),
      [41, 38],
    );
    assert.equal((await json(`${repository}/pulls/15/comments?per_page=100`)).length, 12);
    assert.equal((await json(`${repository}/pulls/15/reviews?per_page=100`)).length, 8);
    assert.equal((await json(`${repository}/issues/comments?per_page=100`)).length, 13);
  });

  it('answers 304 to a known ETag without taking from the budget, and 200 after a change', async () => {
    const path = `${repository}/pulls/comments?sort=updated&direction=desc&per_page=1`;
    const first = await get(server, path);
    const etag = first.headers.get('etag') ?? '';
    const again = await get(server, path, { 'if-none-match': etag });
    assert.equal(again.status, 304);
    assert.equal(await again.text(), '');
    assert.equal(again.headers.get('x-ratelimit-remaining'), first.headers.get('x-ratelimit-remaining'));
    assert.equal(server.requests.at(-1)?.cost, 0);
    server.control.addComment(41, {
      author: 'theo-flint',
      kind: 'line',
      body: 'One more',
      path: 'src/config.ts',
      line: 3,
    });
    const changed = await get(server, path, { 'if-none-match': etag });
    assert.equal(changed.status, 200);
    assert.equal(
      Number(changed.headers.get('x-ratelimit-remaining')),
      Number(again.headers.get('x-ratelimit-remaining')) - 1,
    );
  });

  it("answers 404 in GitHub's shape, 401 without a token, and logs other paths", async () => {
    const missing = await get(server, 'repos/nobody/nothing');
    assert.equal(missing.status, 404);
    assert.equal(((await missing.json()) as Answer).message, 'Not Found');
    assert.equal((await fetch(`${server.url}/api/v3/user`)).status, 401);
    assert.equal((await fetch(`${server.url}/images/tide-calls.png`)).status, 404);
    const listed = (await (await fetch(`${server.url}/_requests`)).json()) as {
      path: string;
      status: number;
    }[];
    assert.deepEqual(listed.at(-1), {
      method: 'GET',
      path: '/images/tide-calls.png',
      operation: null,
      variables: null,
      status: 404,
      cost: 0,
    });
  });

  it('refuses with 403 when the hour is used up', async () => {
    server.control.setRemaining('core', 0, 60);
    const refused = await get(server, 'user');
    assert.equal(refused.status, 403);
    assert.equal(refused.headers.get('x-ratelimit-remaining'), '0');
    assert.equal((await get(server, 'rate_limit')).status, 200);
  });
});
