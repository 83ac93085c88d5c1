import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cache } from '../../../src/github/cache.ts';
import { newMarks } from '../../../src/github/marks.ts';
import { folderOf } from '../../../src/github/places.ts';
import { CairnError } from '../../../src/model/errors.ts';
import type { PullRequestRecord } from '../../../src/model/pullRequest.ts';

function record(number: number, more: Partial<PullRequestRecord> = {}): PullRequestRecord {
  return {
    schema: 1,
    host: '127.0.0.1:4711',
    repository: 'Harbour/Beacon',
    isPrivate: true,
    number,
    nodeId: `P${number}`,
    title: 'A change',
    url: '',
    author: null,
    state: 'OPEN',
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    headSha: null,
    baseSha: null,
    threads: [],
    reviews: [],
    conversation: [],
    ...more,
  };
}

describe('Cache', () => {
  let folder: string;
  let log: string[];
  let cache: Cache;
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'cairn-cache-')), 'github');
    log = [];
    cache = new Cache(folder, (message) => log.push(message));
  });
  afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

  it('is empty before anything was pulled', async () => {
    assert.deepEqual(await cache.load(), []);
    assert.deepEqual(await cache.numbers('github.com', 'a/b'), new Set());
    assert.equal(await cache.readMarks('github.com', 'a/b', 'robin'), null);
    await cache.delete();
  });

  it('keeps a file a pull request, readable by people, and leaves no other files', async () => {
    await cache.save([record(7), record(8)]);
    await cache.save([record(7, { title: 'Better' })]);
    const place = join(folder, '127.0.0.1_4711/harbour/beacon');
    assert.deepEqual((await readdir(place)).toSorted(), ['7.json', '8.json']);
    assert.match(await readFile(join(place, '7.json'), 'utf8'), /^\{\n "schema": 1,\n/);
    const loaded = (await cache.load()).toSorted((a, b) => a.number - b.number);
    assert.deepEqual(loaded, [record(7, { title: 'Better' }), record(8)]);
    assert.deepEqual(await cache.numbers('127.0.0.1:4711', 'harbour/BEACON'), new Set([7, 8]));
  });

  it('keeps marks for each mentee, and does not take them for pull requests', async () => {
    const marks = { ...newMarks('a/b', 'Robin'), since: '2026-01-01T00:00:00Z' };
    await cache.writeMarks('github.com', marks);
    assert.deepEqual(await cache.readMarks('github.com', 'a/b', 'robin'), marks);
    assert.equal(await cache.readMarks('github.com', 'a/b', 'sam'), null);
    assert.deepEqual(await cache.load(), []);
  });

  it('removes what cannot be read, says so, and reads the rest', async () => {
    await cache.save([record(1)]);
    const place = join(folder, '127.0.0.1_4711/harbour/beacon');
    const broken = [
      '',
      '{',
      'null',
      '[]',
      '"x"',
      '{"schema":2}',
      '\u0000\u0000',
      JSON.stringify(record(2)).slice(0, -9),
    ];
    const wrong = [
      { ...record(3), threads: [{ comments: 1 }] },
      { ...record(3), conversation: [{ body: 5 }] },
      { ...record(3), author: { login: 5 } },
      { ...record(3), title: null },
    ];
    const contents = [...broken, ...wrong.map((value) => JSON.stringify(value))];
    await Promise.all(contents.map((text, i) => writeFile(join(place, `${100 + i}.json`), text)));
    await writeFile(join(place, 'marks-robin.json'), '{"schema":1,"since":"yesterday"');
    await writeFile(join(place, 'note.txt'), 'Somebody’s own file');
    assert.deepEqual(
      (await cache.load()).map(({ number }) => number),
      [1],
    );
    assert.equal(await cache.readMarks('127.0.0.1:4711', 'harbour/beacon', 'robin'), null);
    assert.equal(log.length, contents.length + 1);
    assert.deepEqual((await readdir(place)).toSorted(), ['1.json', 'note.txt']);
  });

  it('takes no marks that would lead a pull astray', async () => {
    await cache.save([record(1)]);
    const file = join(folder, '127.0.0.1_4711/harbour/beacon/marks-robin.json');
    const good = newMarks('harbour/beacon', 'robin');
    const wrong = [
      { pageSize: 0 },
      { pageSize: 1e9 },
      { since: 'x' },
      { pulls: { a: 1 } },
      { pulls: null },
      { schema: 2 },
    ];
    for (const change of wrong) {
      await writeFile(file, JSON.stringify({ ...good, ...change }));
      assert.equal(
        await cache.readMarks('127.0.0.1:4711', 'harbour/beacon', 'robin'),
        null,
        JSON.stringify(change),
      );
    }
    await writeFile(file, JSON.stringify(good));
    assert.deepEqual(await cache.readMarks('127.0.0.1:4711', 'harbour/beacon', 'robin'), good);
  });

  it('never leaves its folder', async () => {
    const names = [
      '../x',
      'a/..',
      'a/.',
      '..',
      'a',
      'a/b/c',
      '/a/b',
      'a\\b/c',
      'a/b\u0000',
      '.a/b',
      'a/',
      '',
    ];
    for (const name of names) {
      const isRefused = (error: unknown) => error instanceof CairnError && error.code === 'invalid-argument';
      await assert.rejects(cache.save([record(1, { repository: name })]), isRefused, name);
      await assert.rejects(cache.forget('github.com', name), isRefused, name);
    }
    for (const host of ['../..', '..', '', '/etc', 'a/../../b', 'C:\\x', '[::1]:80']) {
      const place = folderOf('/cache', host, 'a/b');
      assert.match(place, /^\/cache\/[^/]+\/a\/b$/, host);
      assert.ok(!place.split('/').includes('..'), place);
    }
    assert.equal(folderOf('/cache', 'github.com', 'a/NUL.js'), '/cache/github.com/a/_nul.js');
    await assert.rejects(cache.readMarks('github.com', 'a/b', '../../robin'));
  });

  it('forgets a repository, or everything', async () => {
    await cache.save([record(1), record(1, { repository: 'harbour/pier' })]);
    await cache.forget('127.0.0.1:4711', 'harbour/beacon');
    assert.deepEqual(
      (await cache.load()).map(({ repository }) => repository),
      ['harbour/pier'],
    );
    await cache.delete();
    assert.deepEqual(await cache.load(), []);
  });

  it('loads neither octokit nor schemas', () => {
    const file = join(import.meta.dirname, '../../../src/github/cache.ts');
    const esbuild = join(import.meta.dirname, '../../../node_modules/.bin/esbuild');
    const bundle = execFileSync(esbuild, [file, '--bundle', '--minify', '--platform=node', '--format=esm']);
    assert.ok(bundle.length < 10_000, `${bundle.length} bytes`);
  });
});
