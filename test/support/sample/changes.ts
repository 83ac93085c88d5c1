import type { PullFile, RestLineComment } from '../github/types.ts';
import { sampleFiles } from './files.ts';

const files = sampleFiles();

/**
 * What a sample pull request changes: the files that were commented on, as they are now, and as they were without the
 * lines that the comments stand on and with those that a comment saw go. So every comment stands on its diff. The line
 * of a comment on the left side is put right, since it counts in the old text.
 */
export function changesOf(comments: readonly RestLineComment[]): PullFile[] {
  const paths = new Set(comments.map(({ path }) => path));
  return [...paths].sort().flatMap((path) => {
    const after = files[path];
    if (after === undefined) throw new Error(`The sample has no file ${path}`);
    const said = comments.filter((one) => one.path === path && one.in_reply_to_id === undefined);
    const before = said.some(({ subject_type }) => subject_type === 'file')
      ? null
      : textBefore(after, comments, path);
    return before === after ? [] : [{ path, before, after }];
  });
}

function textBefore(after: string, comments: readonly RestLineComment[], path: string): string {
  const here = comments.filter((one) => one.path === path);
  const isNew = (line: number) =>
    here.some(
      (one) =>
        one.side === 'RIGHT' && one.line !== null && (one.start_line ?? one.line) <= line && line <= one.line,
    );
  const gone = new Map<number, RestLineComment[]>();
  // Made by `onRemoved`, such a comment names the line after the one that it stood below.
  for (const one of here)
    if (one.side === 'LEFT') gone.set(one.line ?? 0, [...(gone.get(one.line ?? 0) ?? []), one]);
  const before: string[] = [];
  for (const [index, text] of after.split('\n').entries()) {
    const removed = gone.get(index + 1);
    if (removed) {
      before.push(removed[0]?.diff_hunk.split('\n').at(-1)?.slice(1) ?? '');
      for (const one of removed) moveTo(one, before.length);
    }
    if (!isNew(index + 1)) before.push(text);
  }
  return before.join('\n');
}

function moveTo(comment: RestLineComment, line: number): void {
  const by = line - (comment.line ?? line);
  const hunk = comment.diff_hunk.replace(/^@@ -(\d+)/, (_, start) => `@@ -${Number(start) + by}`);
  Object.assign(comment, { line, original_line: line, diff_hunk: hunk });
}
