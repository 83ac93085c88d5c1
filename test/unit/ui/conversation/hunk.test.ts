import assert from 'node:assert/strict';
import type {
  LineCommentRecord,
  PullRequestRecord,
  ThreadRecord,
} from '../../../../src/model/pullRequest.ts';
import { anchorOfComment, hunkText } from '../../../../src/ui/conversation/hunk.ts';

const hunk = '@@ -1,5 +1,6 @@\r\n one\r\n-two\r\n+zwei\r\n+drei\r\n four\r\n+five';
const record = { repository: 'ada/beacon' } as PullRequestRecord;
const comment = { diffHunk: hunk, originalCommit: 'c'.repeat(40) } as LineCommentRecord;
const thread = (more: Partial<ThreadRecord>) =>
  ({
    path: 'a.ts',
    line: null,
    startLine: null,
    originalLine: 5,
    originalStartLine: null,
    side: 'RIGHT',
    ...more,
  }) as ThreadRecord;

describe('the place of a comment as an anchor', () => {
  it('is its line, with the code of its side above it', () => {
    assert.deepEqual(anchorOfComment({ record, thread: thread({}) }, comment), {
      path: 'a.ts',
      repository: 'ada/beacon',
      side: 'RIGHT',
      commit: 'c'.repeat(40),
      startLine: 5,
      endLine: 5,
      code: 'five',
      before: 'zwei\ndrei\nfour',
      after: '',
    });
  });

  it('has all the lines of a range, and no more than the hunk has', () => {
    const range = anchorOfComment({ record, thread: thread({ originalStartLine: 3 }) }, comment);
    assert.equal(range.code, 'drei\nfour\nfive');
    assert.equal(range.startLine, 3);
    const long = anchorOfComment(
      { record, thread: thread({ originalStartLine: 1, originalLine: 90 }) },
      comment,
    );
    assert.equal(long.code, 'one\nzwei\ndrei\nfour\nfive');
    assert.equal(long.before, '');
  });

  it('on the left is of the old code', () => {
    const left = anchorOfComment(
      { record, thread: thread({ side: 'LEFT', originalLine: 2 }) },
      { ...comment, diffHunk: '@@ -1,5 +1,6 @@\n one\n+zwei\n-two\n\\ No newline at end of file' },
    );
    assert.equal(left.code, 'two');
    assert.equal(left.before, 'one');
  });

  it('of one about the whole file, or without a hunk, has no code', () => {
    assert.equal(anchorOfComment({ record, thread: thread({ originalLine: null }) }, comment).code, '');
    assert.equal(anchorOfComment({ record, thread: thread({}) }, { ...comment, diffHunk: null }).code, '');
    const strange = anchorOfComment(
      { record, thread: thread({ originalLine: -3, path: 'p'.repeat(9000) }) },
      comment,
    );
    assert.deepEqual([strange.startLine, strange.endLine, strange.path.length], [1, 1, 4000]);
  });

  it('is cut to what the journal takes, in whole characters', () => {
    const wide = `@@ -1 +1 @@\n+${'😀'.repeat(5000)}`;
    const { code } = anchorOfComment(
      { record, thread: thread({ originalLine: 1 }) },
      { ...comment, diffHunk: wide },
    );
    assert.ok(code.length <= 8000 && code.isWellFormed());
  });
});

describe('the hunk that is shown', () => {
  it('ends with the commented line and begins a few above', () => {
    const lines = Array.from({ length: 40 }, (_, n) => `+${n}`);
    const shown = hunkText(['@@ -0,0 +1,40 @@', ...lines].join('\n')).split('\n');
    assert.deepEqual([shown.length, shown[0], shown.at(-1)], [12, '+28', '+39']);
    assert.equal(hunkText('@@ -1 +1 @@'), '');
  });
});
