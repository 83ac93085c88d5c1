import * as vscode from 'vscode';
import { locate } from '../../model/locate.ts';
import type { Feedback } from '../../model/state.ts';
import { repositoriesOf } from '../repositories.ts';

/**
 * Where a path of a pull request may lie: below the workspace folders of that repository first, then below the others
 * (a clone of a fork, a folder without a remote). A folder of another repository has other files under the same
 * names, so there the commented line must be found again; a remark about a whole file has none.
 */
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
  const hasLine = feedback.line !== null || feedback.originalLine !== null;
  return named
    .filter(({ rank }) => hasLine || rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .map(({ uri }) => vscode.Uri.joinPath(uri, path));
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
    if (!document) continue;
    const isAboutFile = feedback.line === null && feedback.originalLine === null;
    const line = isAboutFile ? 0 : locate(document.getText(), feedback);
    if (line !== null) return { document, line };
  }
  return null;
}
