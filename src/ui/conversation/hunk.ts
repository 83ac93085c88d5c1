import type { Anchor } from '../../model/events.ts';
import type { LineCommentRecord } from '../../model/pullRequest.ts';
import type { Talk } from './talk.ts';

/** Lines of a hunk that are shown: those above the commented one. */
const shownLines = 12;
/** Lines of code around that an anchor keeps. */
const around = 3;

/** The end of a hunk, where the commented line is; a diff's signs in front of its lines. */
export function hunkText(hunk: string): string {
  return linesOf(hunk).slice(-shownLines).join('\n');
}

/** The place of a comment as an anchor: the code of its hunk, as it was when it was said. */
export function anchorOfComment({ record, thread }: Talk, comment: LineCommentRecord): Anchor {
  const side = thread.side ?? 'RIGHT';
  const endLine = thread.originalLine ?? thread.line ?? 1;
  const startLine = Math.min(thread.originalStartLine ?? thread.startLine ?? endLine, endLine);
  const other = side === 'LEFT' ? '+' : '-';
  const isAboutFile = thread.originalLine === null && thread.line === null;
  const lines = linesOf(comment.diffHunk ?? '')
    .filter((line) => line[0] !== other && line[0] !== '\\')
    .map((line) => line.slice(1));
  const at = lines.length - (endLine - startLine + 1);
  const cut = (text: string[], longest: number) => text.join('\n').slice(0, longest).toWellFormed();
  return {
    path: thread.path.slice(0, 4000),
    repository: record.repository,
    side,
    commit: comment.originalCommit,
    startLine: Math.max(1, startLine),
    endLine: Math.max(1, endLine),
    code: isAboutFile ? '' : cut(lines.slice(Math.max(0, at)), 8000),
    before: isAboutFile ? '' : cut(lines.slice(Math.max(0, at - around), Math.max(0, at)), 1000),
    after: '',
  };
}

/** The lines of a hunk with their signs, without its header. */
function linesOf(hunk: string): string[] {
  const lines = hunk.replace(/\r\n?/g, '\n').split('\n');
  return lines[0]?.startsWith('@@') ? lines.slice(1) : lines;
}
