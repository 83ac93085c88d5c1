import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadLines } from '../../support/github/load.ts';
import { startGitHubServer } from '../../support/github/server.ts';
import type { PullLine } from '../../support/github/types.ts';
import { World } from '../../support/github/world.ts';
import { comment, on, onOld, pullRequest } from '../../support/sample/index.ts';
import { ask, inRepository } from './client.ts';

const config = 'src/config.ts';

/** A tiny set in the shape of the large ones, which know nothing of a thread's state. */
function tinySet(): PullLine[] {
  const line = pullRequest(7, 'Tiny')
    .by('ada-wren')
    .daysAgo(9)
    .round(
      'theo-flint',
      'COMMENTED',
      'Three things.',
      comment(on(config, 'databaseUrl: string;'), 'One').answered('ada-wren', 'Yes').answered(null, 'No'),
      comment(onOld(config, 'function required(', '  gone();'), 'Two'),
      comment(on(config, 'tideServiceUrl: string;'), 'Three'),
    )
    .build({ now: Date.now() });
  delete line.threads;
  delete line.minimized;
  return [line];
}

describe('NDJSON sets of the local GitHub server', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cairn-sets-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('are read plain and gzipped', async () => {
    const text = `${tinySet()
      .map((line) => JSON.stringify(line))
      .join('\n')}\n`;
    const plain = join(folder, 'tiny.ndjson');
    await writeFile(plain, text);
    await writeFile(`${plain}.gz`, gzipSync(text));
    const lines = await loadLines(plain);
    assert.equal(lines.length, 1);
    assert.deepEqual(await loadLines(`${plain}.gz`), lines);
  });

  it('name the line that is no JSON, and a missing file leaves nothing listening', async () => {
    const broken = join(folder, 'broken.ndjson');
    await writeFile(broken, '{}\n{"number": 7, "pu');
    await assert.rejects(loadLines(broken), /broken\.ndjson:2: not JSON/);
    await assert.rejects(startGitHubServer({ data: join(folder, 'missing.ndjson') }), { code: 'ENOENT' });
  });

  it('become threads by what replies to what', () => {
    const { threads } = new World(tinySet()).pull(7);
    assert.deepEqual(
      threads.map((thread) => thread.comments.map((one) => one.body)),
      [['One', 'Yes', 'No'], ['Two'], ['Three']],
    );
  });

  it('keep a thread together when a reply is listed before what it replies to', () => {
    const [line] = tinySet();
    line?.review_comments.reverse();
    const { threads } = new World(line ? [line] : []).pull(7);
    assert.deepEqual(
      threads.find((thread) => thread.comments.length === 3)?.comments.map((one) => one.body),
      ['One', 'Yes', 'No'],
    );
  });

  it('have made-up resolution, the same on every start', () => {
    const resolved = () => new World(tinySet()).pull(7).threads.map((thread) => thread.isResolved);
    assert.deepEqual(resolved(), resolved());
  });

  it('show outdated places without a line, and what was said there in the hunk', async () => {
    const server = await startGitHubServer({ lines: tinySet() });
    try {
      const fields = `pullRequest(number: 7) { reviewThreads(first: 5) { nodes {
        isOutdated line originalLine subjectType path comments(first: 1) { nodes { diffHunk line } } } } }`;
      const { data, errors } = await ask(server, inRepository(fields));
      assert.deepEqual(errors, []);
      const [now, old] = data.repository.pullRequest.reviewThreads.nodes;
      assert.deepEqual([now.isOutdated, now.line, now.originalLine], [false, 2, 2]);
      assert.deepEqual(
        [old.isOutdated, old.line, old.originalLine, old.subjectType],
        [true, null, 20, 'LINE'],
      );
      assert.match(old.comments.nodes[0].diffHunk, /\n\+ {2}gone\(\);$/);
    } finally {
      await server.close();
    }
  });
});
