import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Cache } from '../../src/github/cache.ts';
import { createGitHub, pull } from '../../src/github/index.ts';
import { parseHost } from '../../src/model/host.ts';
import type { Feedback } from '../../src/model/state.ts';
import { toFeedback } from '../../src/model/toFeedback.ts';
import { type GitHubServer, startGitHubServer } from '../support/github/server.ts';

/*
 * Real pull requests, read twice: from the files as they are, and through the server, the pull, the cache and
 * the model. What the files say is worked out here on its own, from nothing but GitHub's REST fields.
 */

type Said = {
  id: number;
  user: { login: string } | null;
  body: string;
  in_reply_to_id?: number;
  path?: string;
  line?: number | null;
  start_line?: number | null;
  original_start_line?: number | null;
  original_line?: number | null;
  side?: string;
  diff_hunk?: string;
  state?: string;
  created_at?: string;
  submitted_at?: string;
};
type Line = {
  number: number;
  pull: { user: { login: string } | null; title: string; base: { repo: { full_name: string } } };
  reviews: Said[];
  review_comments: Said[];
  issue_comments: Said[];
};

/** What is compared of a piece of feedback. */
type Expected = Pick<Feedback, 'author' | 'body' | 'path' | 'line' | 'startLine' | 'originalLine' | 'side'> &
  Pick<Feedback, 'diffHunk' | 'createdAt' | 'inReplyTo'> & {
    repository: string;
    number: number;
    title: string;
  };

const folder = join(import.meta.dirname, '../../../shared/data/github');
const sets = [
  { name: 'gui', mentees: Number.POSITIVE_INFINITY },
  { name: 'secp256k1', mentees: 10 },
];

for (const { name, mentees } of sets) {
  describe(`the ${name} set`, function () {
    this.timeout(300_000);
    const file = join(folder, `${name}.ndjson.gz`);
    let lines: Line[];
    let server: GitHubServer;
    let temporary: string;

    before(async () => {
      const text = gunzipSync(await readFile(file)).toString('utf8');
      lines = text.split('\n').flatMap((line) => (line.trim() ? [JSON.parse(line) as Line] : []));
      server = await startGitHubServer({ data: file });
      temporary = await mkdtemp(join(tmpdir(), 'cairn-data-'));
    });
    after(async () => {
      await server.close();
      await rm(temporary, { recursive: true, force: true });
    });

    it('gives each author, as the mentee, every comment of others exactly once, in its place', async () => {
      const host = parseHost(server.url);
      const authors = authorsOf(lines).slice(0, mentees);
      let compared = 0;
      for (const mentee of authors) {
        const cache = new Cache(join(temporary, mentee));
        const github = createGitHub({ host, token: 'token', userAgent: 'cairn-test' });
        const repository = lines[0]?.pull.base.repo.full_name ?? '';
        const result = await pull({ github, host, cache, mentee, repositories: [repository] });
        assert.deepEqual(result.problems, []);
        const records = await cache.load();
        const feedback = records.flatMap((record) => toFeedback(record, mentee));
        const ids = feedback.map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length, `${mentee}: something arrived twice`);
        const expected = expectedOf(lines, mentee, host.name);
        assert.deepEqual(ids.toSorted(), [...expected.keys()].toSorted(), mentee);
        for (const piece of feedback) assert.deepEqual(seen(piece), expected.get(piece.id), piece.id);
        checkThreads(feedback, lines, host.name);
        assert.deepEqual(repliesIn(records, mentee), repliesOf(lines, mentee), `${mentee}: own replies`);
        compared += feedback.length;
      }
      assert.ok(authors.length >= 10 && compared > 500, `${authors.length} mentees, ${compared} pieces`);
      console.log(`      ${authors.length} mentees, ${compared} pieces of feedback`);
    });
  });
}

