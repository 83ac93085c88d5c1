import * as vscode from 'vscode';
import type { Annotation } from '../../model/annotation.ts';
import type { GrowthCore } from '../growth/growthCore.ts';
import { tagName } from '../words/tags.ts';
import { claim, nameWord } from '../words/whose.ts';
import { type DrawnComment, withWords } from './comments.ts';
import { earlierComment } from './earlier.ts';

/** Annotations about comments, drawn, by the comment's id. */
export type NotesByComment = ReadonlyMap<string, DrawnComment[]>;

/**
 * What people noted in the space about comments on GitHub, with the answers.
 * @param growth what is known of themes: feedback that had come up before points there
 */
export function notesByComment(annotations: readonly Annotation[], growth?: GrowthCore): NotesByComment {
  const notes = new Map<string, DrawnComment[]>();
  for (const note of annotations) {
    if (note.feedbackId === null) continue;
    const list = notes.get(note.feedbackId) ?? [];
    notes.set(note.feedbackId, list);
    // What its author took back is gone; what others answered stays.
    if (!note.isDeleted) list.push(drawn(note, note, 'note'));
    for (const reply of note.replies) list.push(drawn(note, reply, 'noteReply'));
  }
  for (const id of growth?.recurredIds ?? []) {
    notes.set(id, [...(notes.get(id) ?? []), ...earlierComment(id, growth)]);
  }
  return notes;
}

type Words = Pick<Annotation, 'createdBy' | 'claimedBy' | 'body' | 'createdAt'>;

function drawn(note: Annotation, words: Words, contextValue: string): DrawnComment {
  const { createdBy, claimedBy, body, createdAt } = words;
  const author = claimedBy === null ? nameWord(createdBy ?? '') : claim(claimedBy, createdBy ?? '');
  const label = [
    vscode.l10n.t('note in the space, not on GitHub'),
    note.isPrivate && vscode.l10n.t('private'),
    contextValue === 'note' && note.tag && tagName(note.tag),
  ];
  return {
    ...withWords(author, body, createdAt),
    label: label.filter(Boolean).join(' · '),
    contextValue,
    noteId: note.id,
  };
}
