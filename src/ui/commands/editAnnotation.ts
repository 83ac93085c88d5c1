import * as vscode from 'vscode';
import { newId } from '../../journal/id.ts';
import type { Annotation } from '../../model/annotation.ts';
import { CairnError } from '../../model/errors.ts';
import type { DrawnNote } from '../annotations/render.ts';
import { longestBody } from './addAnnotation.ts';
import { ask, invalid, textArgument } from './ask.ts';
import { chosenAnnotation, fromEditor } from './chosenAnnotation.ts';
import type { Command, Deps } from './deps.ts';
import { needOwnWords } from './ownWords.ts';
import { textIn } from './replyToAnnotation.ts';

/**
 * `cairn.editAnnotation(annotation?, body?, reply?)`: changes one's own words, of a note or of an answer to it. From
 * a comment its box is opened.
 */
export const editAnnotation: Command = async (deps, value, second, third) => {
  const note = await chosenAnnotation(deps, value);
  const drawn = fromEditor(value);
  const isComment = drawn !== undefined && 'replyId' in drawn;
  const reply = isComment
    ? (drawn.replyId ?? null)
    : (textArgument(drawn ? null : third, 'reply', 200) ?? null);
  const words = wordsOf(note, reply);
  await needOwnWords(deps, words);
  const { keeper, threads } = await deps.annotations.load();
  const body = drawn ? undefined : textArgument(second, 'body', longestBody);
  if (body !== undefined) return change(deps, note.id, reply, body);
  const [thread] = drawn ? [drawn.thread] : threads.threadsOf(note.id);
  const comments = (thread?.comments ?? []) as readonly DrawnNote[];
  const comment = comments.find(({ replyId }) => replyId === reply);
  if (thread && comment) return keeper.write(thread, comment, { id: newId(), body: words.body });
  return change(deps, note.id, reply, await ask({ prompt: vscode.l10n.t('Your words'), value: words.body }));
};

/** "Save" below a comment that is being edited. */
export const saveAnnotation: Command = async (deps, value) => {
  const { id } = await chosenAnnotation(deps, value);
  const drawn = fromEditor(value);
  if (!drawn?.draftId) throw invalid(vscode.l10n.t('Nothing is being edited.'));
  const { keeper, threads } = await deps.annotations.load();
  await change(deps, id, drawn.replyId ?? null, textIn(value) ?? '');
  await keeper.done(drawn.draftId);
  threads.finish(drawn.thread, drawn.draftId);
};

/** "Cancel" below a comment that is being edited, or an answer that was begun. */
export const cancelAnnotationEdit: Command = async (deps, value) => {
  const drawn = fromEditor(value);
  if (!drawn?.draftId) throw invalid(vscode.l10n.t('Nothing is being edited.'));
  const { keeper, threads } = await deps.annotations.load();
  await keeper.done(drawn.draftId);
  threads.finish(drawn.thread, drawn.draftId);
};

async function change(deps: Deps, annotation: string, reply: string | null, body: string): Promise<void> {
  if (body.trim() === '') throw invalid(vscode.l10n.t('Write something first.'));
  await deps.store.perform([{ type: 'annotation.edited', payload: { annotation, reply, body } }]);
}

/** The note, or an answer to it. Throws 'not-found'. */
export function wordsOf(
  note: Annotation,
  reply: string | null,
): Annotation | (Annotation['replies'][number] & { isPrivate: boolean }) {
  if (reply === null) return note;
  const found = note.replies.find(({ id }) => id === reply);
  if (found) return { ...found, isPrivate: note.isPrivate };
  throw new CairnError('not-found', vscode.l10n.t('There is no such answer to this note.'));
}
