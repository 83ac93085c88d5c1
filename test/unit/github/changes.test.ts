import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { longest } from '../../../src/github/changesOf.ts';
import { isRecord } from '../../../src/github/isRecord.ts';
import { pullOne } from '../../../src/github/pullOne.ts';
import type { PullRequestChanges } from '../../../src/model/pullRequest.ts';
import type { PullLine } from '../../support/github/server.ts';
import { changingFetch, mentee, pullRequest, repository, Setting } from './support.ts';

const sha = (number: number) => number.toString(16).padStart(40, '0');
const text = (lines: number) => Array.from({ length: lines }, (_, i) => `line ${i}\n`).join('');

function withChanges(number: number, more: Partial<PullLine> = {}): PullLine {
  const line = { ...pullRequest(number), ...more };
  line.pull.head.sha = line.commits.at(-1)?.sha ?? line.pull.head.sha;
  return line;
}

const commits = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    sha: sha(i + 1),
    message: `Step ${i + 1}`,
    committed_at: new Date(Date.UTC(2026, 1, 1) + i * 60_000).toISOString().replace('.000', ''),
  }));

describe('What a pull brings of the code', () => {
  let setting: Setting;
  afterEach(() => setting.end());

  async function pulled(number = 1): Promise<PullRequestChanges> {
    const { problems } = await setting.pull();
    assert.deepEqual(problems, []);
    const record = await setting.cache.read(setting.host.name, repository, number);
    assert.ok(record?.changes);
    return record.changes;
  }

  it('is commits, forced pushes, files, the merge, with no request more', async () => {
    const line = withChanges(1, {
      commits: commits(2),
      force_pushes: [{ created_at: '2026-02-03T00:00:00Z', commit_id: sha(2), before: sha(9) }],
      files: [
        { path: 'src/a.ts', before: text(3), after: `${text(3)}more\n` },
        { path: 'b.md', before: null, after: text(2) },
      ],
    });
    Object.assign(line.pull, { state: 'closed', merged: true, merge_commit_sha: sha(77) });
    Object.assign(line.pull, { merged_at: '2026-03-02T00:00:00Z', closed_at: '2026-03-02T00:00:00Z' });
    setting = await Setting.begin({ lines: [line] });
    assert.deepEqual(await pulled(), {
      mergedAt: '2026-03-02T00:00:00Z',
      closedAt: '2026-03-02T00:00:00Z',
      mergeCommit: sha(77),
      base: 'main',
      commits: [
        { sha: sha(1), committedAt: '2026-02-01T00:00:00Z' },
        { sha: sha(2), committedAt: '2026-02-01T00:01:00Z' },
      ],
      forcePushes: [{ at: '2026-02-03T00:00:00Z', before: sha(9), after: sha(2) }],
      files: [
        { path: 'b.md', additions: 2, deletions: 0 },
        { path: 'src/a.ts', additions: 1, deletions: 0 },
      ],
      fileCount: 2,
    });
    assert.deepEqual(setting.operations(), ['List', 'Details']);
  });

  it('is not the commit by which GitHub tries a merge, and no files where GitHub has none to tell', async () => {
    const line = withChanges(1, { commits: commits(1) });
    Object.assign(line.pull, { merge_commit_sha: sha(5), changed_files: 7 });
    setting = await Setting.begin({ lines: [line] });
    const { mergeCommit, files, fileCount, forcePushes } = await pulled();
    assert.deepEqual([mergeCommit, files, fileCount, forcePushes], [null, null, 7, []]);
  });

  it('is read to the end where a list is longer than a page', async () => {
    const force_pushes = Array.from({ length: 101 }, (_, i) => ({
      created_at: '2026-02-03T00:00:00Z',
      commit_id: sha(i),
    }));
    const files = Array.from({ length: 230 }, (_, i) => ({ path: `f${i}`, before: null, after: 'x\n' }));
    setting = await Setting.begin({
      lines: [withChanges(1, { commits: commits(250), force_pushes, files })],
    });
    const changes = await pulled();
    assert.equal(changes.commits?.length, 250);
    assert.equal(changes.commits?.[249]?.sha, sha(250));
    assert.equal(changes.forcePushes?.length, 101);
    assert.equal(new Set(changes.files?.map(({ path }) => path)).size, 230);
    assert.deepEqual(setting.operations(), ['List', 'Details', 'More', 'More']);
  });

  it('is not known, rather than short, where GitHub lists less than there is', async () => {
    const line = withChanges(1, { commits: commits(250) });
    Object.assign(line.pull, { commits: 251 });
    setting = await Setting.begin({ lines: [line] });
    assert.equal((await pulled()).commits, null);
    assert.deepEqual(setting.operations(), ['List', 'Details'], 'what cannot become whole is not paged');
  });

  it('is not known where there are more files than can be listed', async () => {
    setting = await Setting.begin({ lines: [withChanges(1)] });
    setting.connect({
      fetch: changingFetch((answer, { query }) => {
        if (!query.includes('Details')) return;
        const pageInfo = { hasNextPage: true, endCursor: 'next' };
        const nodes = Array.from({ length: 100 }, (_, i) => ({ path: `f${i}`, additions: 1, deletions: 0 }));
        answer.data.nodes[0].files = { totalCount: longest.files + 1, nodes, pageInfo };
        answer.data.nodes[0].changedFiles = longest.files + 1;
      }),
    });
    const { files, fileCount } = await pulled();
    assert.deepEqual([files, fileCount], [null, longest.files + 1]);
  });

  it('leaves the rest whole where a list breaks off or holds what cannot be read', async () => {
    setting = await Setting.begin({ lines: [withChanges(1, { commits: commits(120) })] });
    setting.connect({
      fetch: changingFetch((answer, { query }) => {
        if (query.includes('More')) answer.data.m0 = null;
        if (query.includes('Details')) {
          const pageInfo = { hasNextPage: false, endCursor: null };
          answer.data.nodes[0].files = { totalCount: 1, nodes: [{ path: 5 }], pageInfo };
        }
      }),
    });
    setting.server.control.addComment(1, { author: 'sam', body: 'Said' });
    const changes = await pulled();
    assert.deepEqual([changes.commits, changes.files, changes.base], [null, null, 'main']);
    assert.deepEqual(await setting.bodies(), ['Said']);
  });

  it('is not known where a list that has no further page is shorter than it says', async () => {
    setting = await Setting.begin({ lines: [withChanges(1, { commits: commits(2) })] });
    setting.connect({
      fetch: changingFetch((answer, { query }) => {
        if (query.includes('Details')) {
          answer.data.nodes[0].commits.totalCount = 3;
        }
      }),
    });
    assert.equal((await pulled()).commits, null);
  });

  for (const field of ['commits', 'timelineItems', 'files', 'mergeCommit'] as const) {
    it(`leaves the rest whole where ${field} may not be read, and asks once more at most`, async () => {
      const lines = Array.from({ length: 25 }, (_, i) => withChanges(i + 1, { commits: commits(1) }));
      setting = await Setting.begin({ lines });
      setting.server.control.addComment(7, { author: 'sam', body: 'Said' });
      setting.server.control.fail({ kind: 'forbidden-field', field: `PullRequest.${field}`, times: null });
      const changes = await pulled(7);
      assert.deepEqual(await setting.bodies(), ['Said']);
      assert.equal((await setting.cache.load()).length, 25);
      const name = field === 'timelineItems' ? 'forcePushes' : field;
      assert.equal(changes[name], null);
      assert.equal(changes.base, 'main');
      assert.equal(changes.commits === null, field === 'commits');
      const asked = setting.operations().filter((name) => name === 'Details').length;
      // Two batches are under way when the first answer comes.
      assert.ok(asked <= 5, `${asked} requests`);
      assert.ok(setting.log.some((line) => line.includes(`without ${field}`)));
    });
  }

  it('leaves out what an older server does not know', async () => {
    setting = await Setting.begin({ lines: [withChanges(1, { commits: commits(1) })] });
    setting.server.control.addComment(1, { author: 'sam', body: 'Said' });
    setting.connect({
      fetch: changingFetch((answer, { query }) => {
        const unknown = ['timelineItems', 'files'].find((name) => query.includes(`${name}(`));
        if (!query.includes('Details') || !unknown) return undefined;
        delete answer.data;
        return { errors: [{ message: `Field '${unknown}' doesn't exist on type 'PullRequest'` }] };
      }),
    });
    const changes = await pulled();
    assert.deepEqual([changes.files, changes.forcePushes, changes.commits?.length], [null, null, 1]);
    assert.deepEqual(await setting.bodies(), ['Said']);
  });

  it('comes with a pull request that is opened on its own', async () => {
    setting = await Setting.begin({ lines: [withChanges(1, { author: 'sam' } as never)] });
    const { github, host, cache } = setting;
    const record = await pullOne({ github, host, cache, nodeId: `PR_${repository}_1` });
    assert.equal(record?.changes?.base, 'main');
  });
});

