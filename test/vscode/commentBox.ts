import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { run } from './support.ts';

/** Opens a comment box of somebody else's extension (test/support/vscode/reviewer) on a line (0-based) of a file; its document. */
export async function openBox(line = 1, uri?: vscode.Uri): Promise<vscode.TextDocument> {
  const file = uri ?? (await vscode.workspace.findFiles('src/config.ts'))[0];
  assert.ok(file);
  await vscode.window.showTextDocument(file);
  const before = new Set(vscode.workspace.textDocuments);
  await run('reviewer.write', file.toString(), line);
  // Cairn's own threads in that file have boxes, too.
  const isForeign = ({ uri, isClosed }: vscode.TextDocument) =>
    uri.scheme === 'comment' && !uri.authority.startsWith('cairn') && !isClosed;
  const isFresh = (document: vscode.TextDocument) => isForeign(document) && !before.has(document);
  await until(() => vscode.workspace.textDocuments.some(isFresh));
  // Shortly after a window has opened, extensions that start make VS Code draw an open box anew, with another document.
  await sleep(3000);
  await until(() => vscode.workspace.textDocuments.some(isFresh));
  return vscode.workspace.textDocuments.findLast(isFresh)!;
}

/** Closes every box that `openBox` has opened. */
export const closeBoxes = async (): Promise<void> => {
  await run('reviewer.discardAll');
};

/** Puts a text into a box, in place of what is there. */
export async function write(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
  await until(() => document.getText() === text);
}

/** Waits until it is so; the suite's own time limit ends the wait. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(50);
}
