import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { fileOf } from '../annotations/place.ts';
import { chosenAnnotation } from './chosenAnnotation.ts';
import type { Command } from './deps.ts';

/** `cairn.openAnnotation(annotation?)`: shows a note at its code. */
export const openAnnotation: Command = async (deps, value) => {
  const note = await chosenAnnotation(deps, value);
  const [newest] = note.anchors;
  const drawnAt = (await deps.annotations.load()).threads.threadsOf(note.id)[0]?.uri;
  const file = drawnAt ?? (newest && (await fileOf(newest)));
  if (!file) {
    const where = newest ? `${newest.repository ?? ''} ${newest.path}`.trim() : '';
    throw new CairnError(
      'not-found',
      vscode.l10n.t('Its file is not in the open folders: {0}. Open the folder of that repository.', where),
    );
  }
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
  const { threads } = await deps.annotations.load();
  await threads.draw();
  const lines = threads.linesOf(file, note.id);
  const at = new vscode.Position(lines ? lines.startLine - 1 : 0, 0);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenter);
  for (const thread of threads.threadsOf(note.id))
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
};
