import assert from 'node:assert/strict';
import { type GitHubServer, startGitHubServer } from '../../support/github/server.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are reached into at any depth
type Answer = any;

const token = 'token-for-marsh-lind';
const add = `mutation($pull: ID!, $line: Int!, $body: String!) { addPullRequestReviewThread(input: {
  pullRequestId: $pull, path: "src/config.ts", line: $line, body: $body }) { thread { id line
  comments(first: 1) { nodes { id state publishedAt pullRequestReview { id state } } } } } }`;

describe('reviews on the local GitHub server', () => {
  let server: GitHubServer;
  let now: number;
  let pull: string;
  beforeEach(async () => {
    now = Date.parse('2026-06-01T10:00:00Z');
    server = await startGitHubServer({ now: () => now });
    pull = (
      await graphql(
        '{ repository(owner: "harbour-lights", name: "beacon") { pullRequest(number: 41) { id } } }',
      )
    ).data.repository.pullRequest.id;
  });
  afterEach(() => server.close());

  async function graphql(query: string, variables: object = {}, as = token): Promise<Answer> {
    const headers = { authorization: `bearer ${as}` };
    const body = JSON.stringify({ query, variables });
    return (await fetch(`${server.url}/api/graphql`, { method: 'POST', headers, body })).json();
  }
  async function rest(path: string, as = token, body?: object): Promise<{ status: number; data: Answer }> {
    const response = await fetch(`${server.url}/api/v3/repos/harbour-lights/beacon/pulls/41/${path}`, {
      headers: { authorization: `bearer ${as}` },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    return { status: response.status, data: await response.json() };
  }

  it('keep the time of each comment, and have one at which all of them were changed by the submission', async () => {
    const first = (await graphql(add, { pull, line: 7, body: 'first' })).data.addPullRequestReviewThread
      .thread;
    assert.equal(first.comments.nodes[0].publishedAt, null);
    now += 60_000;
    await graphql(add, { pull, line: 8, body: 'second' });
    now += 60_000;
    const review = first.comments.nodes[0].pullRequestReview.id;
    const submit = `mutation($id: ID!) { submitPullRequestReview(input: { pullRequestReviewId: $id, event: COMMENT }) {
      pullRequestReview { state submittedAt } } }`;
    const { pullRequestReview } = (await graphql(submit, { id: review })).data.submitPullRequestReview;
    assert.deepEqual(pullRequestReview, { state: 'COMMENTED', submittedAt: '2026-06-01T10:02:00Z' });
    const { data } = await rest('comments?per_page=100');
    assert.deepEqual(
      data.slice(-2).map((one: Answer) => [one.body, one.created_at, one.updated_at]),
      [
        ['first', '2026-06-01T10:00:00Z', '2026-06-01T10:02:00Z'],
        ['second', '2026-06-01T10:01:00Z', '2026-06-01T10:02:00Z'],
      ],
    );
  });

  it('that are pending are there for nobody else, by whatever way somebody asks', async () => {
    const { thread } = (await graphql(add, { pull, line: 7, body: 'first' })).data.addPullRequestReviewThread;
    const [comment] = thread.comments.nodes;
    const ask = 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const ids = [thread.id, comment.id, comment.pullRequestReview.id];
    const seen = async (as: string) =>
      (await graphql(ask, { ids }, as)).data.nodes.map((node: Answer) => node !== null);
    assert.deepEqual(await seen(token), [true, true, true]);
    assert.deepEqual(await seen('token-for-ada-wren'), [false, false, false]);
    const bodies = async (as: string) =>
      (await rest('comments?per_page=100', as)).data.map((one: Answer) => one.body);
    assert.equal((await bodies(token)).includes('first'), true);
    assert.equal((await bodies('token-for-ada-wren')).includes('first'), false);
  });

  it('take a line beside the diff by GraphQL, and drop it when they are submitted', async () => {
    const { thread } = (await graphql(add, { pull, line: 25, body: 'beside' })).data
      .addPullRequestReviewThread;
    assert.equal(thread.line, null);
    const submit = `mutation($pull: ID!) { submitPullRequestReview(input: { pullRequestId: $pull, event: APPROVE }) {
      pullRequestReview { comments(first: 5) { totalCount } } } }`;
    const { pullRequestReview } = (await graphql(submit, { pull })).data.submitPullRequestReview;
    assert.equal(pullRequestReview.comments.totalCount, 0);
  });

  it('stand in the way of REST, which says so as GitHub does', async () => {
    await graphql(add, { pull, line: 7, body: 'first' });
    const given = { body: 'x', commit_id: '0'.repeat(40), path: 'src/config.ts', line: 7, side: 'RIGHT' };
    const { status, data } = await rest('comments', token, given);
    assert.equal(status, 422);
    assert.deepEqual(data.errors, [
      {
        resource: 'PullRequestReview',
        code: 'custom',
        field: 'user_id',
        message: 'user_id can only have one pending review per pull request',
      },
    ]);
  });
});
