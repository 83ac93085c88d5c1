import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGit } from '../../../../src/git/git.ts';
import { CloneHistory } from '../../../../src/git/history/index.ts';
import { GitHubHistory } from '../../../../src/github/history/index.ts';
import type { CodeHistory, FileChange, Unknown } from '../../../../src/model/codeHistory.ts';
import { parseHost } from '../../../../src/model/host.ts';
import { plainEnvironment } from '../../../support/git/repositories.ts';
import { reachable } from '../../../support/github/code/clone.ts';
import { type GitHubServer, startGitHubServer } from '../../../support/github/server.ts';
import { sampleRepository, sampleSet } from '../../../support/sample/index.ts';

const now = Date.parse('2026-06-15T10:00:00Z');

describe('GitHub and a clone of the sample', () => {
  const { lines, code } = sampleSet({ now });
  const stored = code[sampleRepository]!;
  const commits = reachable(stored).toReversed();
  const ids = commits.map(({ sha }) => sha);
  const folder = mkdtempSync(join(tmpdir(), 'cairn-like-a-clone-'));
  let server: GitHubServer;
  let github: GitHubHistory;
  let clone: CloneHistory;
  before(async () => {
    server = await startGitHubServer({ lines, code });
    assert.ok(server.control.clone(sampleRepository, folder, server.url));
    const host = parseHost(server.url);
    github = new GitHubHistory({
      host,
      token: 'token',
      userAgent: 'cairn-test',
      repository: sampleRepository,
    });
    const git = createGit({ program: 'git', scratch: tmpdir(), env: plainEnvironment(tmpdir()) });
    clone = new CloneHistory(git, folder);
  });
  after(async () => {
    clone.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  /** The same question to both. */
  async function same<T>(ask: (history: CodeHistory) => Promise<T>, what: string): Promise<T> {
    const [byGitHub, byClone] = await Promise.all([ask(github), ask(clone)]);
    assert.deepEqual(byGitHub, byClone, what);
    return byGitHub;
  }

  it('tell the same commits', async () => {
    const told = await same((history) => history.commits([...ids, 'f'.repeat(40)]), 'commits');
    assert.ok(told.length > 25);
  });

  it('tell the same files and texts', async () => {
    const paths = [...new Set(commits.flatMap(({ files }) => Object.keys(files)))];
    const places = ids
      .filter((_, i) => i % 3 === 0)
      .flatMap((commit) => paths.map((path) => ({ commit, path })));
    const files = await same((history) => history.files(places), 'files');
    const contents = [...new Set(files.filter((one) => typeof one === 'string'))];
    assert.ok(contents.length > 15);
    await same((history) => history.texts(contents), 'texts');
  });

  it('tell the same ways, merge bases and differences', async () => {
    const seen = new Set<string>();
    for (let i = 0; i < ids.length; i += 3) {
      for (const j of [i, i + 1, i + 4, i - 3]) {
        const [from, to] = [ids[i]!, ids[j]];
        if (to === undefined) continue;
        const way = await same((history) => history.way(from, to), `way ${from} ${to}`);
        seen.add('kind' in way ? way.kind : way.unknown);
        await same((history) => history.mergeBase(from, to), `base of ${from} ${to}`);
        await same(async (history) => namesOf(await history.changes(from, to)), `changes ${from} ${to}`);
      }
    }
    assert.deepEqual([...seen].sort(), ['apart', 'line']);
  });

  it('tell the same of what came later on the main branch', async () => {
    const merged = lines.flatMap(({ pull }) =>
      pull.merge_commit_sha ? [String(pull.merge_commit_sha)] : [],
    );
    const paths = [...new Set(lines.flatMap(({ files }) => (files ?? []).map(({ path }) => path)))];
    const until = new Date(now).toISOString();
    let found = 0;
    // What is the same at the end may have come and gone: those from the beginning on are not.
    for (const after of [ids[0]!, ...merged.filter((_, i) => i % 3 === 0)]) {
      for (const path of paths) {
        const question = { branch: 'main', after, path, until, most: 50 };
        const later = await same((history) => history.later(question), `${after} ${path}`);
        found += Array.isArray(later) ? later.length : 0;
      }
    }
    assert.ok(found > 5);
  });
});

/** Without what GitHub leaves out, in an order of their own. */
function namesOf(changes: FileChange[] | Unknown): unknown {
  if ('unknown' in changes) return changes;
  return changes.map(({ before, after }) => JSON.stringify([before?.path ?? null, after ?? null])).sort();
}
