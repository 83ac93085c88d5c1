import * as vscode from 'vscode';
import { earlierWords } from '../growth/earlierWords.ts';
import type { GrowthCore } from '../growth/growthCore.ts';
import { commands } from '../ids.ts';
import type { DrawnComment } from './comments.ts';

/** Behind feedback of a theme that had been learned: where it came up before, as a pointer to that conversation. */
export function earlierComment(feedbackId: string, growth: GrowthCore | undefined): DrawnComment[] {
  const earlier = growth?.earlier(feedbackId);
  if (!earlier?.wasLearned) return [];
  const { occurrence } = earlier;
  // A bracket would end the link.
  const input = encodeURIComponent(JSON.stringify([occurrence.feedbackId, { fromRow: true }])).replace(
    /[()]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  // All of these words are Cairn's own, and the only thing that they can start is to open that feedback.
  const text = new vscode.MarkdownString(
    earlierWords(earlier, `[#${occurrence.number}](command:${commands.openFeedback}?${input})`),
  );
  text.isTrusted = { enabledCommands: [commands.openFeedback] };
  text.supportHtml = false;
  return [
    {
      author: { name: 'Cairn' },
      body: text,
      mode: vscode.CommentMode.Preview,
      label: vscode.l10n.t('only you see this'),
      contextValue: 'pointer',
    },
  ];
}
