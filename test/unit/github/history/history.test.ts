import assert from 'node:assert/strict';
import { GitHubHistory } from '../../../../src/github/history/index.ts';
import { parseHost } from '../../../../src/model/host.ts';
import { blobOf } from '../../../support/github/code/objects.ts';
import { type GitHubServer, startGitHubServer } from '../../../support/github/server.ts';
import { changingFetch, pullRequest, repository } from '../support.ts';
import { Making } from './support.ts';

const nowhere = 'f'.repeat(40);
const gone = { unknown: 'commit-gone' };
const short = ({ sha }: { sha: string }) => sha;

/*
 *   root ── a ── b ── merge ── tip      (main)
 *             \      /
 *              c ── d                   (side)
 *   alone                               (a history of its own)
 */
const making = new Making();
const root = making.commit([], { 'src/a.ts': 'a\nb\nc\n', 'old.ts': 'one\ntwo\nthree\nfour\n', bin: '\0' });
const a = making.commit([root], { 'src/a.ts': 'a\nB\nc\n' });
const b = making.commit([a], { 'b.md': 'b\r\n' });
const c = making.commit([a], { 'old.ts': null, 'new.ts': 'one\ntwo\nthree\nfour\n' });
const d = making.commit([c], { 'src/a.ts': 'a\nB\nd\n' });
const merge = making.commit([b, d], {
  'old.ts': null,
  'new.ts': c.files['new.ts']!,
  'src/a.ts': d.files['src/a.ts']!,
});
const tip = making.commit([merge], { 'huge.txt': 'x'.repeat(600_000), 'b.md': null });
const alone = making.commit([], { x: 'x' });
const long = making.line(tip, 120, 'count');
const longer = making.line(long.at(-1)!, 140, 'count');
Object.assign(making.branches, {
  main: tip.sha,
  side: d.sha,
  long: long.at(-1)!.sha,
  longer: longer.at(-1)!.sha,
});

