import assert from 'node:assert/strict';
import type { Fault } from '../../support/github/server.ts';
import { changingFetch, mentee, pullRequest, repository, Setting } from './support.ts';

const lines = (count: number) => Array.from({ length: count }, (_, i) => pullRequest(i + 1));

/** With the time of day, as the limits tell times. */
const begin: typeof Setting.begin = (server, options) => Setting.begin({ now: Date.now, ...server }, options);

describe('pull of bad input', () => {
  let setting: Setting;
  afterEach(() => setting.end());

  /** A pull that worked, then a change, then the fault: what is kept, and the problem that is shown. */
  async function meet(fault: Fault) {
    setting = await begin({ lines: lines(3) }, { timeout: 200 });
    setting.server.control.addComment(1, { author: 'sam', body: 'Kept' });
    await setting.pull();
    setting.server.control.addComment(2, { author: 'sam', body: 'Later' });
    setting.server.control.fail({ times: null, ...fault });
    const result = await setting.pull();
    assert.deepEqual(await setting.bodies(), ['Kept'], 'what was pulled is kept');
    assert.equal(result.pullRequests, 0);
    assert.equal(result.problems.length, 1);
    const [problem] = result.problems;
    assert.equal(problem?.repository, repository);
    const told = JSON.stringify([result.problems, problem?.error.message, problem?.error.stack, setting.log]);
    assert.ok(!told.includes('very-secret-token'), 'the token is told to nobody');
    setting.server.control.clearFaults();
    assert.equal((await setting.pull()).pullRequests, 1, 'the next pull brings it');
    assert.deepEqual((await setting.bodies()).toSorted(), ['Kept', 'Later']);
    return { error: problem?.error, nextAllowedAt: result.nextAllowedAt };
  }

  const failures: { what: string; fault: Fault; code: string; says: RegExp }[] = [
    { what: '401', fault: { kind: 'unauthorized' }, code: 'unauthorized', says: /Sign in again/ },
    { what: '403 by SAML', fault: { kind: 'saml' }, code: 'sso-required', says: /Authorise/ },
    { what: '200 by SAML', fault: { kind: 'saml-partial' }, code: 'sso-required', says: /Authorise/ },
    { what: '403 by permission', fault: { kind: 'forbidden' }, code: 'forbidden', says: /read access/ },
    { what: '404', fault: { kind: 'not-found' }, code: 'not-found', says: /cairn\.github\.host/ },
    { what: '422', fault: { kind: 'unprocessable' }, code: 'github-refused', says: /report/ },
    { what: '500', fault: { kind: 'status', status: 500 }, code: 'github-unavailable', says: /later/ },
    { what: '502', fault: { kind: 'status', status: 502 }, code: 'github-unavailable', says: /later/ },
    { what: '503', fault: { kind: 'status', status: 503 }, code: 'github-unavailable', says: /later/ },
    { what: '504', fault: { kind: 'status', status: 504 }, code: 'github-unavailable', says: /later/ },
    { what: 'no answer', fault: { kind: 'hang' }, code: 'github-unavailable', says: /in time/ },
    { what: 'a cut-off answer', fault: { kind: 'cut-off' }, code: 'github-unreadable', says: /cut off/ },
    { what: 'a web page', fault: { kind: 'html' }, code: 'github-unreadable', says: /could not be read/ },
  ];
  for (const { what, fault, code, says } of failures) {
    for (const operation of ['List', 'Details']) {
      it(`meets ${what} on ${operation}: says so, keeps everything, and goes on later`, async () => {
        const { error, nextAllowedAt } = await meet({ ...fault, operation });
        assert.equal(error?.code, code);
        assert.match(error?.message ?? '', says);
        assert.equal(nextAllowedAt, null);
      });
    }
  }

  for (const kind of ['rate-limit', 'secondary-limit'] as const) {
    it(`meets a ${kind}: says until when, and asks no more`, async () => {
      const before = Date.now();
      const { error, nextAllowedAt } = await meet({ kind, seconds: 90, operation: 'Details' });
      assert.equal(error?.code, 'rate-limited');
      const wait = (nextAllowedAt ?? 0) - before;
      assert.ok(wait > 85_000 && wait < 95_000, `${wait} ms`);
      assert.equal(setting.operations().filter((name) => name === 'Details').length, 3);
    });
  }

  it('meets a used-up budget, which is a 200: says until when', async () => {
    setting = await begin({ lines: lines(1) });
    setting.server.control.setRemaining('graphql', 0, 120);
    const { problems, nextAllowedAt } = await setting.pull({ repositories: [repository, 'harbour/pier'] });
    assert.deepEqual(
      problems.map(({ error }) => error.code),
      ['rate-limited', 'rate-limited'],
    );
    assert.ok(Math.abs((nextAllowedAt ?? 0) - Date.now() - 120_000) < 5000);
    assert.equal(setting.server.requests.length, 1);
  });

  it('waits a moment when that is all that GitHub asks for', async () => {
    setting = await begin({ lines: lines(1) });
    setting.server.control.fail({ kind: 'secondary-limit', seconds: 0 });
    assert.deepEqual((await setting.pull()).problems, []);
  });

  it('repeats what fails in passing', async () => {
    for (const fault of [{ kind: 'status', status: 502 }, { kind: 'cut-off' }, { kind: 'html' }] as const) {
      setting = await begin({ lines: lines(1) });
      setting.server.control.fail({ ...fault, times: 2 });
      const result = await setting.pull();
      assert.deepEqual([result.pullRequests, result.problems.length, result.requests], [1, 0, 4]);
      await setting.end();
    }
    setting = await begin({ lines: lines(1) });
  });

  it('asks for half as much when the server cannot answer for all, and remembers it', async () => {
    setting = await begin({ lines: lines(40) });
    setting.connect({ fetch: refusingMoreThan(5) });
    assert.deepEqual((await setting.pull()).problems, []);
    assert.equal((await setting.cache.load()).length, 40);
    const marks = await setting.cache.readMarks(setting.host.name, repository, mentee);
    assert.equal(marks?.pageSize, 5);
    for (let number = 1; number <= 20; number += 1)
      setting.server.control.touch(number, '2026-05-01T00:00:00Z');
    setting.server.requests.length = 0;
    await setting.pull();
    assert.deepEqual(sizes(setting), [5, 5, 5, 5]);
    setting.later = 25 * 3600_000;
    setting.connect();
    for (let number = 1; number <= 20; number += 1)
      setting.server.control.touch(number, '2026-06-01T00:00:00Z');
    setting.server.requests.length = 0;
    await setting.pull();
    assert.deepEqual(sizes(setting), [10, 10], 'a day later it tries again');
  });

  it('leaves out the one pull request that GitHub cannot answer for, and tries it next time', async () => {
    setting = await begin({ lines: lines(12) });
    setting.connect({
      fetch: (url, init) =>
        String(init?.body).includes(`PR_${repository}_7"`) && String(init?.body).includes('Details')
          ? Promise.resolve(new Response('', { status: 502 }))
          : fetch(url, init),
    });
    const result = await setting.pull();
    assert.deepEqual(
      result.problems.map(({ error }) => error.code),
      ['github-unavailable'],
    );
    assert.equal((await setting.cache.load()).length, 11);
    setting.connect();
    assert.equal((await setting.pull()).pullRequests, 1);
  });

  it('keeps what a forbidden field leaves, and what was known of the field', async () => {
    setting = await begin({ lines: lines(1) });
    setting.server.control.addComment(1, { author: 'sam', kind: 'review', body: 'Known' });
    await setting.pull();
    setting.server.control.addComment(1, { author: 'sam', body: 'New' });
    setting.server.control.fail({ kind: 'forbidden-field', field: 'PullRequest.reviews', times: null });
    const { problems, failed } = await setting.pull();
    assert.deepEqual(
      problems.map(({ error }) => error.code),
      ['forbidden'],
    );
    assert.deepEqual(failed, []);
    assert.match(problems[0]?.error.detail ?? '', /reviews/);
    assert.deepEqual(await setting.bodies(), ['Known', 'New']);
  });

  it('takes half an answer for a failure, not for deletions', async () => {
    setting = await begin({ lines: lines(1) });
    setting.server.control.addComment(1, { author: 'sam', body: 'Known' });
    await setting.pull();
    setting.server.control.touch(1);
    setting.connect({
      fetch: changingFetch((answer, { query }) => {
        if (!query.includes('Details')) return undefined;
        answer.data.nodes[0].comments = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
        return { ...answer, errors: [{ type: 'RESOURCE_LIMITS_EXCEEDED', message: 'too much' }] };
      }),
    });
    const { problems } = await setting.pull();
    assert.deepEqual(
      problems.map(({ error }) => error.code),
      ['github-unavailable'],
    );
    assert.deepEqual(await setting.bodies(), ['Known']);
  });

  it('never takes an empty or strange answer for “no pull requests”', async () => {
    for (const strange of [
      {},
      { data: null },
      { data: {} },
      { data: { search: null, repository: null } },
      [],
    ]) {
      setting = await begin({ lines: lines(1) });
      await setting.pull();
      setting.connect({ fetch: changingFetch(() => strange) });
      const { problems } = await setting.pull({ full: true });
      assert.deepEqual(
        problems.map(({ error }) => error.code),
        ['github-unreadable'],
        JSON.stringify(strange),
      );
      assert.equal((await setting.cache.load()).length, 1);
      await setting.end();
    }
    setting = await begin({ lines: lines(1) });
  });

  it('loses one broken comment, not its neighbours, and lives with values it does not know', async () => {
    setting = await begin({ lines: lines(1) });
    const { control } = setting.server;
    for (const body of ['First', 'Broken', 'Last']) control.addComment(1, { author: 'sam', body });
    control.addComment(1, { author: 'sam', kind: 'review', body: 'Odd' });
    control.addComment(1, { author: 'sam', kind: 'line', body: 'Line', path: 'a.ts', line: 1 });
    setting.connect({
      fetch: changingFetch((answer, { query }) => {
        if (!query.includes('Details')) return;
        const [pull] = answer.data.nodes;
        pull.comments.nodes[1].fullDatabaseId = { no: 'number' };
        pull.reviews.nodes[0].state = 'MERGED_BY_MAGIC';
        pull.state = 'FROZEN';
        pull.reviewThreads.nodes[0].diffSide = 'MIDDLE';
        pull.reviewThreads.nodes[0].line = 'seven';
        pull.author.__typename = 'Robot';
      }),
    });
    assert.deepEqual((await setting.pull()).problems, []);
    assert.deepEqual((await setting.bodies()).toSorted(), ['First', 'Last', 'Line', 'Odd']);
    assert.ok(setting.log.some((line) => line.includes('1 comments or threads')));
  });

  it('takes deleted users, comments about whole files, and leaves out what was not sent', async () => {
    setting = await begin({ lines: lines(1), viewer: 'sam' });
    const { control } = setting.server;
    control.addComment(1, { author: null, body: 'Gone' });
    control.addComment(1, { author: 'sam', kind: 'line', body: 'Whole file', path: 'a.ts' });
    control.addComment(1, { author: 'sam', kind: 'review', body: 'Draft', verdict: 'PENDING' });
    control.addComment(1, { author: 'sam', kind: 'line', body: 'Draft of a line', path: 'b.ts', line: 2 });
    setting.connect({
      fetch: changingFetch((answer, { query }) => {
        if (query.includes('Details'))
          answer.data.nodes[0].reviewThreads.nodes[1].comments.nodes[0].state = 'PENDING';
      }),
    });
    await setting.pull();
    const [record] = await setting.cache.load();
    assert.equal(record?.threads.length, 1);
    assert.equal(record?.conversation[0]?.author, null);
    const { line, originalLine, isOutdated } = record?.threads[0] ?? {};
    assert.deepEqual([line, originalLine, isOutdated], [null, null, false]);
    assert.equal(record?.reviews[0]?.verdict, 'PENDING');
  });

  it('keeps every body as it is and asks nobody whom it names', async () => {
    setting = await begin({ lines: lines(1) });
    const { url, control } = setting.server;
    const bodies = [
      'one\r\ntwo\r\n',
      'NUL \u0000 in the middle',
      'x'.repeat(60_000),
      `<script src="${url}/script.js"></script><img src=x onerror=alert(1)>`,
      `![image](${url}/image.png) <img src="${url}/other.png">`,
      '[click](command:workbench.action.terminal.new)',
      'right \u202Eto left\u202C',
      '{"__proto__":{"polluted":true}} $(rm -rf /) `rm -rf /`',
      '\ud83d\ude00 \ud800',
    ];
    for (const body of bodies) control.addComment(1, { author: 'sam', body });
    await setting.pull();
    assert.deepEqual(await setting.bodies(), bodies);
    assert.ok(setting.server.requests.every((request) => request.path === '/api/graphql'));
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  });

  it('writes nowhere but into its folder, whatever name a server gives a repository', async () => {
    for (const name of [
      '../../outside',
      'harbour/..',
      'harbour/../../outside',
      '/etc/passwd',
      'a/b/c',
      'harbour/\u0000',
    ]) {
      setting = await begin({ lines: lines(1) });
      setting.connect({
        fetch: changingFetch((answer) => {
          if (answer.data?.repository) answer.data.repository.nameWithOwner = name;
          for (const node of answer.data?.nodes ?? []) node.repository.nameWithOwner = name;
        }),
      });
      const { problems } = await setting.pull();
      assert.equal(problems.length, 1, name);
      assert.deepEqual(await setting.cache.load(), []);
      await setting.end();
    }
    setting = await begin({ lines: lines(1) });
    setting.connect({
      fetch: changingFetch((answer) => {
        for (const node of answer.data?.nodes ?? []) node.repository.nameWithOwner = '../../outside';
      }),
    });
    assert.equal((await setting.pull()).problems.length, 1);
    assert.deepEqual(await setting.cache.load(), []);
  });

  it('ends a list that never ends', async () => {
    setting = await begin({ lines: lines(1) });
    setting.connect({
      fetch: changingFetch((answer) => {
        const endless = { hasNextPage: true, endCursor: 'Y3Vyc29yOjA=' };
        if (answer.data?.nodes) answer.data.nodes[0].comments.pageInfo = endless;
        if (answer.data?.m0) answer.data.m0.page.pageInfo = endless;
      }),
    });
    const result = await setting.pull();
    assert.deepEqual(
      result.problems.map(({ error }) => error.code),
      ['github-unreadable'],
    );
    assert.ok(result.requests < 20);
  });
});

function refusingMoreThan(most: number): typeof fetch {
  return (url, init) => {
    const ids = (JSON.parse(String(init?.body)) as { variables: { ids?: string[] } }).variables.ids ?? [];
    return ids.length > most ? Promise.resolve(new Response('', { status: 504 })) : fetch(url, init);
  };
}

function sizes(setting: Setting): number[] {
  const details = setting.server.requests.filter((request) => request.operation === 'Details');
  return details.map((request) => (request.variables as { ids: string[] }).ids.length);
}
