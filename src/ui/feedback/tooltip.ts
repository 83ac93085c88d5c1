import * as vscode from 'vscode';
import { plainLine } from '../../model/plainLine.ts';
import { safeMarkdown } from '../../model/safeText.ts';
import type { Feedback } from '../../model/state.ts';
import { suggestedFor } from '../../model/suggested.ts';
import { appendFollowed } from '../growth/followWords.ts';
import type { GrowthCore } from '../growth/growthCore.ts';
import { appendTheme } from '../growth/themeTooltip.ts';
import { suggestionName, tagName } from '../words/tags.ts';
import { age } from '../words/time.ts';
import { claim, claimOf, nameWord } from '../words/whose.ts';

/** Who wrote it down and who tagged it: said where it is unverified, or where more than one person writes. */
function whoseLines(item: Feedback, isSeveral: boolean): string[] {
  const said = claimOf(item);
  const lines: string[] = [];
  if (item.isPrivate) lines.push(vscode.l10n.t('Private: only you see what you say about it.'));
  if (said !== null) lines.push(vscode.l10n.t('This feedback {0}.', said));
  else if (isSeveral && item.createdBy !== null)
    lines.push(vscode.l10n.t('Written down by {0}.', nameWord(item.createdBy)));
  if (item.tag === null || item.taggedBy === null) return lines;
  if (item.tagClaimedBy !== null)
    lines.push(vscode.l10n.t('The tag {0}.', claim(item.tagClaimedBy, item.taggedBy)));
  else if (isSeveral)
    lines.push(vscode.l10n.t('Tagged {0} by {1}.', tagName(item.tag), nameWord(item.taggedBy)));
  return lines;
}

/** What the user thinks of it, with whether its author knows. */
function ratingLines({ rating }: Feedback): string[] {
  if (rating === null) return [];
  const mark = rating.isHelpful
    ? vscode.l10n.t('You found it helpful.')
    : vscode.l10n.t('You found it not helpful.');
  const sent = rating.isSent ? vscode.l10n.t('Sent to its author.') : vscode.l10n.t('Only you see this.');
  return [`${mark} ${sent}`, ...(rating.note === null ? [] : [plainLine(rating.note, 300)])];
}

/**
 * The whole words with where they stand, made when somebody hovers.
 * @param because the words because of which it has its suggestion
 * @param isSeveral more than one person writes in this space
 * @param growth what is known of its theme
 */
export function tooltipOf(
  item: Feedback,
  because: string | null,
  isSeveral = false,
  growth?: GrowthCore,
): vscode.MarkdownString {
  const { pullRequest } = item;
  const head = [
    item.author,
    pullRequest && `${pullRequest.repository}#${pullRequest.number}`,
    item.path &&
      `${item.path}${(item.line ?? item.originalLine) ? `:${item.line ?? item.originalLine}` : ''}`,
    age(item.createdAt),
    item.isResolved ? vscode.l10n.t('resolved') : null,
    item.isOutdated ? vscode.l10n.t('outdated') : null,
    item.isMinimized ? vscode.l10n.t('hidden on GitHub') : null,
  ].filter(Boolean);
  const text = new vscode.MarkdownString(undefined, true);
  text.isTrusted = false;
  text.supportHtml = false;
  text
    .appendText(head.join(' · '))
    .appendMarkdown('\n\n---\n\n')
    .appendMarkdown(safeMarkdown(item.body.slice(0, 4000)));
  const suggestion = suggestedFor(item);
  if (suggestion) {
    const name = suggestionName(suggestion);
    text
      .appendMarkdown('\n\n---\n\n')
      .appendText(
        because === null
          ? vscode.l10n.t('Suggested: {0}', name)
          : vscode.l10n.t('Suggested: {0}, because of: “{1}”', name, because),
      );
  }
  if (growth) appendFollowed(text, item, growth);
  if (growth) appendTheme(text, item, growth);
  const whose = [...ratingLines(item), ...whoseLines(item, isSeveral)];
  if (whose.length > 0) text.appendMarkdown('\n\n---\n\n').appendText(whose.join('\n'));
  text.supportThemeIcons = false;
  return text;
}
