import * as vscode from 'vscode';
import type { Feedback } from '../../model/state.ts';
import type { Store } from '../store.ts';

type Git = {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): { state: { HEAD?: { commit?: string } } } | null };
};

/**
 * Whether GitHub Pull Requests draws this thread already. It cannot be asked; what is known is that it draws the
 * threads of a file in the workspace when the pull request's branch is checked out: it is active, and the
 * repository stands at the pull request's head.
 */
export async function isShownByPullRequests(
  file: vscode.Uri,
  store: Store,
  feedback: Feedback,
): Promise<boolean> {
  if (!vscode.extensions.getExtension('GitHub.vscode-pull-request-github')?.isActive) return false;
  const git = vscode.extensions.getExtension<Git>('vscode.git');
  if (!git?.isActive || !feedback.pullRequest) return false;
  const head = git.exports.getAPI(1).getRepository(file)?.state.HEAD?.commit;
  return head !== undefined && head === store.record(feedback.pullRequest)?.headSha;
}