describe('A cache from before', () => {
  let setting: Setting;
  afterEach(() => setting.end());

  async function older(count: number): Promise<void> {
    setting = await Setting.begin({ lines: Array.from({ length: count }, (_, i) => withChanges(i + 1)) });
    await setting.pull();
    const [host = ''] = await readdir(setting.cache.folder);
    const folder = join(setting.cache.folder, host, repository);
    for (const name of await readdir(folder)) {
      const value = JSON.parse(await readFile(join(folder, name), 'utf8'));
      delete value.changes;
      for (const pull of Object.values<object>(value.pulls ?? {}))
        Object.assign(pull, { hasChanges: undefined });
      await writeFile(join(folder, name), JSON.stringify(value));
    }
    setting.server.requests.length = 0;
  }

  const filled = async () =>
    (await setting.cache.load()).flatMap(({ changes, number }) => (changes ? [number] : []));

  it('fills up with later pulls, the newest first, some with each', async () => {
    await older(45);
    assert.deepEqual(await filled(), []);
    const told: number[] = [];
    const { pullRequests } = await setting.pull({
      onRecords: (all) => told.push(...all.map((one) => one.number)),
    });
    assert.equal(pullRequests, 0, 'nothing new is counted');
    const first = await filled();
    assert.equal(first.length, 40);
    assert.equal(Math.min(...first), 6);
    assert.deepEqual(
      told.toSorted((a, b) => a - b),
      first.toSorted((a, b) => a - b),
    );
    assert.deepEqual(setting.operations(), ['List', ...Array(4).fill('Details')]);
    await setting.pull();
    assert.equal((await filled()).length, 45);
    setting.server.requests.length = 0;
    await setting.pull();
    assert.deepEqual(setting.operations(), ['List'], 'what is full is left alone');
  });

  it('pulls as ever when that cannot be had, and tries again', async () => {
    await older(3);
    setting.server.control.addComment(2, { author: 'sam', body: 'New' });
    setting.server.control.fail({ kind: 'not-found', operation: 'Details', after: 1 });
    const { problems, failed, pullRequests } = await setting.pull();
    assert.deepEqual([problems, failed, pullRequests], [[], [], 1]);
    assert.deepEqual(await filled(), [2]);
    await setting.pull();
    assert.deepEqual((await filled()).length, 3);
  });

  it('stops with the pull', async () => {
    await older(3);
    const stop = new AbortController();
    setting.connect({
      fetch: (url, init) => {
        if (String(init?.body).includes('Details')) stop.abort();
        return fetch(url, init);
      },
    });
    await assert.rejects(setting.pull({ signal: stop.signal }), { code: 'cancelled' });
    assert.deepEqual(await filled(), []);
  });

  it('is taken with what happened to the code, and without, and not when that is broken', async () => {
    await older(1);
    await setting.pull();
    const [record] = await setting.cache.load();
    assert.ok(record?.changes);
    const { changes, ...without } = record;
    assert.ok(isRecord(record) && isRecord(without));
    const broken: object[] = [
      { commits: [{ sha: 5, committedAt: '' }] },
      { commits: 'none' },
      { forcePushes: [{ at: null, before: null, after: null }] },
      { forcePushes: [{ at: '', before: 5, after: null }] },
      { forcePushes: [{ at: '', before: null }] },
      { files: [{ path: 'a', additions: '1', deletions: 0 }] },
      { fileCount: '3' },
      { mergedAt: 0 },
      { base: undefined },
    ];
    for (const change of broken)
      assert.ok(!isRecord({ ...record, changes: { ...changes, ...change } }), JSON.stringify(change));
    assert.ok(!isRecord({ ...record, changes: null }));
    assert.equal(record.author?.login, mentee);
  });
});
