import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import measure from '../bench/suggest.ts';

const root = path.join(import.meta.dirname, '../..');
const data = path.join(root, '../shared/data');
const examples = path.join(root, 'test/tools/tags/examples');

/** Letters and digits only: how a sentence is set makes it no other. */
const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

describe('suggested tags on labelled comments', () => {
  it('are as good and as quick as they have to be', async () => {
    const { ok, ...figures } = await measure();
    assert.ok(ok, JSON.stringify(figures));
  });

  it('come from weights that the program writes from the examples', () => {
    const { status, stderr } = spawnSync(process.execPath, ['test/tools/tags/fit.ts', '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  });

  it('are measured with comments that are no example', () => {
    const measured = new Set(
      fs
        .readFileSync(path.join(data, 'review-comments-labelled.jsonl'), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => bare((JSON.parse(line) as { text: string }).text)),
    );
    const same = fs
      .readdirSync(examples)
      .flatMap((name) => fs.readFileSync(path.join(examples, name), 'utf8').split('\n'))
      // Two words (`looks good`) are nobody's.
      .filter((line) => bare(line).split(' ').length > 2 && measured.has(bare(line)));
    assert.deepEqual(same, []);
  });
});
