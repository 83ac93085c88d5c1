import assert from 'node:assert/strict';
import type {
  LineCommentRecord,
  PullRequestRecord,
  ReviewRecord,
  ThreadRecord,
} from '../../../src/model/pullRequest.ts';
import { feedbackId, toFeedback } from '../../../src/model/toFeedback.ts';

const mentee = { login: 'Robin', isBot: false };
const mentor = { login: 'sam', isBot: false };

function comment(databaseId: string, more: Partial<LineCommentRecord> = {}): LineCommentRecord {
  return {
    nodeId: `N${databaseId}`,
    databaseId,
    author: mentor,
    body: 'Please name this.',
    url: `https://github.com/a/b/pull/1#c${databaseId}`,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-02T00:00:00Z',
    isMinimized: false,
    diffHunk: '@@ -1 +1 @@\n+x',
    originalCommit: 'abc',
    ...more,
  };
}

function thread(comments: LineCommentRecord[], more: Partial<ThreadRecord> = {}): ThreadRecord {
  return {
    id: 'T1',
    isResolved: false,
    isOutdated: false,
    path: 'src/a.ts',
    line: 7,
    startLine: null,
    originalLine: 5,
    originalStartLine: null,
    side: 'RIGHT',
    comments,
    ...more,
  };
}

function review(databaseId: string, body: string, more: Partial<ReviewRecord> = {}): ReviewRecord {
  const { diffHunk: _, originalCommit: __, ...common } = comment(databaseId, { body });
  return { ...common, verdict: 'COMMENTED', ...more };
}

function record(more: Partial<PullRequestRecord> = {}): PullRequestRecord {
  return {
    schema: 1,
    host: 'github.com',
    repository: 'a/b',
    isPrivate: false,
    number: 1,
    nodeId: 'P1',
    title: 'Add a lamp',
    url: 'https://github.com/a/b/pull/1',
    author: mentee,
    state: 'OPEN',
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-02T00:00:00Z',
    headSha: null,
    baseSha: null,
    threads: [],
    reviews: [],
    conversation: [],
    ...more,
  };
}

describe('toFeedback', () => {
  it('says who said what, where, in which thread', () => {
    const [first, reply] = toFeedback(
      record({ threads: [thread([comment('1'), comment('2', { author: mentee }), comment('3')])] }),
      'robin',
    );
    assert.deepEqual(first, {
      id: 'github.com/line/1',
      kind: 'line',
      url: 'https://github.com/a/b/pull/1#c1',
      author: 'sam',
      isBot: false,
      body: 'Please name this.',
      path: 'src/a.ts',
      line: 7,
      startLine: null,
      side: 'RIGHT',
      originalLine: 5,
      diffHunk: '@@ -1 +1 @@\n+x',
      threadId: 'T1',
      inReplyTo: null,
      isResolved: false,
      isOutdated: false,
      isMinimized: false,
      createdAt: '2026-01-01T00:00:00Z',
      updatedAt: '2026-01-02T00:00:00Z',
      pullRequest: {
        repository: 'a/b',
        number: 1,
        title: 'Add a lamp',
        url: 'https://github.com/a/b/pull/1',
      },
      suggestedTag: null,
      isSetAsideSuggested: false,
      tag: null,
      goalIds: [],
      taggedBy: null,
      tagClaimedBy: null,
      createdBy: null,
      claimedBy: null,
      isPrivate: false,
      isSetAside: false,
      rating: null,
    });
    assert.equal(reply?.id, 'github.com/line/3');
    assert.equal(reply?.inReplyTo, 'github.com/line/1');
  });

  it('leaves out what the mentee says, in any case of the login, and keeps who began the thread', () => {
    const own = comment('1', { author: { login: 'ROBIN', isBot: false } });
    const feedback = toFeedback(record({ threads: [thread([own, comment('2')])] }), 'robin');
    assert.deepEqual(
      feedback.map(({ id, inReplyTo }) => [id, inReplyTo]),
      [['github.com/line/2', 'github.com/line/1']],
    );
  });

  it('counts a deleted user as another, by the name of ghost', () => {
    const feedback = toFeedback(record({ conversation: [comment('1', { author: null })] }), 'robin');
    assert.deepEqual(
      feedback.map(({ author, isBot, kind, path }) => ({ author, isBot, kind, path })),
      [{ author: 'ghost', isBot: false, kind: 'conversation', path: null }],
    );
  });

  it('takes reviews that say something and were sent', () => {
    const reviews = [
      review('1', ''),
      review('2', ' \r\n\t'),
      review('3', 'Good.'),
      review('4', 'Not yet sent', { verdict: 'PENDING' }),
    ];
    const ids = toFeedback(record({ reviews }), 'robin').map(({ id }) => id);
    assert.deepEqual(ids, ['github.com/review/3']);
  });

  it('shows where outdated lines were, and no line of a comment about the whole file', () => {
    const outdated = thread([comment('1')], {
      isOutdated: true,
      line: null,
      originalLine: 9,
      originalStartLine: 8,
    });
    const whole = thread([comment('2')], { id: 'T2', line: null, originalLine: null, side: null });
    const places = toFeedback(record({ threads: [outdated, whole] }), 'robin').map(
      ({ line, startLine, originalLine, isOutdated }) => [line, startLine, originalLine, isOutdated],
    );
    assert.deepEqual(places, [
      [null, 8, 9, true],
      [null, null, null, false],
    ]);
  });

  it('tells bots, hidden comments and resolved threads', () => {
    const bot = comment('1', { author: { login: 'lint[bot]', isBot: true }, isMinimized: true });
    const [feedback] = toFeedback(record({ threads: [thread([bot], { isResolved: true })] }), 'robin');
    assert.deepEqual(
      [feedback?.isBot, feedback?.isMinimized, feedback?.isResolved, feedback?.author],
      [true, true, true, 'lint[bot]'],
    );
  });

  it('finds nothing for the mentee on somebody else’s pull request', () => {
    const other = record({ author: mentor, conversation: [comment('1', { author: null })] });
    assert.deepEqual(toFeedback(other, 'robin'), []);
  });

  it('makes ids that hold the host, the kind and the number', () => {
    assert.equal(feedbackId('127.0.0.1:4711', 'review', '99'), '127.0.0.1:4711/review/99');
  });
});
