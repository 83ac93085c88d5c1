import * as vscode from 'vscode';
import { trendScheme } from '../ids.ts';
import { readTrend } from '../reviewer/readTrend.ts';
import type { Command } from './deps.ts';

/**
 * `cairn.showReviewTrend()`: how the signed-in person's own review comments have changed, month by month, for
 * themselves only. Resolves to the months. Throws 'not-signed-in'.
 */
export const showReviewTrend: Command = async (deps) => {
  const { months } = await readTrend(deps);
  // A new address each time: the editor keeps what it was once told.
  const uri = vscode.Uri.from({
    scheme: trendScheme,
    path: `/${vscode.l10n.t('Your feedback')}.md`,
    query: String(Date.now()),
  });
  await vscode.commands.executeCommand('markdown.showPreview', uri);
  return months;
};
