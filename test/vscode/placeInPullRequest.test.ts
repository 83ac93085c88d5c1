import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { PullRequestRecord, ThreadRecord } from '../../src/model/pullRequest.ts';
import { threadsIn } from '../../src/ui/conversation/placeInPullRequest.ts';
import type { PullRequestFile } from '../../src/ui/pullRequest/uri.ts';

const sha = 'a'.repeat(40);
const text = Array.from({ length: 30 }, (_, n) => `const line${n + 1} = ${n + 1};`).join('\n');
const right: PullRequestFile = {
  repository: 'ada/beacon',
  number: 1,
  sha,
  base: null,
  side: 'RIGHT',
  path: 'a.ts',
  textPath: 'a.ts',
};
const left: PullRequestFile = { ...right, side: 'LEFT' };
type File = Parameters<typeof threadsIn>[2]['files'][number];
const modified: File = {
  path: 'a.ts',
  previousPath: null,
  status: 'modified',
  additions: 1,
  deletions: 1,
  isBinary: false,
  patch: '',
};

const at = (line: number | null, more: Partial<ThreadRecord> = {}) => ({
  id: 'T',
  isResolved: false,
  isOutdated: false,
  path: 'a.ts',
  line,
  startLine: null,
  originalLine: line,
  originalStartLine: null,
  side: 'RIGHT' as const,
  comments: [{ diffHunk: `@@ -1 +1 @@\n+const line${line} = ${line};` }],
  ...more,
});

function place(
  thread: object,
  file = right,
  more: { headSha?: string; status?: File['status']; isFile?: boolean } = {},
) {
  const record = { headSha: more.headSha ?? sha, threads: [thread] } as unknown as PullRequestRecord;
  const files = [{ ...modified, status: more.status ?? 'modified' }];
  const shown = threadsIn(file, { text, isFile: more.isFile ?? true }, { files }, record);
  const [first] = shown;
  if (!first) return null;
  const { range, words, showsHunk } = first.place;
  return { lines: range ? [range.start.line + 1, range.end.line + 1] : null, words, showsHunk };
}

describe('the place of a thread in a pull request', () => {
  it('is its line on its side, and all lines of a range', () => {
    assert.deepEqual(place(at(7)), { lines: [7, 7], words: 'line 7', showsHunk: false });
    assert.deepEqual(place(at(9, { startLine: 7 })), {
      lines: [7, 9],
      words: 'lines 7 to 9',
      showsHunk: false,
    });
    assert.equal(place(at(7), left), null);
    assert.deepEqual(place(at(7, { side: 'LEFT' }), left)?.lines, [7, 7]);
    assert.equal(place(at(7, { path: 'b.ts' })), null);
  });

  it('is above the file where the thread is outdated, or its line is none of the file', () => {
    const outdated = at(null, { originalLine: 7, isOutdated: true });
    assert.deepEqual(place(outdated), { lines: null, words: 'was on line 7', showsHunk: true });
    assert.deepEqual(place(at(7, { isOutdated: true }))?.lines, null);
    assert.deepEqual(place(at(31))?.lines, null);
    assert.deepEqual(place(at(30))?.lines, [30, 30]);
  });

  it('is above the file for what is about all of it', () => {
    const whole = place(at(null, { originalLine: null }));
    assert.deepEqual(whole, { lines: null, words: 'about the whole file', showsHunk: false });
  });

  it('is on the only side that a new or deleted file has, and on no line that is of the other', () => {
    assert.deepEqual(place(at(7, { side: 'LEFT' }), right, { status: 'added' })?.lines, null);
    assert.equal(place(at(7, { side: 'LEFT' }), left, { status: 'added' }), null);
    assert.deepEqual(place(at(7), left, { status: 'removed' })?.lines, null);
  });

  it('is on no line of words that stand for a file', () => {
    assert.deepEqual(place(at(1), right, { isFile: false }), {
      lines: null,
      words: 'was on line 1',
      showsHunk: true,
    });
  });

  it('follows the code, not the number, where the lines are those of other commits', () => {
    const headSha = 'b'.repeat(40);
    const moved = at(12, {
      comments: [{ diffHunk: '@@ -1 +1 @@\n+const line7 = 7;' }] as ThreadRecord['comments'],
    });
    assert.deepEqual(place(moved, right, { headSha })?.lines, [7, 7]);
    const gone = at(12, { comments: [{ diffHunk: '@@ -1 +1 @@\n+nowhere();' }] as ThreadRecord['comments'] });
    assert.deepEqual(place(gone, right, { headSha })?.lines, null);
  });
});
