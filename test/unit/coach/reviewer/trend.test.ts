import assert from 'node:assert/strict';
import { type OwnComment, ownComments } from '../../../../src/coach/reviewer/ownComments.ts';
import { trendOf } from '../../../../src/coach/reviewer/trend.ts';
import type { LineCommentRecord, PullRequestRecord } from '../../../../src/model/pullRequest.ts';

const repository = 'harbour-lights/beacon';
const person = (login: string) => ({ login, isBot: false });

function comment(login: string, id: string, body: string, createdAt: string): LineCommentRecord {
  const at = { createdAt, updatedAt: createdAt, isMinimized: false, diffHunk: null, originalCommit: null };
  return { nodeId: `n${id}`, databaseId: id, author: person(login), body, url: '', ...at };
}
function thread(path: string, comments: LineCommentRecord[]): PullRequestRecord['threads'][number] {
  const nowhere = {
    line: 1,
    startLine: null,
    originalLine: 1,
    originalStartLine: null,
    side: 'RIGHT' as const,
  };
  return { id: path, isResolved: false, isOutdated: false, path, ...nowhere, comments };
}
function pull(author: string, threads: PullRequestRecord['threads']): PullRequestRecord {
  const unknown = { isPrivate: null, headSha: null, baseSha: null, createdAt: '', updatedAt: '' };
  return {
    ...unknown,
    ...{ schema: 1, host: 'github.com', repository, number: 1, nodeId: 'p', title: 'P', url: '' },
    ...{ author: person(author), state: 'OPEN', threads, reviews: [], conversation: [] },
  };
}

describe('a reviewer’s own comments', () => {
  it('are what they began to say to others: no replies, nothing of anybody else, nothing on their own', () => {
    const words = (who: string, id: string) => comment(who, id, `by ${who}`, '2026-03-01T10:00:00Z');
    const others = pull('ada', [
      thread('a.ts', [words('Marsh', '1'), words('marsh', '2')]),
      thread('b.ts', [words('vale', '3'), words('marsh', '4')]),
    ]);
    const review = { ...words('marsh', '5'), verdict: 'COMMENTED' as const };
    const empty = { ...comment('marsh', '6', ' \n', '2026-02-01T10:00:00Z'), verdict: 'APPROVED' as const };
    const pending = { ...words('marsh', '7'), verdict: 'PENDING' as const };
    others.reviews.push(review, empty, pending);
    const own = pull('marsh', [thread('c.ts', [words('marsh', '8')])]);
    assert.deepEqual(
      ownComments([others, own], 'marsh').map(({ feedbackId, path }) => [feedbackId, path]),
      [
        ['github.com/line/1', 'a.ts'],
        ['github.com/review/5', null],
      ],
    );
  });
});

describe('the trend of a reviewer’s own feedback', () => {
  const traitsOf = (body: string) => ({
    hasReason: body.includes('because'),
    asksQuestion: body.includes('?'),
    hasLabel: body.startsWith('nitpick:'),
  });
  const said = (day: string, path: string | null, body = ''): OwnComment => ({
    ...{ feedbackId: `${day} ${path}`, repository, path, body, at: new Date(`${day}T12:00:00`).getTime() },
  });
  const none = { traitsOf, ratings: new Map(), authored: new Map() };

  it('counts by month what the words tell and what mentees sent', () => {
    const comments = [
      said('2026-01-02', null, 'Why this?'),
      said('2026-01-03', null, 'Move it, because it leaks.'),
      said('2026-03-04', null, 'nitpick: a blank too many?'),
    ];
    const ratings = new Map([['2026-01-02 null', [true, false, true]]]);
    const months = trendOf({ ...none, comments, ratings });
    assert.deepEqual(
      months.map(({ files: _, ...counts }) => Object.values(counts)),
      [
        ['2026-01', 2, 1, 1, 0, 2, 1],
        ['2026-03', 1, 0, 1, 1, 0, 0],
      ],
    );
  });

  it('knows a file after five reviews of it, and one day’s comments are one review', () => {
    const days = ['01', '01', '02', '03', '04', '05', '06'].map((day) => said(`2026-01-${day}`, 'a.ts'));
    const [month] = trendOf({ ...none, comments: [...days, said('2026-01-07', 'b.ts')] });
    // Two on the first day and the one of b.ts; the 2nd to the 5th; the 6th.
    assert.deepEqual(month?.files, { new: 3, seen: 4, known: 1 });
  });

  it('knows a file that the reviewer wrote before, not one written afterwards', () => {
    const comments = [said('2026-01-05', 'a.ts'), said('2026-01-06', 'b.ts')];
    const files = new Map([
      ['a.ts', Date.parse('2025-01-01')],
      ['b.ts', Date.parse('2026-02-01')],
    ]);
    const authored = new Map([[repository, files]]);
    assert.deepEqual(trendOf({ ...none, comments, authored })[0]?.files, { new: 1, seen: 0, known: 1 });
  });
});
