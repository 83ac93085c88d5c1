import type { PullLine, RestLineComment } from '../github/types.ts';
import { type Earlier, earlierCode, hunkOf } from './place.ts';

const halfHour = 30 * 60_000;
type Files = Record<string, string>;

/** A pull request of two commits: what they hold, and when the second one was made. */
export type TwoCommits = {
  first: Files;
  /** Milliseconds since 1970: after the round in which the code that is gone was talked about. */
  changedAt: number;
  /** Tells comments and reviews which commit they were made on, and where on it. */
  settle(first: string, last: string): void;
};

/** What a pull request's first commit was, `null` where nothing tells it from the last one. */
export function twoCommits(line: PullLine, more: readonly Earlier[], now: Files): TwoCommits | null {
  const old = line.review_comments.filter((comment) => earlierCode.has(comment));
  const all = new Set([...more, ...old.map((comment) => earlierCode.get(comment)!)]);
  if (all.size === 0) return null;
  const first = { ...now };
  for (const path of new Set([...all].map((one) => one.path)))
    first[path] = textBefore(now[path] ?? '', inFile(all, path));
  const changedAt = endOfRound(line, old);
  return {
    first,
    changedAt,
    settle(sha, last) {
      for (const comment of line.review_comments) {
        const isEarly = Date.parse(beginOf(line, comment).created_at) < changedAt;
        comment.original_commit_id = isEarly ? sha : last;
        if (isEarly) moveBack(comment, inFile(all, comment.path), first[comment.path] ?? '');
      }
      for (const review of line.reviews)
        review.commit_id = Date.parse(review.submitted_at ?? '') < changedAt ? sha : last;
    },
  };
}

/** From the end of the file on, so that places above stay. */
const inFile = (all: Iterable<Earlier>, path: string) =>
  [...all].filter((one) => one.path === path).sort((a, b) => b.above - a.above);

function textBefore(text: string, all: readonly Earlier[]): string {
  const lines = text.split('\n');
  for (const { above, replaced, was } of all) lines.splice(above, replaced, ...was);
  return lines.join('\n');
}

/** Half an hour after the last word on anything that was said in the same round. */
function endOfRound(line: PullLine, old: readonly RestLineComment[]): number {
  const rounds = new Set(old.map((comment) => beginOf(line, comment).pull_request_review_id));
  const said = line.review_comments.filter((one) => rounds.has(beginOf(line, one).pull_request_review_id));
  return Math.max(...said.map(({ created_at }) => Date.parse(created_at))) + halfHour;
}

function beginOf(line: PullLine, comment: RestLineComment): RestLineComment {
  return line.review_comments.find(({ id }) => id === comment.in_reply_to_id) ?? comment;
}

/** Where a comment stood when it was made, if it was on lines that are counted in the new text. */
function moveBack(comment: RestLineComment, all: readonly Earlier[], text: string): void {
  if (comment.side === 'LEFT' || comment.subject_type === 'file') return;
  const own = earlierCode.get(comment);
  const end = own
    ? own.above +
      own.was.length +
      shift(
        own.above,
        all.filter((one) => one !== own),
      )
    : moved(comment.original_line ?? 1, all);
  const start = own
    ? end - own.was.length + 1
    : moved(comment.original_start_line ?? comment.original_line ?? 1, all);
  const isRange = comment.original_start_line !== null;
  Object.assign(comment, { original_line: end, original_start_line: isRange ? start : null });
  comment.diff_hunk = hunkOf(text.split('\n'), start, end).join('\n');
}

function moved(line: number, all: readonly Earlier[]): number {
  const later = all.find(({ above, replaced }) => above < line && line <= above + replaced);
  if (later) throw new Error(`${later.path}:${line} was not there when it was commented on`);
  return line + shift(line - 1, all);
}

/** By how many lines what stands below line `above` of the file as it is now was further down. */
function shift(above: number, all: readonly Earlier[]): number {
  const before = all.filter((one) => one.above + one.replaced <= above);
  return before.reduce((sum, one) => sum + one.was.length - one.replaced, 0);
}
