import * as vscode from 'vscode';
import { chosenKnowledge } from './chosenKnowledge.ts';
import type { Command } from './deps.ts';
import { needOwnWords } from './ownWords.ts';

/**
 * `cairn.withdrawKnowledge(knowledge?)`: takes one's own knowledge note back; "Cairn: Undo Last Act" brings it again. Throws
 * 'not-yours' where it is a colleague's.
 */
export const withdrawKnowledge: Command = async (deps, value) => {
  const isMine = (name: string | null) => name !== null && (deps.store.space?.isMe(name) ?? false);
  const note = await chosenKnowledge(deps, value, ({ createdBy }) => isMine(createdBy));
  await needOwnWords(deps, note);
  await deps.store.perform([{ type: 'record.withdrawn', payload: { record: note.id, isWithdrawn: true } }]);
  const words = vscode.l10n.t(
    'Cairn: the knowledge note is taken back. “Cairn: Undo Last Act” brings it again.',
  );
  vscode.window.setStatusBarMessage(`$(trash) ${words}`, 8000);
  return { id: note.id };
};
