import * as vscode from 'vscode';
import { textArgument } from './ask.ts';
import { chosenAnnotation, fromEditor } from './chosenAnnotation.ts';
import type { Command } from './deps.ts';
import { wordsOf } from './editAnnotation.ts';
import { needOwnWords } from './ownWords.ts';

/** `cairn.deleteAnnotation(annotation?, reply?)`: takes one's own words away. "Cairn: Undo Last Act" brings them back. */
export const deleteAnnotation: Command = async (deps, value, second) => {
  const note = await chosenAnnotation(deps, value);
  const drawn = fromEditor(value);
  const reply = drawn ? (drawn.replyId ?? null) : (textArgument(second, 'reply', 200) ?? null);
  await needOwnWords(deps, wordsOf(note, reply));
  await deps.store.perform([{ type: 'annotation.deleted', payload: { annotation: note.id, reply } }]);
  const words =
    reply === null
      ? vscode.l10n.t('Cairn: the note is deleted. “Cairn: Undo Last Act” brings it back.')
      : vscode.l10n.t('Cairn: the answer is deleted. “Cairn: Undo Last Act” brings it back.');
  vscode.window.setStatusBarMessage(`$(trash) ${words}`, 8000);
};
