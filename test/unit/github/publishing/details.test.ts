import assert from 'node:assert/strict';
import { createPublisher, isLfsPointer } from '../../../../src/github/publishing/index.ts';
import { parseHost } from '../../../../src/model/host.ts';
import { startGitHubServer } from '../../../support/github/server.ts';
import type { PullFile } from '../../../support/github/types.ts';
import { sampleLines } from '../../../support/sample/index.ts';
import { pullRequest, repository } from '../support.ts';
import { codeOf, failureOf, files, Harbour, key, numbered, says } from './support.ts';

describe('what a pull request changes', () => {
  let harbour: Harbour;
  afterEach(() => harbour.close());

  it('is told with both its ends and all files', async () => {
    harbour = await Harbour.open();
    const told = await harbour.as('mira').details(key);
    const { files: changed, nodeId, url, ...rest } = told;
    assert.deepEqual(rest, {
      ...key,
      title: 'Change 1',
      author: 'robin',
      base: { ref: 'main', sha: 'b'.repeat(40), repository },
      // Its fork is gone.
      head: { ref: 'change', sha: 'c'.repeat(40), repository: null },
      mergeBase: 'b'.repeat(40),
      isOpen: true,
      fileCount: 5,
      hasPatches: true,
    });
    assert.equal(nodeId, 'PR_harbour/beacon_1');
    assert.equal(url, `${harbour.server.url}/harbour/beacon/pull/1`);
    assert.deepEqual(
      changed.map(({ path, status, additions, deletions }) => [path, status, additions, deletions]),
      [
        ['docs/gone.md', 'removed', 0, 2],
        ['docs/new.md', 'added', 3, 0],
        ['logo.png', 'modified', 0, 0],
        ['src/signal.ts', 'modified', 2, 2],
        ['src/über alles.ts', 'renamed', 1, 1],
      ],
    );
    assert.equal(changed[4]?.previousPath, 'src/old name.ts');
  });

  it('names the repository of a fork', async () => {
    const line = { ...pullRequest(1), files };
    line.pull.head.repo = { ...pullRequest(1, { in: 'robin/beacon' }).pull.base.repo, id: 9 };
    const server = await startGitHubServer({ lines: [line] });
    harbour = await Harbour.open();
    try {
      const publisher = createPublisher({ host: parseHost(server.url), token: 't', userAgent: 'x' });
      assert.equal((await publisher.details(key)).head.repository, 'robin/beacon');
    } finally {
      await server.close();
    }
  });

  it('has both texts of each file, but for those that have none', async () => {
    harbour = await Harbour.open();
    const mira = harbour.as('mira');
    const told = await mira.details(key);
    const seen: Record<string, unknown> = {};
    for (const file of told.files) {
      seen[file.path] = await mira.sides(told, file).catch((error: { code: string }) => error.code);
    }
    const wanted = files.map(({ path, before, after }) => [
      path,
      path === 'logo.png' ? 'file-not-shown' : { before, after },
    ]);
    assert.deepEqual(seen, Object.fromEntries(wanted));
  });

  it('of every sample pull request fits its comments', async () => {
    harbour = await Harbour.open();
    const server = await startGitHubServer();
    try {
      const publisher = createPublisher({ host: parseHost(server.url), token: 't', userAgent: 'x' });
      let seen = 0;
      for (const line of sampleLines()) {
        const told = await publisher.details({ repository: 'harbour-lights/beacon', number: line.number });
        for (const file of told.files) {
          if (file.isBinary) continue;
          const { before, after } = await publisher.sides(told, file);
          const [left, right] = [before?.split('\n') ?? [], after?.split('\n') ?? []];
          for (const one of line.review_comments) {
            if (one.path !== file.path || one.line === null) continue;
            const last = one.diff_hunk.split('\n').at(-1)!.slice(1);
            assert.equal((one.side === 'LEFT' ? left : right)[one.line - 1], last, one.html_url);
            seen += 1;
          }
        }
      }
      assert.ok(seen > 40, `${seen}`);
    } finally {
      await server.close();
    }
  });

  it('is told of a push in between, and never shown wrong', async () => {
    harbour = await Harbour.open();
    const mira = harbour.as('mira');
    const told = await mira.details(key);
    const pushed = files.map(
      (file): PullFile =>
        file.path === 'src/signal.ts' ? { ...file, after: numbered(60, { 6: 'six' }) } : file,
    );
    harbour.server.control.push(1, pushed);
    const file = told.files.find(({ path }) => path === 'src/signal.ts')!;
    assert.equal(await codeOf(mira.sides(told, file)), 'pull-request-changed');
    const again = await mira.details(key);
    const sides = await mira.sides(again, again.files.find(({ path }) => path === 'src/signal.ts')!);
    assert.deepEqual(sides, { before: numbered(60), after: numbered(60, { 6: 'six' }) });
    harbour.server.control.forcePush(1);
    assert.equal(await codeOf(mira.sides(again, again.files[3]!)), 'pull-request-changed');
  });

  it('is paged, also where the diff is too big to be had', async function () {
    this.timeout(60_000);
    const many = Array.from(
      { length: 730 },
      (_, at): PullFile => ({
        path: `src/${String(at).padStart(4, '0')}.ts`,
        before: numbered(9, { 1: `file ${at}` }),
        after: numbered(9, { 1: `file ${at}`, 4: null }),
      }),
    );
    harbour = await Harbour.open({ files: many });
    const mira = harbour.as('mira');
    const told = await mira.details(key);
    assert.equal(told.hasPatches, false);
    assert.equal(told.fileCount, 730);
    assert.deepEqual(
      told.files.map(({ path }) => path),
      many.map(({ path }) => path),
    );
    assert.deepEqual(told.files[5], {
      ...{ path: 'src/0005.ts', previousPath: null, status: 'modified', additions: 0, deletions: 1 },
      ...{ isBinary: false, patch: null },
    });
    // The left side comes from the commit at which the branch left.
    const { before, after } = await mira.sides(told, told.files[5]!);
    assert.deepEqual({ before, after }, { before: many[5]!.before, after: many[5]!.after });
    const merged = { ...told, mergeBase: null };
    assert.equal(await codeOf(mira.sides(merged, told.files[5]!)), 'file-not-shown');
  });

  it('that is not to be seen is told', async () => {
    harbour = await Harbour.open();
    const mira = harbour.as('mira');
    assert.equal(await codeOf(mira.details({ ...key, number: 99 })), 'pull-request-not-found');
    assert.equal(await codeOf(mira.details({ ...key, repository: 'no/where' })), 'pull-request-not-found');
    assert.equal(await codeOf(mira.details({ ...key, repository: 'a/b/c' })), 'repository-not-found');
    for (const [kind, code] of [
      ['unauthorized', 'unauthorized'],
      ['forbidden', 'forbidden'],
      ['saml', 'sso-required'],
      ['rate-limit', 'rate-limited'],
    ] as const) {
      for (const only of ['graphql', 'rest'] as const) {
        harbour.server.control.fail({ kind, only });
        const failure = await failureOf(harbour.as('mira').details(key));
        assert.equal(failure.code, code, `${kind} ${only}`);
        assert.ok(!/pulled|pull again/i.test(failure.message), failure.message);
      }
    }
  });

  it('behind a single sign-on, or not allowed, is told as such; a fork that is not allowed is no matter', async () => {
    harbour = await Harbour.open();
    const mira = harbour.as('mira');
    const some = [() => mira.details(key), () => mira.pendingReview(key), () => mira.publish(says('x'))];
    for (const ask of some) {
      harbour.server.control.fail({ kind: 'saml-partial', only: 'graphql' });
      assert.equal(await codeOf(ask()), 'sso-required');
      harbour.server.control.fail({
        kind: 'forbidden-field',
        field: 'Repository.pullRequest',
        only: 'graphql',
      });
      assert.equal(await codeOf(ask()), 'forbidden');
    }
    assert.deepEqual(harbour.writes(), []);
    harbour.server.control.fail({ kind: 'forbidden-field', field: 'PullRequest.headRepository' });
    assert.equal((await mira.details(key)).head.repository, null);
  });

  it('comes through passing failures', async () => {
    harbour = await Harbour.open();
    for (const only of ['graphql', 'rest'] as const) {
      for (const kind of ['status', 'reset', 'cut-off'] as const) {
        harbour.server.control.fail({ kind, status: 502, only, times: 2 });
        assert.equal((await harbour.as('mira').details(key)).files.length, 5, `${only} ${kind}`);
      }
    }
  });
});

