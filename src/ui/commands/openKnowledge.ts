import * as vscode from 'vscode';
import { findAnchor } from '../../model/anchor/index.ts';
import { clean } from '../../model/cleanText.ts';
import { CairnError } from '../../model/errors.ts';
import type { KnowledgeNote } from '../../model/mentorship.ts';
import { fileOf } from '../annotations/place.ts';
import { commands } from '../ids.ts';
import { byWords, plainName } from '../knowledge/words.ts';
import { chosenKnowledge } from './chosenKnowledge.ts';
import type { Command, Deps } from './deps.ts';

/**
 * `cairn.openKnowledge(knowledge?)`: shows a knowledge note at its code, where the hover opens; without a place the
 * conversation or the session that it comes from, else its words. Resolves to `{ id, file, line }`; `line` is `null` where its
 * code is no longer there, `file` where it has no place.
 */
export const openKnowledge: Command = async (deps, value, options) => {
  const note = await chosenKnowledge(deps, value);
  const { id, anchor } = note;
  const file = anchor && (await fileOf(anchor));
  const isPerson = value === undefined || (typeof options === 'object' && options !== null);
  if (anchor && file) {
    const line = await reveal(deps, note, file);
    // Nobody waits for what a language has to say in the same hover.
    if (isPerson) void vscode.commands.executeCommand('editor.action.showHover');
    return { id, file: file.toString(), line };
  }
  await openElsewhere(deps, note, isPerson);
  return { id, file: null, line: null };
};

async function reveal({ knowledge }: Deps, note: KnowledgeNote, file: vscode.Uri): Promise<number | null> {
  const document = await vscode.workspace.openTextDocument(file);
  const editor = await vscode.window.showTextDocument(document);
  const marks = await (await knowledge.load()).marks();
  await marks.draw();
  const lines = marks.linesOf(file, note.id) ?? findAnchor(document.getText(), [note.anchor!]);
  const { end } = document.lineAt(
    Math.min(Math.max(0, (lines?.startLine ?? 1) - 1), document.lineCount - 1),
  ).range;
  editor.selection = new vscode.Selection(end, end);
  editor.revealRange(new vscode.Range(end, end), vscode.TextEditorRevealType.InCenter);
  if (!lines && note.anchor!.code !== '') {
    const words = vscode.l10n.t('Cairn: the code that this note is about is no longer here.');
    vscode.window.setStatusBarMessage(`$(warning) ${words}`, 8000);
  }
  return lines?.startLine ?? null;
}

async function openElsewhere(deps: Deps, note: KnowledgeNote, isPerson: boolean): Promise<void> {
  const { anchor, feedbackId, sessionId, what, why, topics } = note;
  const feedback = feedbackId === null ? undefined : deps.store.getFeedback(feedbackId);
  if (feedback) return deps.open(feedback);
  if (sessionId !== null && deps.store.sessions.some(({ id }) => id === sessionId)) {
    await vscode.commands.executeCommand(commands.openSession, sessionId);
    return;
  }
  if (anchor && !isPerson) {
    const where = `${anchor.repository ?? ''} ${plainName(anchor.path)}`.trim();
    throw new CairnError(
      'not-found',
      vscode.l10n.t('Its file is not in the open folders: {0}. Open the folder of that repository.', where),
    );
  }
  const detail = [
    why === null ? '' : vscode.l10n.t('Why: {0}', clean(why)),
    [byWords(note), topics.map(plainName).join(', '), anchor && plainName(anchor.path)]
      .filter(Boolean)
      .join(' · '),
  ];
  const shown = vscode.window.showInformationMessage(clean(what.slice(0, 1000)), {
    modal: true,
    detail: detail.filter(Boolean).join('\n\n'),
  });
  if (isPerson) await shown;
}
