import * as vscode from 'vscode';
import { fileInside, mostPlaces, type Place } from './places.ts';

/**
 * Opens the files of a handoff where they were, the first one in front with the cursor. The places are another
 * person's: what leads out of the repository, or is not there, is left out.
 * @returns the paths that were opened
 */
export async function restorePlaces(root: vscode.Uri, places: readonly Place[]): Promise<string[]> {
  const opened: string[] = [];
  // The last one that is shown stays in front.
  for (const { path, line, column } of places.slice(0, mostPlaces).toReversed()) {
    const file = await fileInside(root.fsPath, path);
    if (file === null) continue;
    const at = new vscode.Position(Math.max(0, line - 1), Math.max(0, column - 1));
    try {
      const editor = await vscode.window.showTextDocument(vscode.Uri.file(file), {
        preview: false,
        preserveFocus: path !== places[0]?.path,
        selection: new vscode.Range(at, at),
      });
      editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      opened.unshift(path);
    } catch {
      // No text, or gone in between: the others are of use all the same.
    }
  }
  return opened;
}
