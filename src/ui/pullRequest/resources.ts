import * as vscode from 'vscode';
import type { ChangedFile } from '../../github/publishing/index.ts';
import type { PullRequestRecord } from '../../model/pullRequest.ts';
import type { Side } from '../../model/state.ts';
import type { Shown } from './pullRequests.ts';
import { plainTitle } from './title.ts';
import { pullRequestUri } from './uri.ts';

/** What the multi-file diff editor takes for a file: its label's address, the left side and the right one. */
export type Resource = [label: vscode.Uri, left: vscode.Uri | undefined, right: vscode.Uri | undefined];

export function resourcesOf(shown: Shown): Resource[] {
  return shown.files.map((file) => {
    const left = file.status === 'added' ? undefined : sideOf(shown, file, 'LEFT');
    const right = file.status === 'removed' ? undefined : sideOf(shown, file, 'RIGHT');
    return [right ?? left!, left, right];
  });
}

/** The document of one side of a file, whether the file has that side or not. */
export function sideOf({ details, base }: Shown, file: ChangedFile, side: Side): vscode.Uri {
  const { repository, number, head } = details;
  const textPath = side === 'LEFT' ? (file.previousPath ?? file.path) : file.path;
  return pullRequestUri({ repository, number, sha: head.sha, base, side, path: file.path, textPath });
}

/** The editor's title: which pull request, and what has become of it. */
export function titleOf({ details }: Shown, record: PullRequestRecord | undefined): string {
  const ended =
    record?.state === 'MERGED'
      ? vscode.l10n.t('merged')
      : record?.state === 'CLOSED'
        ? vscode.l10n.t('closed')
        : null;
  return `#${details.number} ${plainTitle(details.title, 80)}${ended === null ? '' : ` (${ended})`}`;
}
