import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitSync } from '../../support/git/repositories.ts';
import { cloneInto } from '../../support/github/code/clone.ts';
import { commitObject } from '../../support/github/code/objects.ts';
import { sampleFiles, sampleRepository, sampleSet } from '../../support/sample/index.ts';

const now = Date.parse('2026-06-15T10:00:00Z');

describe('the history of the sample mentorship', () => {
  const { lines, code } = sampleSet({ now });
  const history = code[sampleRepository];
  assert.ok(history);
  const ids = new Set(history.commits.map(({ sha }) => sha));
  const folder = mkdtempSync(join(tmpdir(), 'cairn-sample-clone-'));
  const git = (...args: string[]) => gitSync(args, { cwd: folder }).trim();
  const line = (number: number) => lines.find((one) => one.number === number) ?? assert.fail(`no #${number}`);
  const has = (sha: unknown) => gitSync(['cat-file', '--batch-check'], { cwd: folder, input: `${sha}\n` });
  before(() => cloneInto(folder, history, 'http://localhost/harbour-lights/beacon.git'));
  after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  it('is a repository in which git finds nothing wrong, with the files of the workspace on its main branch', () => {
    assert.doesNotThrow(() => git('fsck', '--strict'));
    assert.equal(git('status', '--short'), '');
    for (const [path, text] of Object.entries(sampleFiles()))
      assert.equal(gitSync(['show', `HEAD:${path}`], { cwd: folder }), text);
    assert.equal(git('remote', 'get-url', 'origin'), 'http://localhost/harbour-lights/beacon.git');
  });

  it('is the same for the same clock', () => {
    assert.deepEqual(sampleSet({ now }).code, code);
    assert.deepEqual(sampleSet({ now }).lines, lines);
    for (const commit of history.commits) assert.equal(commitObject(commit).id, commit.sha);
  });

  it('has what each pull request and comment names, and tells what each pull request changes', () => {
    for (const { number, pull, commits, files, review_comments, force_pushes } of lines) {
      for (const sha of [pull.base.sha, pull.head.sha, ...commits.map((commit) => commit.sha)])
        assert.ok(ids.has(sha), `#${number} ${sha}`);
      assert.equal(commits.at(-1)?.sha, pull.head.sha);
      assert.equal(
        pull.merged ? ids.has(String(pull.merge_commit_sha)) : pull.merge_commit_sha,
        pull.merged || null,
      );
      for (const comment of review_comments) {
        const isGone = force_pushes.some(({ before }) => before === comment.original_commit_id);
        assert.equal(ids.has(comment.original_commit_id), !isGone, comment.html_url);
      }
      if (has(pull.head.sha).includes('missing')) continue;
      assert.equal(git('merge-base', pull.base.sha, pull.head.sha), pull.base.sha);
      const told = (files ?? []).flatMap(({ path, previousPath }) => [
        path,
        ...(previousPath ? [previousPath] : []),
      ]);
      const changed = git('diff', '--no-renames', '--name-only', pull.base.sha, pull.head.sha);
      assert.deepEqual(changed.split('\n').filter(Boolean), told.toSorted(), `#${number}`);
      for (const { path, after } of files ?? [])
        if (after !== null)
          assert.equal(gitSync(['show', `${pull.head.sha}:${path}`], { cwd: folder }), after);
    }
  });

  it('has comments that were answered in a commit, by a change, by taking code out and by moving it', () => {
    const diff = (number: number) => {
      const [first, last] = line(number).commits;
      return git('diff', '--unified=0', first?.sha ?? '', last?.sha ?? '');
    };
    assert.match(diff(12), /^-\s+return Number\(env\[name\] \?\? fallback\);\n\+.*const value/m);
    assert.match(diff(29), /^-\s+if \(!channel\) return;$/m);
    assert.match(
      diff(18),
      /retry\.ts[\s\S]*^-const transientCodes[\s\S]*errors\.ts[\s\S]*^\+const transientCodes/m,
    );
    for (const number of [12, 15, 18, 21, 29]) {
      const [first, last] = line(number).commits;
      const said = line(number).review_comments.filter((one) => one.original_commit_id === first?.sha);
      assert.ok(said.length > 0);
      for (const one of said) assert.ok(one.created_at < String(last?.committed_at), one.html_url);
      assert.ok(String(last?.committed_at) < String(line(number).pull.merged_at));
    }
  });

  it('has comments that end with the code that they were about', () => {
    const last = (number: number, words: string) =>
      line(number)
        .review_comments.find(({ body }) => body.includes(words))
        ?.diff_hunk.split('\n')
        .at(-1);
    assert.equal(last(15, 'Why the variable?'), '+      return result;');
    assert.equal(last(18, 'these belong beside')?.slice(0, 23), '+const transientCodes =');
    assert.equal(last(24, 'without a limit')?.includes('select * from outbox'), true);
    assert.equal(last(29, 'an unknown channel'), '+    if (!channel) return;');
    assert.equal(last(35, 'stop logging whole'), '+    console.log("sent", delivery);');
  });

  it('has a commit that was pushed over, and squashed ones that a clone does not have', () => {
    const [push] = line(31).force_pushes;
    assert.ok(push?.before);
    assert.deepEqual([ids.has(push.before), push.commit_id], [false, line(31).pull.head.sha]);
    for (const number of [24, 35]) {
      assert.match(has(line(number).pull.head.sha), /missing/);
      assert.match(has(line(number).pull.merge_commit_sha), /commit/);
    }
    assert.match(has(line(21).pull.head.sha), /commit/);
  });

  it('takes only code whose main branch is known', () => {
    const empty = mkdtempSync(join(tmpdir(), 'cairn-sample-clone-'));
    assert.throws(() => cloneInto(empty, { commits: [], branches: {} }, 'x'), /main branch/);
    assert.throws(() => cloneInto(empty, { commits: [], branches: { main: 'a' } }, 'x'), /no commit a/);
    rmSync(empty, { recursive: true, force: true });
  });
});
