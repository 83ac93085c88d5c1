import * as vscode from 'vscode';
import { safeMarkdown } from '../../model/safeText.ts';
import type { Feedback } from '../../model/state.ts';
import { plainTitle } from '../pullRequest/title.ts';
import type { Store } from '../store.ts';
import { plural } from '../words/language.ts';
import { tagName } from '../words/tags.ts';
import { hunkText } from './hunk.ts';
import type { NotesByComment } from './notes.ts';
import { commentIdOf, type Talk, type ThreadKey } from './talk.ts';

/** Most comments of one thread that are drawn; the rest is a click away on GitHub. */
const most = 200;

/** A drawn comment, with what a menu has to know of it. */
export type DrawnComment = vscode.Comment & {
  /** Id of the feedback that it is. */
  feedbackId?: string;
  /** The thread's menu means this one of several. */
  isMeant?: boolean;
  /** The id that it has as feedback, whoever wrote it. */
  commentId?: string;
  /** Id of the annotation that it is. */
  noteId?: string;
  /** The thread that it stands in. */
  threadKey?: ThreadKey;
};

/** What is drawn of a thread beside what GitHub said. */
export type Beside = {
  /** The feedback that was opened, where it was. */
  feedback: Feedback | null;
  notes: NotesByComment;
  /** Words of the user's own that are on their way, or that others do not see yet. */
  unsent: readonly { body: string; label: string }[];
  /** The thread is not on its own line: the code that it meant comes first. */
  showsHunk: boolean;
};

/** The whole conversation of a thread, the mentee's own replies included; all of it untrusted. */
export function commentsOf(talk: Talk, beside: Beside, store: Store): DrawnComment[] {
  const { thread, record } = talk;
  const threadKey = { repository: record.repository, number: record.number, threadId: thread.id };
  const opened = thread.comments.findIndex((one) => commentIdOf(talk, one) === beside.feedback?.id);
  // A very long thread is cut so that the comment that was opened is among those that are drawn.
  const from = Math.max(0, opened + 1 - most);
  const comments = thread.comments.slice(from, from + most).flatMap((comment): DrawnComment[] => {
    const commentId = commentIdOf(talk, comment);
    const item = store.getFeedback(commentId);
    const drawn: DrawnComment = {
      ...withWords(comment.author?.login ?? 'ghost', comment.body, comment.createdAt),
      contextValue: 'comment',
      commentId,
      threadKey,
      ...(commentId === beside.feedback?.id && { isMeant: true }),
      ...(item && { feedbackId: item.id }),
    };
    const label = labels(
      item?.tag && tagName(item.tag),
      comment.isMinimized && vscode.l10n.t('hidden on GitHub'),
    );
    if (label !== '') drawn.label = label;
    // Notes about what is no feedback here are drawn as any other note is, on the line.
    const notes = item ? (beside.notes.get(commentId) ?? []) : [];
    return [drawn, ...notes.map((note) => ({ ...note, threadKey }))];
  });
  const unsent = beside.unsent.map(({ body, label }) => ({
    ...withWords(vscode.l10n.t('You'), body, new Date().toISOString()),
    label,
    threadKey,
  }));
  const [first] = comments;
  if (beside.showsHunk && from === 0 && first) appendHunk(first, talk);
  return [...comments, ...unsent];
}

/** Feedback whose conversation is not here: its own words. */
export function aloneOf(feedback: Feedback, notes: NotesByComment): DrawnComment[] {
  const drawn: DrawnComment = {
    ...withWords(feedback.author, feedback.body, feedback.createdAt),
    contextValue: 'comment',
    feedbackId: feedback.id,
    commentId: feedback.id,
  };
  const label = labels(feedback.tag && tagName(feedback.tag));
  if (label !== '') drawn.label = label;
  return [drawn, ...(notes.get(feedback.id) ?? [])];
}

/** A comment whose words are shown as untrusted Markdown without HTML, its images as links. */
export function withWords(author: string, body: string, createdAt: string): DrawnComment {
  const text = new vscode.MarkdownString(safeMarkdown(body));
  text.isTrusted = false;
  text.supportHtml = false;
  return {
    author: { name: author },
    body: text,
    mode: vscode.CommentMode.Preview,
    timestamp: new Date(createdAt),
  };
}

/** Where the thread stands: pull request, resolved, outdated; and how much of it is not drawn. */
export function labelOf(
  talk: Talk | undefined,
  feedback: Feedback | null,
  { hasTitle, problem, more }: { hasTitle: boolean; problem: string | null; more: (string | null)[] },
): string {
  const { title, number } = talk?.record ?? feedback?.pullRequest ?? {};
  const left = (talk?.thread.comments.length ?? 0) - most;
  return labels(
    // What is said first is read, where there is little room.
    problem,
    hasTitle && number !== undefined && `#${number} ${plainTitle(title ?? '', 80)}`,
    (talk?.thread ?? feedback)?.isResolved && vscode.l10n.t('resolved'),
    (talk?.thread ?? feedback)?.isOutdated && vscode.l10n.t('outdated'),
    ...more,
    left > 0 &&
      plural(
        left,
        vscode.l10n.t('1 more comment on GitHub'),
        vscode.l10n.t('{0} more comments on GitHub', left),
      ),
  );
}

const labels = (...words: unknown[]) => words.filter(Boolean).join(' · ');

/** Below the comment that began the thread, the code that it meant. */
function appendHunk(drawn: DrawnComment, { thread }: Talk): void {
  const text = thread.comments[0]?.diffHunk;
  if (!text || typeof drawn.body === 'string') return;
  drawn.body
    .appendMarkdown(`\n\n${vscode.l10n.t('The code as it was:')}\n`)
    .appendCodeblock(hunkText(text), 'diff');
}
