import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';

/** The editor that somebody writes in, a comment box too. Throws CairnError 'not-found'. */
export function activeEditor(): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  if (editor) return editor;
  throw new CairnError(
    'not-found',
    vscode.l10n.t('Nothing is being written. Click into a comment box or an editor first.'),
  );
}

/** The open document with this address, or the one that somebody writes in. Throws CairnError 'not-found'. */
export async function activeDocument(uri?: string): Promise<vscode.TextDocument> {
  if (uri === undefined) return activeEditor().document;
  const found = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
  if (found) return found;
  throw new CairnError('not-found', vscode.l10n.t('No document with this address is open.'));
}
