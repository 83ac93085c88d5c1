import * as vscode from 'vscode';
import type { DrawnNote } from './render.ts';

/**
 * The comments to draw, as the same objects where they are drawn already: VS Code knows a comment by its object and
 * would close one that is being edited. What is being written stays as it is.
 */
export function mergeComments(old: readonly DrawnNote[], fresh: readonly DrawnNote[]): DrawnNote[] {
  const known = new Map(old.map((comment) => [keyOf(comment), comment]));
  const merged = fresh.map((comment) => {
    const before = known.get(keyOf(comment));
    if (!before) return comment;
    if (before.mode === vscode.CommentMode.Editing) return before;
    if (!('label' in comment)) delete before.label;
    return Object.assign(before, comment);
  });
  const isKept = (comment: DrawnNote) => comment.replyId === beingWritten && !merged.includes(comment);
  return [...merged, ...old.filter(isKept)];
}

/** Stands for the id of an answer that is not there yet. */
export const beingWritten = 'draft';

const keyOf = ({ annotationId, replyId, draftId }: DrawnNote) =>
  JSON.stringify([annotationId, replyId, annotationId === null ? draftId : null]);

/** Whether drawing these would show anything else than what is shown. */
export function looksSame(one: readonly vscode.Comment[], fresh: readonly DrawnNote[]): boolean {
  if (one.length !== fresh.length) return false;
  return one.every((comment, i) => look(comment) === look(fresh[i]!));
}

function look({ author, body, label, contextValue, mode, timestamp }: vscode.Comment): string {
  const text = typeof body === 'string' ? body : body.value;
  return JSON.stringify([author.name, text, label, contextValue, mode, timestamp]);
}
