import * as vscode from 'vscode';
import { safeMarkdown } from '../../model/safeText.ts';
import type { Feedback } from '../../model/state.ts';
import { feedbackId } from '../../model/toFeedback.ts';
import type { Store } from '../store.ts';
import { plural } from '../words/language.ts';
import { tagName } from '../words/tags.ts';

/** Most comments of one thread that are drawn; the rest is a click away on GitHub. */
const most = 200;

/** A drawn comment; `feedbackId` lets a thread's menu find the feedback that it is about. */
export type DrawnComment = vscode.Comment & { feedbackId?: string };

/** The whole conversation of a thread, the mentee's own replies included; all of it untrusted. */
export function commentsOf(feedback: Feedback, store: Store): DrawnComment[] {
  const found = store.thread(feedback.id);
  if (!found) return [drawn(feedback.author, feedback.body, feedback.createdAt, feedback)];
  const { record, thread } = found;
  const idOf = (databaseId: string) => feedbackId(record.host, 'line', databaseId);
  // A very long thread is cut so that the comment that was opened is among those that are drawn.
  const opened = thread.comments.findIndex((comment) => idOf(comment.databaseId) === feedback.id);
  const from = Math.max(0, opened + 1 - most);
  const comments = thread.comments.slice(from, from + most).map((comment) => {
    const item = store.getFeedback(idOf(comment.databaseId));
    return drawn(
      comment.author?.login ?? 'ghost',
      comment.body,
      comment.createdAt,
      item,
      comment.isMinimized,
    );
  });
  // The menu of the thread means the comment that was opened.
  const at = comments.findIndex((comment) => comment.feedbackId === feedback.id);
  if (at > 0) for (const comment of comments.slice(0, at)) delete comment.feedbackId;
  return comments;
}

function drawn(
  author: string,
  body: string,
  createdAt: string,
  item?: Feedback,
  isMinimized = false,
): DrawnComment {
  const text = new vscode.MarkdownString(safeMarkdown(body));
  text.isTrusted = false;
  text.supportHtml = false;
  const label = [item?.tag && tagName(item.tag), isMinimized && vscode.l10n.t('hidden on GitHub')]
    .filter(Boolean)
    .join(' · ');
  return {
    author: { name: author },
    body: text,
    mode: vscode.CommentMode.Preview,
    timestamp: new Date(createdAt),
    ...(label !== '' && { label }),
    ...(item && { feedbackId: item.id }),
  };
}

/** Where the thread stands: pull request, resolved, outdated; and how much of it is not drawn. */
export function labelOf(feedback: Feedback, store: Store): string {
  const { pullRequest } = feedback;
  const left = (store.thread(feedback.id)?.thread.comments.length ?? 0) - most;
  return [
    pullRequest && `#${pullRequest.number} ${pullRequest.title.slice(0, 80)}`,
    feedback.isResolved ? vscode.l10n.t('resolved') : null,
    feedback.isOutdated ? vscode.l10n.t('outdated') : null,
    left > 0
      ? plural(
          left,
          vscode.l10n.t('1 more comment on GitHub'),
          vscode.l10n.t('{0} more comments on GitHub', left),
        )
      : null,
  ]
    .filter(Boolean)
    .join(' · ');
}
