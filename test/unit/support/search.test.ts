import assert from 'node:assert/strict';
import { searchPulls } from '../../support/github/search.ts';
import { type GitHubServer, startGitHubServer } from '../../support/github/server.ts';
import { World } from '../../support/github/world.ts';
import { pullRequest } from '../../support/sample/index.ts';
import { type Answer, ask, get } from './client.ts';

const day = 86_400_000;
const now = Date.parse('2026-03-31T12:00:00Z');

describe('search of the local GitHub server', () => {
  const world = new World([
    pullRequest(1, 'Oldest').by('ada-wren').daysAgo(30).merged().build({ now }),
    pullRequest(2, 'Middle').by('Ada-Wren').daysAgo(20).build({ now }),
    pullRequest(3, 'Newest').by('theo-flint').daysAgo(10).build({ now }),
    pullRequest(4, 'Elsewhere').by('ada-wren').daysAgo(5).build({ now, repository: 'harbour-lights/chart' }),
  ]);
  const found = (query: string) => searchPulls(world, query).map((pull) => pull.raw.number);
  const at = (daysAgo: number) => `${new Date(now - daysAgo * day).toISOString().slice(0, 19)}Z`;

  const cases: [string, number[]][] = [
    ['repo:harbour-lights/beacon is:pr', [3, 2, 1]],
    ['repo:Harbour-Lights/Beacon is:pr author:ADA-WREN', [2, 1]],
    ['is:pr author:ada-wren sort:updated-asc', [1, 2, 4]],
    ['is:pr sort:updated-desc', [4, 3, 2, 1]],
    ['is:pr is:merged', [1]],
    ['is:pr -is:merged author:ada-wren', [4, 2]],
    ['is:issue', []],
    ['repo:nobody/nothing is:pr', []],
    [`is:pr updated:>=${at(20)}`, [4, 3, 2]],
    [`is:pr updated:>${at(20)}`, [4, 3]],
    [`is:pr updated:<=${at(20)}`, [2, 1]],
    [`is:pr updated:${at(25)}..${at(10)}`, [3, 2]],
    [`is:pr updated:"${at(25)}..*"`, [4, 3, 2]],
    ['is:pr created:2026-03-11', [2]],
    ['is:pr newest', [3]],
  ];
  for (const [query, numbers] of cases) {
    it(`${query} → ${numbers}`, () => assert.deepEqual(found(query), numbers));
  }

  it('refuses what it does not know instead of ignoring it', () => {
    assert.throws(() => found('is:pr involves:ada-wren'), /involves/);
    assert.throws(() => found('updated:>=yesterday'), /yesterday/);
  });

  describe('of more than a thousand pull requests', () => {
    let server: GitHubServer;
    before(async () => {
      const lines = Array.from({ length: 1005 }, (_, index) =>
        pullRequest(index + 1, 'One of many')
          .by('ada-wren')
          .daysAgo(index / 100)
          .build({ now: now + day }),
      );
      server = await startGitHubServer({ lines });
    });
    after(() => server.close());

    it('hands out pages of a hundred over REST, however many are asked for', async () => {
      const response = await get(server, 'repos/harbour-lights/beacon/pulls?per_page=1000');
      assert.equal(((await response.json()) as unknown[]).length, 100);
      assert.match(response.headers.get('link') ?? '', /page=11>; rel="last"/);
    });

    it('ends at the thousandth result, though it knows how many there are', async () => {
      const query = `query($after: String) { search(type: ISSUE, query: "is:pr", first: 100, after: $after) { issueCount pageInfo { hasNextPage endCursor } nodes { ... on PullRequest { number } } } }`;
      let after: string | null = null;
      let count = 0;
      do {
        const { data }: { data: Answer } = await ask(server, query, { after });
        assert.equal(data.search.issueCount, 1005);
        count += data.search.nodes.length;
        after = data.search.pageInfo.hasNextPage ? data.search.pageInfo.endCursor : null;
      } while (after);
      assert.equal(count, 1000);
    });
  });
});