describe('a file at a commit', () => {
  const head = 'c'.repeat(40);
  let harbour: Harbour;
  afterEach(() => harbour.close());

  it('is had whole up to five megabytes, as text only', async function () {
    this.timeout(60_000);
    const texts = {
      'small.txt': 'ü\r\n🪨',
      'empty.txt': '',
      'middle.txt': numbered(100_000),
      'big.txt': 'x'.repeat(5_000_001),
      'picture.png': 'PNG\0',
      'path with # ? % and ü.txt': 'odd',
      'big-binary.bin': `${'x'.repeat(600_000)}\0`,
      'large.psd': 'version https://git-lfs.github.com/spec/v1\noid sha256:4d\nsize 12345\n',
    };
    const all = Object.entries(texts).map(([path, after]): PullFile => ({ path, before: null, after }));
    harbour = await Harbour.open({ files: all });
    const mira = harbour.as('mira');
    const read = (path: string) => mira.fileText(repository, head, path);
    for (const path of ['small.txt', 'empty.txt', 'middle.txt', 'path with # ? % and ü.txt'] as const)
      assert.equal(await read(path), texts[path], path);
    assert.equal(await read('missing.txt'), null);
    assert.equal(await mira.fileText(repository, 'd'.repeat(40), 'small.txt'), null);
    for (const path of ['big.txt', 'picture.png', 'big-binary.bin'])
      assert.equal(await codeOf(read(path)), 'file-not-shown', path);
    assert.equal(isLfsPointer((await read('large.psd'))!), true);
    assert.equal(isLfsPointer(texts['middle.txt']), false);
    assert.equal(await codeOf(mira.fileText('no/where', head, 'x')), 'repository-not-found');
    assert.equal(await codeOf(mira.fileText(repository, 'HEAD~1', 'x')), 'invalid-argument');
  });
});

