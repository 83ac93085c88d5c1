import * as vscode from 'vscode';
import { mostPlaces, type Place, pathBelow } from './places.ts';

/**
 * The files of a repository that are open, the active one first, each with its cursor; where a tab is hidden nobody
 * knows the cursor any more, and its first line has to do.
 */
export function openPlaces(root: vscode.Uri): Place[] {
  const { activeTextEditor, visibleTextEditors, tabGroups } = vscode.window;
  const editors = [...(activeTextEditor ? [activeTextEditor] : []), ...visibleTextEditors];
  const shown = editors.map(({ document, selection }) => ({ uri: document.uri, at: selection.active }));
  const tabs = tabGroups.all
    .flatMap((group) => [...group.tabs].sort((one, other) => Number(other.isActive) - Number(one.isActive)))
    .flatMap(({ input }) =>
      input instanceof vscode.TabInputText ? [{ uri: input.uri, at: new vscode.Position(0, 0) }] : [],
    );
  const places = new Map<string, Place>();
  for (const { uri, at } of [...shown, ...tabs]) {
    const path = uri.scheme === 'file' ? pathBelow(root.fsPath, uri.fsPath) : null;
    if (path !== null && !places.has(path))
      places.set(path, { path, line: at.line + 1, column: at.character + 1 });
  }
  return [...places.values()].slice(0, mostPlaces);
}

/** Saves what is changed in editors of the repository: git sees only what is on the disk. */
export async function saveOpenFiles(root: vscode.Uri): Promise<void> {
  const isOfRepository = ({ uri, isDirty, isUntitled }: vscode.TextDocument) =>
    isDirty && !isUntitled && uri.scheme === 'file' && pathBelow(root.fsPath, uri.fsPath) !== null;
  for (const document of vscode.workspace.textDocuments.filter(isOfRepository)) await document.save();
}
