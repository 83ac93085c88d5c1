import * as vscode from 'vscode';
import { locate } from '../../model/locate.ts';
import type { Feedback } from '../../model/state.ts';
import { repositoriesOf } from '../repositories.ts';

/** Where a path of a pull request may lie: below each workspace folder, the folder of that repository first. */
export async function candidates(feedback: Feedback): Promise<vscode.Uri[]> {
  const { path, pullRequest } = feedback;
  // A stranger's path must not climb out of the folder.
  if (path === null || path === '' || /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[A-Za-z]:|\0/.test(path)) return [];
  const folders = vscode.workspace.workspaceFolders ?? [];
  const named = await Promise.all(
    folders.map(async ({ uri }) => {
      const repositories = await repositoriesOf(uri);
      const isIt = repositories.some((name) => name.toLowerCase() === pullRequest?.repository.toLowerCase());
      return { uri, rank: isIt ? 0 : repositories.length === 0 ? 1 : 2 };
    }),
  );
  return named.sort((a, b) => a.rank - b.rank).map(({ uri }) => vscode.Uri.joinPath(uri, path));
}

/** The file in the workspace and the 0-based line, when the code is still found there; `null` when it is not. */
export async function placeOf(
  feedback: Feedback,
): Promise<{ document: vscode.TextDocument; line: number } | null> {
  for (const uri of await candidates(feedback)) {
    const found = await vscode.workspace.fs.stat(uri).then(
      (stat) => (stat.type & vscode.FileType.File) !== 0,
      () => false,
    );
    if (!found) continue;
    const document = await vscode.workspace.openTextDocument(uri).then(
      (opened) => opened,
      () => null,
    );
    if (!document) return null;
    const isAboutFile = feedback.line === null && feedback.originalLine === null;
    const line = isAboutFile ? 0 : locate(document.getText(), feedback);
    return line === null ? null : { document, line };
  }
  return null;
}
