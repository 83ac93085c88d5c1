import * as vscode from 'vscode';
import { locate } from '../../model/locate.ts';
import type { PullRequestRecord, ThreadRecord } from '../../model/pullRequest.ts';
import type { Side } from '../../model/state.ts';
import type { Shown } from '../pullRequest/pullRequests.ts';
import type { Text } from '../pullRequest/texts.ts';
import type { PullRequestFile } from '../pullRequest/uri.ts';

/** Where a thread is drawn. */
export type Place = {
  /** `undefined` above the first line, where no part of the file is folded away. */
  range: vscode.Range | undefined;
  /** Its lines, or why it is not on them. Never empty: VS Code would leave the label before as it is. */
  words: string;
  /** The code that it meant is not what it stands on. */
  showsHunk: boolean;
};

/** The threads of one side of a file, each at its place. */
export function threadsIn(
  file: PullRequestFile,
  text: Text,
  { files }: Pick<Shown, 'files'>,
  record: PullRequestRecord,
): { thread: ThreadRecord; place: Place }[] {
  const status = files.find(({ path }) => path === file.path)?.status;
  // A side that there is no document of: its threads are drawn on the other one.
  const sideOf = (thread: ThreadRecord): Side =>
    status === 'added' ? 'RIGHT' : status === 'removed' ? 'LEFT' : (thread.side ?? 'RIGHT');
  return record.threads
    .filter((thread) => thread.path === file.path && sideOf(thread) === file.side)
    .map((thread) => ({ thread, place: placeIn(file, text, record, thread) }));
}

function placeIn(file: PullRequestFile, text: Text, record: PullRequestRecord, thread: ThreadRecord): Place {
  const top = undefined;
  const { line, originalLine } = thread;
  const named = line ?? originalLine;
  if (named === null) return { range: top, words: vscode.l10n.t('about the whole file'), showsHunk: false };
  const elsewhere = { range: top, words: vscode.l10n.t('was on line {0}', named), showsHunk: true };
  if (!text.isFile || (thread.side ?? 'RIGHT') !== file.side) return elsewhere;
  const last = lastLineFor(file, text.text, record, thread);
  if (last === null) return elsewhere;
  const length = line !== null && thread.startLine !== null ? line - thread.startLine : 0;
  const first = length > 0 && length <= last ? last - length : last;
  const words =
    first === last
      ? vscode.l10n.t('line {0}', last + 1)
      : vscode.l10n.t('lines {0} to {1}', first + 1, last + 1);
  return { range: new vscode.Range(first, 0, last, 0), words, showsHunk: false };
}

/** The 0-based line where it stands; `null` where that is not sure. */
function lastLineFor(
  file: PullRequestFile,
  text: string,
  record: PullRequestRecord,
  thread: ThreadRecord,
): number | null {
  if (thread.isOutdated || thread.line === null) return null;
  if (record.headSha === file.sha) return hasLine(text, thread.line) ? thread.line - 1 : null;
  // Its line is that of other commits than these.
  return locate(text, { ...thread, diffHunk: thread.comments[0]?.diffHunk ?? null });
}

function hasLine(text: string, line: number): boolean {
  let at = 0;
  for (let left = line - 1; left > 0; left--) {
    at = text.indexOf('\n', at) + 1;
    if (at === 0) return false;
  }
  return true;
}
