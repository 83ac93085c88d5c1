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
  for (const place of places.slice(0, mostPlaces).toReversed()) {
    const file = await fileInside(root.fsPath, place.path);
    if (file === null) continue;
    try {
      await show(vscode.Uri.file(file), place);
      opened.unshift(place.path);
    } catch {
      // No text, or gone in between: the others are of use all the same.
    }
  }
  return opened;
}

async function show(uri: vscode.Uri, { line, column }: Place): Promise<void> {
  const wasOpen = vscode.workspace.textDocuments.some((one) => one.uri.toString() === uri.toString());
  let editor = await vscode.window.showTextDocument(uri, { preview: false });
  if (wasOpen && !editor.document.isDirty) {
    // git has written the file anew: read a moment later, the new text would push the cursor away.
    await vscode.commands.executeCommand('workbench.action.files.revert');
    editor = await vscode.window.showTextDocument(uri, { preview: false });
  }
  const at = new vscode.Position(Math.max(0, line - 1), Math.max(0, column - 1));
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