describe('the history that GitHub tells', () => {
  let server: GitHubServer;
  let history: GitHubHistory;
  const open = (options: Partial<ConstructorParameters<typeof GitHubHistory>[0]> = {}) =>
    new GitHubHistory({
      ...{ host: parseHost(server.url), token: 'very-secret-token', userAgent: 'cairn-test', pause: 1 },
      ...{ repository, ...options },
    });
  beforeEach(async () => {
    server = await startGitHubServer({ lines: [pullRequest(1)], code: { [repository]: making.code } });
    history = open();
  });
  afterEach(() => server.close());
  const asked = () =>
    server.requests.map(({ operation, path }) => operation ?? path.replace(/^\/api\/v3\/repos/, ''));

  it('tells commits, many at once, and which are not there', async () => {
    const all = [...long, merge, { sha: nowhere }, { sha: 'main' }, { sha: '"){x' }, { sha: 'a'.repeat(64) }];
    const commits = await history.commits(all.map(short));
    assert.deepEqual(commits.slice(120), [
      { id: merge.sha, parents: [b.sha, d.sha], at: new Date(merge.at).toISOString() },
      ...[gone, gone, gone, gone],
    ]);
    assert.deepEqual(
      commits.slice(0, 120).map((one) => ('id' in one ? one.id : one)),
      long.map(short),
    );
    assert.deepEqual(asked(), ['History', 'History']);
    await history.commits(long.map(short));
    assert.equal(asked().length, 2, 'what is known is not asked for again');
  });

  it('tells the way by first parents, or where both went apart', async () => {
    const way = async (from: { sha: string }, to: { sha: string }) => {
      const told = await history.way(from.sha, to.sha);
      return 'kind' in told && told.kind === 'line' ? told.commits.map(({ id }) => id) : told;
    };
    assert.deepEqual(await way(a, tip), [b.sha, merge.sha, tip.sha]);
    assert.deepEqual(await way(a, a), []);
    assert.deepEqual(await way(c, tip), { kind: 'apart', base: c.sha }, 'merged, but not by first parents');
    assert.deepEqual(await way(b, d), { kind: 'apart', base: a.sha });
    assert.deepEqual(await way(tip, a), { kind: 'apart', base: a.sha });
    assert.deepEqual(await way(a, alone), { kind: 'apart', base: null });
    assert.deepEqual(await way(a, { sha: nowhere }), gone);
    assert.deepEqual(await way({ sha: '../..' }, a), gone);
    assert.deepEqual(await history.mergeBase(tip.sha, d.sha), d.sha);
    assert.deepEqual(await history.mergeBase(d.sha, b.sha), a.sha);
    assert.deepEqual(await history.mergeBase(a.sha, alone.sha), gone);
  });

  it('tells a way of 250 commits, whose pages GitHub may cut, and none of more', async () => {
    history = open({
      fetch: changing(({ path, answer }) => {
        if (path.includes('/compare/') && !path.includes('per_page'))
          answer.commits = answer.commits.slice(0, 30);
        const page = Number(/page=(\d+)$/.exec(path)?.[1] ?? 0);
        if (page > 0) answer.commits = answer.commits.slice((page - 1) * 100, page * 100);
      }),
    });
    const told = await history.way(tip.sha, long.at(-1)!.sha);
    assert.deepEqual(
      'kind' in told && told.kind === 'line' && told.commits.map(({ id }) => id),
      long.map(short),
    );
    assert.deepEqual(await history.way(tip.sha, longer.at(-1)!.sha), { unknown: 'too-large' });
  });

  it('tells files by the ids of their contents, as git gives them', async () => {
    const places = [
      { commit: a.sha, path: 'src/a.ts' },
      { commit: a.sha, path: 'src' },
      { commit: a.sha, path: 'nowhere' },
      { commit: nowhere, path: 'src/a.ts' },
      { commit: a.sha, path: '/etc/passwd' },
      { commit: a.sha, path: '../x' },
      { commit: a.sha, path: 'x\ny' },
    ];
    const own = blobOf('a\nB\nc\n').id;
    assert.deepEqual(await history.files(places), [own, null, null, gone, gone, gone, gone]);
    assert.equal(asked().length, 1);
    const many = long.map(({ sha }) => ({ commit: sha, path: 'count' }));
    assert.deepEqual(
      await history.files(many),
      long.map(({ files }) => blobOf(files.count!).id),
    );
    assert.ok(server.requests.every(({ cost }) => cost <= 1));
  });

  it('tells texts, and what is none: binary, too large, gone', async () => {
    const texts = await history.texts(
      ['b\r\n', '\0', 'x'.repeat(600_000), 'never'].map((text) => blobOf(text).id),
    );
    assert.deepEqual(texts, [{ text: 'b\r\n' }, { unknown: 'binary' }, { unknown: 'too-large' }, gone]);
    assert.deepEqual(await history.texts(['main', `${a.sha}:x`]), [gone, gone]);
    assert.equal(asked().length, 1, 'what is no id is not asked for');
  });

  it('tells what differs between two commits, also when they went apart, with renames', async () => {
    const content = (commit: { files: Readonly<Record<string, string>> }, path: string) =>
      blobOf(commit.files[path]!).id;
    assert.deepEqual(await history.changes(a.sha, c.sha), [
      { before: { path: 'old.ts', content: null }, after: { path: 'new.ts', content: content(c, 'new.ts') } },
    ]);
    assert.deepEqual(await history.changes(a.sha, b.sha), [
      { before: null, after: { path: 'b.md', content: content(b, 'b.md') } },
    ]);
    assert.deepEqual(await history.changes(merge.sha, tip.sha), [
      { before: { path: 'b.md', content: null }, after: null },
      { before: null, after: { path: 'huge.txt', content: content(tip, 'huge.txt') } },
    ]);
    assert.deepEqual(await history.changes(b.sha, d.sha), [
      {
        before: { path: 'old.ts', content: content(b, 'old.ts') },
        after: { path: 'new.ts', content: content(d, 'new.ts') },
      },
      { before: { path: 'b.md', content: content(b, 'b.md') }, after: null },
      {
        before: { path: 'src/a.ts', content: content(b, 'src/a.ts') },
        after: { path: 'src/a.ts', content: content(d, 'src/a.ts') },
      },
    ]);
    assert.deepEqual(await history.changes(a.sha, alone.sha), { unknown: 'too-large' });
    assert.deepEqual(await history.changes(a.sha, nowhere), gone);
  });

  it('tells which commits of a branch touched a path later', async () => {
    const later = async (more: Partial<Parameters<GitHubHistory['later']>[0]>) => {
      const question = {
        branch: 'main',
        after: a.sha,
        path: 'src/a.ts',
        until: '2027-01-01T00:00:00Z',
        most: 5,
      };
      const told = await history.later({ ...question, ...more });
      return Array.isArray(told) ? told.map(({ id }) => id) : told;
    };
    assert.deepEqual(await later({}), [merge.sha], 'by first parents it came with the merge');
    assert.deepEqual(await later({ path: 'b.md' }), [], 'it came and went');
    assert.deepEqual(await later({ path: 'old.ts' }), [merge.sha]);
    assert.deepEqual(await later({ until: b.at }), []);
    const count = { branch: 'long', after: tip.sha, path: 'count' };
    assert.deepEqual(await later(count), long.slice(0, 5).map(short));
    assert.deepEqual(await later({ ...count, most: 500, until: long[9]!.at }), long.slice(0, 10).map(short));
    assert.deepEqual(await later({ ...count, branch: 'longer' }), { unknown: 'too-large' });
    assert.deepEqual(await later({ branch: 'side', after: b.sha }), gone, 'the branch does not come from it');
    for (const branch of ['nowhere', 'main~1', 'main:src', 'a b', 'x..y', 'main^{/x}', '', '@{1}'])
      assert.deepEqual(await later({ branch }), gone, branch);
  });

  it('finds a repository that was renamed', async () => {
    server.control.renameRepository(repository, 'harbour/lighthouse');
    const told = await history.way(a.sha, b.sha);
    assert.ok('kind' in told && told.kind === 'line');
    assert.ok(asked().includes(`/harbour/lighthouse/compare/${a.sha}...${b.sha}`));
    assert.deepEqual(await history.files([{ commit: a.sha, path: 'x' }]), [null]);
  });

  it('says what went wrong, and never that nothing is there', async () => {
    const questions: (() => Promise<unknown>)[] = [
      () => open().commits([a.sha]),
      () => open().way(a.sha, b.sha),
      () => open().mergeBase(a.sha, b.sha),
      () => open().files([{ commit: a.sha, path: 'src/a.ts' }]),
      () => open().texts([blobOf('\0').id]),
      () => open().changes(a.sha, b.sha),
      () => open().later({ branch: 'main', after: a.sha, path: 'x', until: b.at, most: 1 }),
    ];
    const faults = [
      [{ kind: 'unauthorized' }, 'unauthorized'],
      [{ kind: 'rate-limit' }, 'rate-limited'],
      [{ kind: 'saml' }, 'sso-required'],
      [{ kind: 'forbidden' }, 'forbidden'],
      [{ kind: 'status', status: 502 }, 'github-unavailable'],
      [{ kind: 'html' }, 'github-unreadable'],
      [{ kind: 'cut-off' }, 'github-unreadable|github-unavailable|offline'],
    ] as const;
    for (const [fault, code] of faults) {
      server.control.clearFaults();
      server.control.fail({ ...fault, times: null });
      for (const [i, ask] of questions.entries()) {
        const failed = await ask().then(
          () => 'answered',
          (error) => error.code,
        );
        assert.match(String(failed), new RegExp(`^(${code})$`), `${fault.kind} ${i}`);
      }
    }
    server.control.clearFaults();
    server.control.fail({ kind: 'status', status: 502 });
    assert.ok(!('unknown' in (await open().way(a.sha, b.sha))), 'what fails in passing is asked again');
  });

  it('says that it is offline, or was stopped', async () => {
    await server.close();
    for (const ask of [
      () => history.way(a.sha, b.sha),
      () => history.files([{ commit: a.sha, path: 'x' }]),
      () => history.later({ branch: 'main', after: a.sha, path: 'x', until: b.at, most: 1 }),
    ])
      await assert.rejects(ask, { code: 'offline' });
    const stop = new AbortController();
    stop.abort();
    await assert.rejects(open({ signal: stop.signal }).commits([a.sha]), { code: 'cancelled' });
    await assert.rejects(open({ signal: stop.signal }).way(a.sha, b.sha), { code: 'cancelled' });
    server = await startGitHubServer({ lines: [pullRequest(1)] });
  });

  it('says that a repository is not there, and takes what may not be seen for no answer', async () => {
    await assert.rejects(open({ repository: 'harbour/nowhere' }).commits([a.sha]), {
      code: 'repository-not-found',
    });
    assert.throws(() => open({ repository: '../x' }), { code: 'invalid-argument' });
    server.control.fail({ kind: 'forbidden-field', field: 'Repository.object', times: null });
    await assert.rejects(history.files([{ commit: a.sha, path: 'src/a.ts' }]), { code: 'forbidden' });
    server.control.clearFaults();
    history = open({
      fetch: changingFetch((answer) => {
        answer.data.repository.o0 = { __typename: 'Blob' };
      }),
    });
    await assert.rejects(history.texts([blobOf('\0').id]), { code: 'github-unreadable' });
  });

  it('asks again after a failure', async () => {
    server.control.fail({ kind: 'unauthorized' });
    await assert.rejects(history.mergeBase(a.sha, b.sha));
    assert.equal(await history.mergeBase(a.sha, b.sha), a.sha);
    const before = server.requests.length;
    await history.changes(a.sha, b.sha);
    assert.equal(server.requests.length, before, 'one comparison answers for both');
  });
});

/** The REST answers, changed on their way. */
function changing(
  // biome-ignore lint/suspicious/noExplicitAny: answers are reached into at any depth
  change: (given: { path: string; answer: any }) => void,
): typeof fetch {
  return async (url, init) => {
    const response = await fetch(url, init);
    if (init?.method !== 'GET' || response.status !== 200) return response;
    const answer = await response.json();
    change({ path: String(url), answer });
    return Response.json(answer);
  };
}
