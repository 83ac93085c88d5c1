import assert from 'node:assert/strict';
import type { RestLineComment } from '../../support/github/types.ts';
import {
  on,
  onFile,
  onOld,
  onRemoved,
  pullRequest,
  sampleFiles,
  sampleLines,
  sampleSet,
} from '../../support/sample/index.ts';

const now = Date.parse('2026-06-15T10:00:00Z');

describe('the sample mentorship', () => {
  const lines = sampleLines({ now });
  const files = sampleFiles();
  const comments = lines.flatMap((line) => line.review_comments);
  const everything = lines.flatMap((line) => [
    ...line.reviews,
    ...line.review_comments,
    ...line.issue_comments,
  ]);
  const fromMentee = lines.filter((line) => line.pull.user?.login === 'ada-wren');

  it('holds a dozen pull requests of the mentee, and about eighty pieces of feedback', () => {
    assert.equal(fromMentee.length, 12);
    const said = fromMentee
      .flatMap((line) => [
        ...line.review_comments,
        ...line.reviews.filter((one) => one.body),
        ...line.issue_comments,
      ])
      .filter((one) => one.user?.login !== 'ada-wren');
    assert.equal(said.length, 82);
    assert.deepEqual(
      [...new Set(said.map((one) => one.user?.login ?? null))].sort(),
      ['build-owl[bot]', 'ines-okoro', 'marsh-lind', 'theo-flint', null].sort(),
    );
  });

  it('spans half a year, ends before the clock, and moves with it', () => {
    const times = everything
      .map((one) => String('created_at' in one ? one.created_at : one.submitted_at))
      .sort();
    assert.ok(Date.parse(times.at(-1) ?? '') < now);
    const days = (now - Date.parse(times[0] ?? '')) / 86_400_000;
    assert.ok(days > 150 && days < 190, `${days}`);
    const later = sampleLines({ now: now + 86_400_000 });
    assert.equal(
      Date.parse(later[0]?.pull.created_at ?? '') - Date.parse(lines[0]?.pull.created_at ?? ''),
      86_400_000,
    );
    assert.deepEqual(sampleLines({ now }), lines);
  });

  it('has what makes a view hard: outdated, resolved, hidden, about a file, a removed line, CRLF, an image', () => {
    assert.ok(comments.some((one) => one.line === null && one.subject_type === 'line'));
    assert.ok(comments.some((one) => one.subject_type === 'file'));
    assert.ok(comments.some((one) => one.side === 'LEFT'));
    assert.ok(comments.some((one) => one.start_line !== null));
    assert.ok(comments.some((one) => one.body.includes('\r\n')));
    assert.ok(comments.some((one) => one.body.includes('```suggestion')));
    assert.ok(lines.some((line) => line.minimized?.length));
    const threads = lines.flatMap((line) => Object.values(line.threads ?? {}));
    assert.ok(threads.some((one) => one.isResolved) && threads.some((one) => !one.isResolved));
    const images = sampleLines({ now, images: 'http://127.0.0.1:9/images' }).flatMap(
      (line) => line.issue_comments,
    );
    assert.ok(images.some((one) => one.body.includes('](http://127.0.0.1:9/images/')));
  });

  it('has an id of its own for everything', () => {
    const ids = [...lines.map((line) => line.pull.node_id), ...everything.map((one) => one.node_id)];
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(new Set(everything.map((one) => one.id)).size, everything.length);
  });

  it('points at the lines that its hunks show, where they were when it was said and where they are now', () => {
    const texts = new Map(
      Object.values(sampleSet({ now }).code).flatMap(({ commits }) =>
        commits.map((one) => [one.sha, one.files]),
      ),
    );
    let gone = 0;
    for (const comment of comments) {
      const then = texts.get(comment.original_commit_id);
      if (!then) gone += 1;
      checkHunk(comment, then ?? files, then ? files : null);
    }
    assert.equal(gone, 4, 'those on the commit that was pushed over, with an answer');
  });

  it('refuses a place that is not there or not clear, and a history that ends in the future', () => {
    assert.throws(() => on('src/config.ts', 'no such words'), /on 0 lines/);
    assert.throws(() => on('src/config.ts', 'env'), /lines, not on one/);
    assert.throws(() => on('src/nowhere.ts', 'x'), /no file/);
    assert.throws(() => pullRequest(1, 'Late').by('a').daysAgo(0).merged().build({ now }), /future/);
    assert.deepEqual(
      [onOld('src/config.ts', 'function required(', '  x();').line, onFile('src/config.ts').original_line],
      [null, null],
    );
    assert.equal(onRemoved('src/config.ts', 'function required(', '  x();').side, 'LEFT');
  });
});

/**
 * A hunk's header counts its lines, what it shows stands there at the commit that was commented on, it ends with the
 * line commented on, and that line stands where the comment is shown now.
 * @param now what the files hold today; `null` where that commit is gone, and `then` is today's
 */
function checkHunk(
  comment: RestLineComment,
  then: Readonly<Record<string, string>>,
  now: Record<string, string> | null,
): void {
  const where = `${comment.html_url}\n${comment.diff_hunk}`;
  const file = then[comment.path]?.split('\n');
  assert.ok(file, where);
  const [header = '', ...body] = comment.diff_hunk.split('\n');
  const [, oldStart, oldCount, newStart, newCount] = (
    /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@$/.exec(header) ?? []
  ).map(Number);
  assert.equal(body.filter((line) => line[0] !== '+').length, oldCount, where);
  assert.equal(body.filter((line) => line[0] !== '-').length, newCount, where);
  const start = Number(newStart);
  const shown = body.filter((line) => line[0] === ' ' || line[0] === '+').map((line) => line.slice(1));
  // What the commit that is gone had, nobody can look up.
  if (now) assert.deepEqual(file.slice(start - 1, start - 1 + shown.length), shown, where);
  if (comment.subject_type === 'file') return;
  const last =
    comment.side === 'LEFT' ? Number(oldStart) + Number(oldCount) - 1 : start + Number(newCount) - 1;
  assert.equal(comment.original_line, last, where);
  if (comment.line === null || comment.side === 'LEFT') return;
  const today = (now ?? then)[comment.path]?.split('\n') ?? [];
  assert.equal(today[comment.line - 1], body.at(-1)?.slice(1), where);
  if (comment.start_line !== null)
    assert.equal(today[comment.start_line - 1], body.find((line) => line[0] === '+')?.slice(1), where);
}
