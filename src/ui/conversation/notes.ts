import * as vscode from 'vscode';
import type { Annotation } from '../../model/annotation.ts';
import { tagName } from '../words/tags.ts';
import { type DrawnComment, withWords } from './comments.ts';

/** Annotations about comments, drawn, by the comment's id. */
export type NotesByComment = ReadonlyMap<string, DrawnComment[]>;

/** What people noted in the space about comments on GitHub, with the answers. */
export function notesByComment(annotations: readonly Annotation[]): NotesByComment {
  const notes = new Map<string, DrawnComment[]>();
  for (const note of annotations) {
    if (note.feedbackId === null) continue;
    const list = notes.get(note.feedbackId) ?? [];
    notes.set(note.feedbackId, list);
    list.push(drawn(note, note.createdBy, note.body, note.createdAt, 'note'));
    for (const reply of note.replies)
      list.push(drawn(note, reply.createdBy, reply.body, reply.createdAt, 'noteReply'));
  }
  return notes;
}

function drawn(
  note: Annotation,
  author: string | null,
  body: string,
  createdAt: string,
  contextValue: string,
): DrawnComment {
  const label = [
    vscode.l10n.t('note in the space, not on GitHub'),
    note.isPrivate && vscode.l10n.t('private'),
    contextValue === 'note' && note.tag && tagName(note.tag),
  ];
  return {
    ...withWords(author ?? vscode.l10n.t('Somebody'), body, createdAt),
    label: label.filter(Boolean).join(' · '),
    contextValue,
    noteId: note.id,
  };
}
