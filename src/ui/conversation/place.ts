import * as vscode from 'vscode';
import { foldersFor, locate } from '../../model/locate.ts';
import type { Feedback } from '../../model/state.ts';
import { repositoriesOf } from '../repositories.ts';

/** A workspace folder with the repositories that its remotes name. */
export type Folder = { uri: vscode.Uri; repositories: readonly string[] };

/**
 * The workspace folders as they are now; read once for all that is looked for at a time. With a bad server address
 * nobody knows whose folder is whose, and the commented line alone decides.
 */
export function readFolders(): Promise<Folder[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return Promise.all(
    folders.map(async ({ uri }) => ({ uri, repositories: await repositoriesOf(uri).catch(() => []) })),
  );
}

/** The files that a piece of feedback may be about, the likeliest first; they need not be there. */
export function candidates(feedback: Feedback, folders: readonly Folder[]): vscode.Uri[] {
  const { path } = feedback;
  // A stranger's path must not climb out of the folder.
  if (path === null || path === '' || /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[A-Za-z]:|\0/.test(path)) return [];
  return foldersFor(feedback, folders).map(({ uri }) => vscode.Uri.joinPath(uri, path));
}

/** The file in the workspace and the 0-based line, when the code is still found there; `null` when it is not. */
export async function placeOf(
  feedback: Feedback,
  folders: readonly Folder[],
): Promise<{ document: vscode.TextDocument; line: number } | null> {
  for (const uri of candidates(feedback, folders)) {
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