describe('open pull requests', () => {
  it('are listed, the last updated first, of all or of one', async () => {
    const lines = Array.from({ length: 620 }, (_, at) =>
      pullRequest(at + 1, {
        author: at % 7 === 0 ? 'robin' : 'kit',
        at: new Date(Date.parse('2026-01-01') + ((at * 263) % 620) * 3600_000).toISOString(),
      }),
    );
    lines[5]!.pull.state = 'closed';
    lines[6]!.pull.draft = true;
    lines[6]!.pull.user = null;
    const server = await startGitHubServer({ lines });
    try {
      const publisher = createPublisher({ host: parseHost(server.url), token: 't', userAgent: 'x' });
      const all = await publisher.openPullRequests(repository);
      assert.equal(all.length, 500);
      const times = all.map(({ updatedAt }) => updatedAt);
      assert.deepEqual(times, times.toSorted().toReversed());
      assert.ok(!all.some(({ number }) => number === 6));
      const draft = all.find(({ number }) => number === 7);
      assert.deepEqual([draft?.isDraft ?? true, draft?.author ?? null], [true, null]);
      const own = await publisher.openPullRequests(repository, 'ROBIN');
      assert.ok(own.length > 60 && own.every(({ author }) => author === 'robin'));
      assert.equal(await codeOf(publisher.openPullRequests('no/where')), 'repository-not-found');
    } finally {
      await server.close();
    }
  });
});

describe('a pull request that nothing is known of but its comments', () => {
  it('can be commented on, and says that it has no patches', async () => {
    const harbour = await Harbour.open();
    try {
      const other = { ...key, number: 2 };
      const mira = harbour.as('mira');
      const told = await mira.details(other);
      assert.deepEqual([told.hasPatches, told.files], [false, []]);
      await mira.publish({ ...says('x'), pullRequest: other });
    } finally {
      await harbour.close();
    }
  });
});
