import * as vscode from 'vscode';
import type { Draft } from '../../journal/drafts/drafts.ts';
import { plainLine } from '../../model/plainLine.ts';

/** Says that something typed is not sent and in no comment box, and opens it as an unsaved document on request. */
export async function offerUnsaved({ body, place }: Draft): Promise<void> {
  const at = `${place.anchor.path}:${place.anchor.startLine}`;
  const open = vscode.l10n.t('Open as a Document');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'What you wrote at {0} is not sent, and its comment box cannot be opened again: “{1}”. It is kept in “Cairn: Show Drafts”.',
      at,
      plainLine(body, 60),
    ),
    open,
  );
  if (chosen === open) await openUnsaved(body);
}

/** Opens words as an unsaved Markdown document. */
export async function openUnsaved(body: string): Promise<void> {
  const words = await vscode.workspace.openTextDocument({ language: 'markdown', content: body });
  await vscode.window.showTextDocument(words);
}
