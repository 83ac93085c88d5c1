import * as vscode from 'vscode';
import { safeMarkdown } from '../../model/safeText.ts';
import type { Feedback } from '../../model/state.ts';
import { hunkScheme } from '../ids.ts';
import type { Store } from '../store.ts';

/**
 * Address of the read-only document for feedback whose code is not in the workspace (its hunk, as a diff) or that
 * is about no line (the words, as Markdown).
 */
export function documentUri(feedback: Feedback): vscode.Uri {
  const isHunk = feedback.diffHunk !== null;
  const name = isHunk
    ? `${feedback.path?.split(/[\\/]/).at(-1)} (${vscode.l10n.t('as it was')}).diff`
    : `${feedback.author}${feedback.pullRequest ? ` on #${feedback.pullRequest.number}` : ''}.md`;
  return vscode.Uri.from({ scheme: hunkScheme, path: `/${name}`, query: encodeURIComponent(feedback.id) });
}

/** The text of such a document. */
export function documentOf(uri: vscode.Uri, store: Store): string {
  const feedback = store.getFeedback(decodeURIComponent(uri.query));
  if (!feedback) return vscode.l10n.t('This feedback is no longer there.');
  return feedback.diffHunk === null ? wordsOf(feedback) : hunkOf(feedback);
}

/** Lines above the hunk, so that the conversation can be put on its last line. */
export function lastLineOfHunk(feedback: Feedback): number {
  return hunkOf(feedback).split('\n').length - 1;
}

function hunkOf(feedback: Feedback): string {
  const note = vscode.l10n.t(
    'The code as it was when this was said. It is not in the open folders, or it has changed since.',
  );
  return `# ${feedback.path}\n# ${note}\n${(feedback.diffHunk ?? '').replace(/\r\n?/g, '\n')}`;
}

function wordsOf(feedback: Feedback): string {
  const { pullRequest } = feedback;
  const plain = (text: string) => text.replace(/[\\`*_{}[\]()#+!<>|~&]/g, '\\$&').replace(/\s+/g, ' ');
  const head = pullRequest
    ? `${plain(pullRequest.title)} (${plain(pullRequest.repository)}#${pullRequest.number})`
    : '';
  const link = /^https?:\/\/[^\s<>()]+$/.test(feedback.url ?? '')
    ? `\n\n[${vscode.l10n.t('Open on GitHub')}](${feedback.url})`
    : '';
  const when = new Date(feedback.createdAt).toLocaleString(vscode.env.language);
  return `# ${plain(feedback.author)}\n\n${[head, when].filter(Boolean).join(' · ')}\n\n---\n\n${safeMarkdown(feedback.body)}\n\n---${link}\n`;
}
