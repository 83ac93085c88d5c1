import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGit } from '../../../src/git/git.ts';
import { CloneHistory } from '../../../src/git/history/index.ts';
import { Cache } from '../../../src/github/cache.ts';
import { GitHubHistory } from '../../../src/github/history/index.ts';
import { createGitHub, pull } from '../../../src/github/index.ts';
import { followThreads } from '../../../src/growth/followThrough/index.ts';
import { RecurrenceIndex, recurrenceOf } from '../../../src/growth/recurrence/index.ts';
import type { CodeHistory } from '../../../src/model/codeHistory.ts';
import { type Host, parseHost } from '../../../src/model/host.ts';
import type { PullRequestRecord } from '../../../src/model/pullRequest.ts';
import type { Feedback } from '../../../src/model/state.ts';
import { toFeedback } from '../../../src/model/toFeedback.ts';
import { plainEnvironment } from '../../support/git/repositories.ts';
import { type GitHubServer, startGitHubServer } from '../../support/github/server.ts';
import { sampleMentee as mentee, sampleRepository as repository } from '../../support/sample/index.ts';

describe('growth in the sample mentorship', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-sample-growth-'));
  let server: GitHubServer;
  let host: Host;
  let records: PullRequestRecord[];
  before(async () => {
    server = await startGitHubServer();
    host = parseHost(server.url);
    const cache = new Cache(join(folder, 'cache'));
    const github = createGitHub({ host, token: `token-for-${mentee}`, userAgent: 'cairn-test' });
    await pull({ github, host, cache, mentee, repositories: [repository] });
    records = (await cache.load()).sort((a, b) => a.number - b.number);
    mkdirSync(join(folder, 'clone'));
    server.control.clone(repository, join(folder, 'clone'), server.url);
  });
  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  /** What became of the comments with these words. */
  async function became(history: CodeHistory, ...words: string[]): Promise<string[]> {
    const found: string[] = [];
    for (const word of words) {
      const [record, thread, ...more] = records.flatMap((one) =>
        one.threads
          .filter(({ comments }) => comments[0]?.body.includes(word))
          .flatMap((thread) => [one, thread]),
      ) as [PullRequestRecord, PullRequestRecord['threads'][number]];
      assert.deepEqual(more, [], word);
      const answer = (await followThreads(history, record, [thread])).get(thread.id);
      const by = record.changes?.commits?.at(-1)?.sha;
      found.push(
        [
          answer?.status,
          ...(answer?.reason ? [answer.reason] : []),
          ...(answer?.commit ? [answer.commit === by ? 'by the last commit' : answer.commit] : []),
        ].join(' '),
      );
    }
    return found;
  }

  const words = [
    '`NaN` fires at once',
    'Why the variable?',
    'an unknown channel would stay',
    'these belong beside',
    'Love that `sleep`',
    'Telling the sender all problems',
  ];
  const expected = [
    'changed by the last commit',
    'removed by the last commit',
    'removed by the last commit',
    'moved by the last commit',
    'unchanged',
    'unknown force-pushed',
  ];
  const squashed = 'without a limit this reads the whole table';

  it('has comments of each kind of follow-through, which a clone tells', async () => {
    const git = createGit({ program: 'git', scratch: tmpdir(), env: plainEnvironment(tmpdir()) });
    const clone = new CloneHistory(git, join(folder, 'clone'));
    try {
      assert.deepEqual(await became(clone, ...words), expected);
      assert.deepEqual(await became(clone, squashed), ['unknown commit-gone']);
    } finally {
      clone.close();
    }
  });

  it('has them told by GitHub alike, and what was squashed away, too', async () => {
    const history = new GitHubHistory({ host, token: 'token', userAgent: 'cairn-test', repository });
    assert.deepEqual(await became(history, ...words), expected);
    assert.deepEqual(await became(history, squashed), ['removed by the last commit']);
  });

  it('has a theme that is learned, one that came back after that, and an open one', () => {
    const all = new Map(records.flatMap((record) => toFeedback(record, mentee)).map((one) => [one.id, one]));
    const pullRequests = new RecurrenceIndex();
    for (const record of records) pullRequests.put(record);
    /** What comments with such words would be if they were a theme. */
    const standing = (said: RegExp) => {
      const feedbackIds = [...all.values()].filter(({ body }) => said.test(body)).map(({ id }) => id);
      const theme = { id: 'theme', name: '', isNamed: false, words: [], feedbackIds };
      const feedback = (id: string): Feedback => ({ ...all.get(id)!, tag: 'start' });
      const read = recurrenceOf(theme, { feedback, pullRequests, needed: 3, now: Date.now() });
      return [read?.standing, read?.occurrences.map(({ number }) => number), read?.unknown];
    };
    assert.deepEqual(standing(/idempotency key/), ['learned', [15, 18], 0]);
    assert.deepEqual(standing(/^No test for|a test for the edge/), ['open', [15, 18, 21, 34], 0]);
    assert.deepEqual(standing(/do not guess/), ['recurred', [12, 15, 41], 0]);
    assert.deepEqual(standing(/stop logging (the )?whole deliver/i), ['open', [29, 35], 0]);
  });
});
