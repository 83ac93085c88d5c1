import assert from 'node:assert/strict';
import type { PullRequestRecord, ThreadRecord } from '../../../src/model/pullRequest.ts';
import { threadsInRound } from '../../../src/model/round.ts';

type Said = { by: string | null; on: string | null; at: string };

/** A thread that one person began, with a reply of another. */
const thread = ({ by, on, at }: Said, n: number): ThreadRecord => ({
  ...{ id: `T${n}`, isResolved: false, isOutdated: false, path: 'a.ts', side: 'RIGHT' },
  ...{ line: n, startLine: null, originalLine: n, originalStartLine: null },
  comments: [by, 'theo-flint'].map((login, reply) => ({
    ...{ nodeId: `C${n}.${reply}`, databaseId: `${n}${reply}`, body: 'x', url: 'https://github.com/x' },
    author: login === null ? null : { login, isBot: false },
    ...{ createdAt: at, updatedAt: at, isMinimized: false, diffHunk: null, originalCommit: on },
  })),
});

const pullRequest = (headSha: string | null, said: Said[]): PullRequestRecord => ({
  ...{
    schema: 1,
    host: 'github.com',
    repository: 'o/r',
    isPrivate: false,
    number: 1,
    nodeId: 'P',
    title: 't',
  },
  ...{ url: 'https://github.com/o/r/pull/1', author: null, state: 'OPEN', createdAt: '', updatedAt: '' },
  ...{ headSha, baseSha: null, reviews: [], conversation: [], threads: said.map(thread) },
});

const said: Said[] = [
  { by: 'Marsh-Reed', on: 'old', at: '2026-01-01T00:00:00Z' },
  { by: 'marsh-reed', on: 'new', at: '2026-01-03T00:00:00Z' },
  { by: 'marsh-reed', on: 'new', at: '2026-01-02T00:00:00Z' },
  { by: 'theo-flint', on: 'new', at: '2026-01-04T00:00:00Z' },
  { by: null, on: 'new', at: '2026-01-05T00:00:00Z' },
  { by: 'marsh-reed', on: null, at: '2026-01-02T00:00:00Z' },
];

describe('a round', () => {
  it('holds the threads that a reviewer began on the head', () => {
    assert.equal(threadsInRound(pullRequest('new', said), 'MARSH-reed'), 2);
    assert.equal(threadsInRound(pullRequest('new', said), 'theo-flint'), 1);
  });

  it('ends with a push', () => {
    assert.equal(threadsInRound(pullRequest('newer', said), 'marsh-reed'), 0);
  });

  it('is that of the newest own comment where the head is not known', () => {
    assert.equal(threadsInRound(pullRequest(null, said), 'marsh-reed'), 2);
    assert.equal(threadsInRound(pullRequest(null, []), 'marsh-reed'), 0);
    assert.equal(threadsInRound(pullRequest(null, said.slice(5)), 'marsh-reed'), 0);
  });
});