function authorsOf(lines: readonly Line[]): string[] {
  const counts = new Map<string, number>();
  for (const {
    pull: { user },
  } of lines)
    if (user) counts.set(user.login, (counts.get(user.login) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([login]) => login);
}

function expectedOf(lines: readonly Line[], mentee: string, host: string): Map<string, Expected> {
  const expected = new Map<string, Expected>();
  for (const line of lines) {
    if (line.pull.user?.login !== mentee) continue;
    const add = (kind: string, said: Said, place: Partial<Expected>) => {
      if (said.user?.login === mentee) return;
      expected.set(`${host}/${kind}/${said.id}`, {
        author: said.user?.login ?? 'ghost',
        body: said.body,
        path: null,
        line: null,
        startLine: null,
        originalLine: null,
        side: null,
        diffHunk: null,
        inReplyTo: null,
        createdAt: said.created_at ?? said.submitted_at ?? '',
        repository: line.pull.base.repo.full_name,
        number: line.number,
        title: line.pull.title,
        ...place,
      });
    };
    for (const said of line.review_comments) add('line', said, placeOf(said, line, host));
    for (const said of line.reviews)
      if (/\S/.test(said.body) && said.state !== 'PENDING') add('review', said, {});
    for (const said of line.issue_comments) add('conversation', said, {});
  }
  return expected;
}

function placeOf(said: Said, line: Line, host: string): Partial<Expected> {
  const root = rootOf(said, line);
  return {
    path: said.path ?? null,
    line: said.line ?? null,
    startLine: said.start_line ?? said.original_start_line ?? null,
    originalLine: said.original_line ?? null,
    side: said.side === 'LEFT' ? 'LEFT' : 'RIGHT',
    diffHunk: said.diff_hunk ?? null,
    inReplyTo: root === said.id ? null : `${host}/line/${root}`,
  };
}

/** The thread's first comment; one whose first comment was deleted begins with the oldest that is left. */
function rootOf(said: Said, line: Line): number {
  const asked = said.in_reply_to_id ?? said.id;
  if (line.review_comments.some(({ id }) => id === asked)) return asked;
  const left = line.review_comments.filter((other) => other.in_reply_to_id === asked);
  return Math.min(...left.map(({ id }) => id));
}

function seen(piece: Feedback): Expected {
  return {
    author: piece.author,
    body: piece.body,
    path: piece.path,
    line: piece.line,
    startLine: piece.startLine,
    originalLine: piece.originalLine,
    side: piece.side,
    diffHunk: piece.diffHunk,
    inReplyTo: piece.inReplyTo,
    createdAt: piece.createdAt,
    repository: piece.pullRequest?.repository ?? '',
    number: piece.pullRequest?.number ?? 0,
    title: piece.pullRequest?.title ?? '',
  };
}

/** Comments share a thread exactly when the files say that they reply to the same one. */
function checkThreads(feedback: readonly Feedback[], lines: readonly Line[], host: string): void {
  const byId = new Map(
    lines.flatMap((line) =>
      line.review_comments.map((said) => [`${host}/line/${said.id}`, rootOf(said, line)]),
    ),
  );
  const roots = new Map<string, number>();
  const threads = new Map<number, string>();
  for (const { kind, id, threadId } of feedback) {
    if (kind !== 'line') continue;
    const root = byId.get(id) ?? 0;
    assert.ok(threadId, `${id} has no thread`);
    assert.equal(roots.get(threadId) ?? root, root, `${id} is in the thread of another`);
    assert.equal(threads.get(root) ?? threadId, threadId, `${id} has a thread of its own`);
    roots.set(threadId, root);
    threads.set(root, threadId);
  }
}

function repliesIn(records: Awaited<ReturnType<Cache['load']>>, mentee: string): string[] {
  const comments = records.flatMap((record) => record.threads.flatMap((thread) => thread.comments));
  return comments
    .flatMap(({ author, databaseId }) => (author?.login === mentee ? [databaseId] : []))
    .toSorted();
}

function repliesOf(lines: readonly Line[], mentee: string): string[] {
  return lines
    .filter((line) => line.pull.user?.login === mentee)
    .flatMap((line) =>
      line.review_comments.filter((said) => said.user?.login === mentee).map(({ id }) => String(id)),
    )
    .toSorted();
}
