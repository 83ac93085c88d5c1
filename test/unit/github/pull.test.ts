import assert from 'node:assert/strict';
import type { PullProgress } from '../../../src/github/index.ts';
import { CairnError } from '../../../src/model/errors.ts';
import { changingFetch, mentee, pullRequest, repository, Setting } from './support.ts';

const hour = 3600_000;

describe('pull', () => {
  let setting: Setting;
  afterEach(() => setting.end());

  it('brings every kind of comment with its thread, once', async () => {
    setting = await Setting.begin({ lines: [pullRequest(1), pullRequest(2, { author: 'sam' })] });
    const { control } = setting.server;
    const first = control.addComment(1, { author: 'sam', kind: 'line', body: 'Line', path: 'a.ts', line: 3 });
    control.addComment(1, { author: mentee, body: 'Reply', inReplyTo: first.id });
    control.addComment(1, { author: 'kim', kind: 'review', body: 'Review', verdict: 'CHANGES_REQUESTED' });
    control.addComment(1, { author: 'lint[bot]', body: 'Talk' });
    control.addComment(2, { author: 'kim', body: 'Not for the mentee' });
    const result = await setting.pull();
    assert.deepEqual(
      { ...result, requests: 0 },
      { pullRequests: 1, requests: 0, problems: [], repositories: 1, failed: [], nextAllowedAt: null },
    );
    const [record, ...others] = await setting.cache.load();
    assert.equal(others.length, 0);
    assert.equal(record?.repository, repository);
    assert.equal(record?.isPrivate, false);
    assert.equal(record?.host, setting.host.name);
    assert.deepEqual(record?.author, { login: mentee, isBot: false });
    const [thread] = record?.threads ?? [];
    assert.equal(thread?.path, 'a.ts');
    assert.equal(thread?.line, 3);
    assert.deepEqual(
      thread?.comments.map((comment) => comment.body),
      ['Line', 'Reply'],
    );
    assert.equal(thread?.comments[0]?.databaseId, String(first.id));
    assert.deepEqual(
      record?.reviews.map(({ body, verdict }) => [body, verdict]),
      [['Review', 'CHANGES_REQUESTED']],
    );
    assert.deepEqual(
      record?.conversation.map(({ author }) => author),
      [{ login: 'lint', isBot: true }],
    );
  });

  it('asks again only for what changed', async () => {
    setting = await Setting.begin({ lines: Array.from({ length: 25 }, (_, i) => pullRequest(i + 1)) });
    assert.equal((await setting.pull()).pullRequests, 25);
    const again = await setting.pull();
    assert.deepEqual([again.pullRequests, again.requests], [0, 1]);
    setting.server.control.addComment(7, { author: 'sam', body: 'New' });
    const once = await setting.pull();
    assert.deepEqual([once.pullRequests, once.requests], [1, 2]);
    assert.deepEqual(await setting.bodies(), ['New']);
  });

  it('misses nothing of the second in which it asked, and does not count it twice', async () => {
    const now = () => Date.UTC(2026, 4, 1) + setting.later;
    setting = await Setting.begin({ lines: [pullRequest(1), pullRequest(2)], now });
    setting.server.control.addComment(1, { author: 'sam', body: 'Before' });
    assert.equal((await setting.pull({ now })).pullRequests, 2);
    setting.server.control.addComment(1, { author: 'sam', body: 'In the same second' });
    assert.equal((await setting.pull({ now })).pullRequests, 1);
    setting.later = 5000;
    const checked = await setting.pull({ now });
    assert.deepEqual([checked.pullRequests, checked.requests], [0, 2]);
    const again = await setting.pull({ now });
    assert.deepEqual([again.pullRequests, again.requests], [0, 1]);
    assert.deepEqual(await setting.bodies(), ['Before', 'In the same second']);
  });

  it('reports progress with counts, and records when they are on disk', async () => {
    setting = await Setting.begin({ lines: Array.from({ length: 12 }, (_, i) => pullRequest(i + 1)) });
    setting.server.control.addComment(3, { author: 'sam', body: 'One' });
    const progress: PullProgress[] = [];
    const onDisk: boolean[] = [];
    await setting.pull({
      onProgress: (step) => progress.push(step),
      onRecords: (records) => onDisk.push(...records.map(() => true)),
    });
    assert.equal(progress[0]?.total, null);
    assert.deepEqual(progress.at(-1), { repository, done: 12, total: 12, comments: 1 });
    assert.equal(onDisk.length, 12);
  });

  it('pages everything that is longer than a page', async () => {
    setting = await Setting.begin({ lines: [pullRequest(1)] });
    const { control } = setting.server;
    const first = control.addComment(1, {
      author: 'sam',
      kind: 'line',
      body: 'first',
      path: 'a.ts',
      line: 1,
    });
    for (let i = 1; i < 130; i += 1)
      control.addComment(1, { author: 'sam', body: `reply ${i}`, inReplyTo: first.id });
    for (let i = 1; i < 260; i += 1) {
      control.addComment(1, { author: 'kim', kind: 'line', body: `thread ${i}`, path: 'b.ts', line: i });
    }
    // Long threads behind the first page of threads.
    const last = control.addComment(1, { author: 'kim', kind: 'line', body: 'last', path: 'c.ts', line: 1 });
    for (let i = 1; i < 30; i += 1)
      control.addComment(1, { author: 'kim', body: `late ${i}`, inReplyTo: last.id });
    for (let i = 0; i < 120; i += 1)
      control.addComment(1, { author: 'kim', kind: 'review', body: `review ${i}` });
    for (let i = 0; i < 210; i += 1) control.addComment(1, { author: 'kim', body: `talk ${i}` });
    await setting.pull();
    const [record] = await setting.cache.load();
    assert.equal(record?.threads.length, 261);
    assert.equal(record?.threads[0]?.comments.length, 130);
    assert.equal(record?.threads[0]?.comments[129]?.body, 'reply 129');
    assert.equal(record?.threads[260]?.comments.length, 30);
    assert.equal(record?.reviews.length, 120);
    assert.equal(record?.conversation.length, 210);
    const bodies = await setting.bodies();
    assert.equal(new Set(bodies).size, bodies.length);
  });

  it('sees past the thousandth result', async () => {
    const at = (i: number) => new Date(Date.UTC(2026, 0, 1) + i * 60_000).toISOString().replace('.000', '');
    const lines = Array.from({ length: 1105 }, (_, i) => pullRequest(i + 1, { at: at(i) }));
    setting = await Setting.begin({ lines });
    assert.equal((await setting.pull()).pullRequests, 1105);
    assert.equal((await setting.cache.numbers(setting.host.name, repository)).size, 1105);
    assert.ok(setting.server.requests.every((request) => request.cost <= 10));
  });

  it('finds what changes silently: by a full pull at once', async () => {
    setting = await Setting.begin({ lines: [pullRequest(1), pullRequest(2), pullRequest(3)] });
    const { control } = setting.server;
    const line = (number: number, body: string) =>
      control.addComment(number, { author: 'sam', kind: 'line', body, path: 'a.ts', line: 1 });
    line(1, 'to resolve');
    const gone = control.addComment(2, { author: 'sam', body: 'to delete' });
    const hidden = control.addComment(2, { author: 'sam', body: 'to hide' });
    const reply = control.addComment(3, {
      author: 'sam',
      body: 'reply to delete',
      inReplyTo: line(3, 'root').id,
    });
    await setting.pull();
    control.resolveThread(1);
    control.deleteComment(gone.id);
    control.minimize(hidden.id);
    control.deleteComment(reply.id);
    assert.equal((await setting.pull()).pullRequests, 0);
    assert.equal((await setting.pull({ full: true })).pullRequests, 3);
    const records = (await setting.cache.load()).toSorted((a, b) => a.number - b.number);
    assert.equal(records[0]?.threads[0]?.isResolved, true);
    assert.deepEqual(
      records[1]?.conversation.map(({ body, isMinimized }) => [body, isMinimized]),
      [['to hide', true]],
    );
    assert.deepEqual(
      records[2]?.threads.map(({ comments }) => comments.map(({ body }) => body)),
      [['root']],
    );
    assert.equal((await setting.pull({ full: true })).pullRequests, 0);
  });

  it('finds what changes silently: by itself, an hour later, within two more requests', async () => {
    setting = await Setting.begin({ lines: Array.from({ length: 120 }, (_, i) => pullRequest(i + 1)) });
    const { control } = setting.server;
    for (const number of [100, 5]) {
      control.addComment(number, { author: 'sam', kind: 'line', body: 'open', path: 'a.ts', line: 1 });
    }
    await setting.pull();
    control.resolveThread(100);
    control.resolveThread(5);
    assert.equal((await setting.pull()).pullRequests, 0);
    setting.later = hour + 1000;
    const first = await setting.pull();
    assert.deepEqual([first.pullRequests, first.requests], [1, 3]);
    assert.equal((await setting.pull()).requests, 1);
    // The look goes on where it stopped, until it comes to the oldest.
    setting.later = 2 * hour + 2000;
    assert.equal((await setting.pull()).pullRequests, 0);
    setting.later = 3 * hour + 3000;
    assert.equal((await setting.pull()).pullRequests, 1);
    const open = (await setting.cache.load()).flatMap((record) =>
      record.threads.filter((it) => !it.isResolved),
    );
    assert.deepEqual(open, []);
  });

  it('keeps what arrived when it is cancelled, and goes on from there', async () => {
    setting = await Setting.begin({ lines: Array.from({ length: 60 }, (_, i) => pullRequest(i + 1)) });
    const stop = new AbortController();
    const isCancelled = (error: unknown) => error instanceof CairnError && error.code === 'cancelled';
    await assert.rejects(setting.pull({ signal: stop.signal, onRecords: () => stop.abort() }), isCancelled);
    const kept = (await setting.cache.load()).length;
    assert.ok(kept >= 10 && kept < 60, `${kept} kept`);
    assert.equal((await setting.pull()).pullRequests, 60 - kept);
    assert.equal((await setting.cache.load()).length, 60);
    await assert.rejects(setting.pull({ signal: AbortSignal.abort() }), isCancelled);
  });

  it('takes up what is on disk when the marks are lost', async () => {
    setting = await Setting.begin({ lines: [pullRequest(1), pullRequest(2)] });
    await setting.pull();
    const { rm } = await import('node:fs/promises');
    await rm(
      `${setting.cache.folder}/${setting.host.name.replace(':', '_')}/${repository}/marks-${mentee}.json`,
    );
    assert.deepEqual((await setting.pull()).pullRequests, 0);
  });

  it('brings a corrupt or deleted cache file again', async () => {
    setting = await Setting.begin({
      lines: [1, 2, 3, 4].map((number) => pullRequest(number, { at: `2026-0${number}-01T00:00:00Z` })),
    });
    await setting.pull();
    const { writeFile, rm } = await import('node:fs/promises');
    const folder = `${setting.cache.folder}/${setting.host.name.replace(':', '_')}/${repository}`;
    await writeFile(`${folder}/1.json`, '{"schema":1,');
    await writeFile(`${folder}/2.json`, '{"schema":1,"threads":[{}]}');
    await rm(`${folder}/3.json`);
    assert.deepEqual(
      (await setting.cache.load()).map(({ number }) => number),
      [4],
    );
    assert.equal(setting.log.filter((line) => line.includes('cannot be read')).length, 2);
    const again = await setting.pull();
    assert.deepEqual([again.pullRequests, again.requests], [3, 2]);
    assert.equal((await setting.cache.load()).length, 4);
  });

  it('records whether a repository is private, also when that changes', async () => {
    setting = await Setting.begin({ lines: [pullRequest(1)] });
    await setting.pull();
    setting.server.control.setPrivate(repository, true);
    const arrived: (boolean | null)[] = [];
    await setting.pull({
      onRecords: (records) => arrived.push(...records.map(({ isPrivate }) => isPrivate)),
    });
    assert.deepEqual(arrived, [true]);
    assert.equal((await setting.cache.load())[0]?.isPrivate, true);
  });

  it('records a renamed repository under its new name only', async () => {
    setting = await Setting.begin({ lines: [pullRequest(1)] });
    setting.server.control.addComment(1, { author: 'sam', body: 'Words' });
    const repositories = ['harbour/old'];
    let isRenamed = false;
    // As GitHub does: the old name leads to the repository, and before the change it is the name.
    setting.connect({
      fetch: async (url, init) => {
        const asked = String(init?.body).replace('"name":"old"', '"name":"beacon"');
        const body = isRenamed ? asked : asked.replace('harbour/old', repository);
        const text = await (await fetch(url, { ...init, body })).text();
        return new Response(isRenamed ? text : text.replaceAll(`"${repository}"`, '"harbour/old"'));
      },
    });
    const names = async () => (await setting.cache.load()).map((record) => record.repository);
    await setting.pull({ repositories });
    assert.deepEqual(await names(), ['harbour/old']);
    isRenamed = true;
    await setting.pull({ repositories });
    assert.deepEqual(await names(), [repository]);
    const again = await setting.pull({ repositories });
    assert.deepEqual([again.pullRequests, again.requests], [0, 2]);
    assert.deepEqual(await setting.bodies(), ['Words']);
  });

  it('asks one repository after another, each once, and keeps their problems apart', async () => {
    setting = await Setting.begin({ lines: [pullRequest(1), pullRequest(1, { in: 'harbour/pier' })] });
    setting.server.control.addEmptyRepository('harbour/empty');
    const repositories = [
      'harbour/missing',
      'harbour/empty',
      '../../etc/passwd',
      repository,
      'HARBOUR/Beacon',
      'harbour/pier',
    ];
    const result = await setting.pull({ repositories });
    assert.equal(result.pullRequests, 2);
    assert.deepEqual(
      result.problems.map(({ repository: where, error }) => [where, error.code]),
      [
        ['harbour/missing', 'repository-not-found'],
        ['../../etc/passwd', 'invalid-argument'],
      ],
    );
    assert.match(result.problems[0]?.error.message ?? '', /harbour\/missing/);
    assert.equal(result.repositories, 5);
    assert.deepEqual(
      result.failed,
      result.problems.map(({ error }) => error),
    );
  });

  it('keeps two mentees of one repository apart', async () => {
    setting = await Setting.begin({ lines: [pullRequest(1), pullRequest(2, { author: 'sam' })] });
    assert.equal((await setting.pull()).pullRequests, 1);
    assert.equal((await setting.pull({ mentee: 'sam' })).pullRequests, 1);
    assert.equal((await setting.pull({ mentee: 'sam' })).pullRequests, 0);
    assert.equal((await setting.cache.load()).length, 2);
  });

  it('refuses a mentee that would be a part of the search', async () => {
    setting = await Setting.begin({ lines: [pullRequest(1)] });
    await assert.rejects(
      setting.pull({ mentee: 'robin repo:other/secret' }),
      (error) => error instanceof CairnError && error.code === 'invalid-argument',
    );
    assert.equal(setting.server.requests.length, 0);
  });

  it('works with a server that has no 64-bit ids', async () => {
    setting = await Setting.begin({ lines: [pullRequest(1)] });
    setting.connect({
      fetch: changingFetch((_, { query }) => {
        if (!/fullDatabaseId(?!:)/.test(query)) return undefined;
        const message = "Field 'fullDatabaseId' doesn't exist on type 'PullRequestReviewComment'";
        return { errors: [{ message, extensions: { code: 'undefinedField' } }] };
      }),
    });
    assert.deepEqual((await setting.pull()).problems, []);
    assert.equal((await setting.cache.load()).length, 1);
  });
});
