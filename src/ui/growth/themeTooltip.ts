import * as vscode from 'vscode';
import type { Opportunity, Recurrence, Theme } from '../../model/growth.ts';
import { plainLine } from '../../model/plainLine.ts';
import type { Feedback } from '../../model/state.ts';
import { settings } from '../ids.ts';
import { plural } from '../words/language.ts';
import { age, day } from '../words/time.ts';
import type { GrowthCore } from './growthCore.ts';
import { pullRequestLink } from './links.ts';

/** Pull requests that are listed; a longer history is cut with its number. */
const most = 12;

/** What is known of the theme of a piece of feedback, behind its words. */
export function appendTheme(text: vscode.MarkdownString, item: Feedback, growth: GrowthCore): void {
  const theme = growth.themeOf(item.id);
  if (!theme) return;
  const recurrence = growth.recurrenceOf(theme.id);
  const earlier = growth.earlier(item.id);
  text.appendMarkdown('\n\n---\n\n');
  appendHead(text, theme, recurrence);
  if (!earlier) return;
  text
    .appendMarkdown('\n\n')
    .appendText(vscode.l10n.t('It came up before, {0}: ', age(earlier.occurrence.at)))
    .appendMarkdown(pullRequestLink(earlier.occurrence));
}

/** The whole history of a theme. */
export function themeTooltip(theme: Theme, growth: GrowthCore): vscode.MarkdownString {
  const recurrence = growth.recurrenceOf(theme.id);
  const text = new vscode.MarkdownString();
  appendHead(text, theme, recurrence);
  if (theme.words.length > 0) {
    const words = theme.words.slice(0, 8).map((word) => plainLine(word, 40));
    text.appendMarkdown('\n\n').appendText(vscode.l10n.t('Because of: {0}', words.join(', ')));
  }
  if (recurrence && recurrence.occurrences.length > 0) {
    appendList(
      text,
      vscode.l10n.t('Came up on'),
      recurrence.occurrences,
      recurrence.standing !== 'not-enough',
    );
    if (recurrence.clear.length > 0)
      appendList(text, vscode.l10n.t('Touched such code without it since'), recurrence.clear, true);
  }
  return text;
}

function appendHead(text: vscode.MarkdownString, theme: Theme, recurrence: Recurrence | undefined): void {
  text.appendText(vscode.l10n.t('Theme: {0}', plainLine(theme.name, 120)));
  for (const line of recurrence ? sentences(recurrence) : []) text.appendMarkdown('\n\n').appendText(line);
}

/** What can be said of a theme, whole sentences, the rule by which it counts as learned included. */
function sentences({ standing, occurrences, clear, unknown, needed, learnedAt }: Recurrence): string[] {
  const now = new Date();
  const lines: string[] = [];
  if (standing === 'not-enough') lines.push(vscode.l10n.t('Not enough yet to say where it stands.'));
  else {
    const first = day(new Date(occurrences[0]!.at), now);
    lines.push(
      plural(
        occurrences.length,
        vscode.l10n.t('Came up on 1 pull request, {0}.', first),
        vscode.l10n.t('Came up on {0} pull requests since {1}.', occurrences.length, first),
      ),
    );
  }
  if (learnedAt !== null)
    lines.push(vscode.l10n.t('Counted as learned on {0}.', day(new Date(learnedAt), now)));
  if (standing !== 'not-enough') {
    const without =
      clear.length === 0
        ? vscode.l10n.t('No later pull request has touched such code without it yet')
        : plural(
            clear.length,
            vscode.l10n.t('1 later pull request touched such code without it'),
            vscode.l10n.t('{0} later pull requests touched such code without it', clear.length),
          );
    const rule = vscode.l10n.t(
      '{0} make it learned (setting {1})',
      needed,
      `cairn.${settings.growthOpportunities}`,
    );
    lines.push(`${without}; ${rule}.`);
  }
  if (unknown > 0)
    lines.push(
      plural(
        unknown,
        vscode.l10n.t('Of 1 more it is not known whether it touched such code: it counts for nothing.'),
        vscode.l10n.t(
          'Of {0} more it is not known whether they touched such code: they count for nothing.',
          unknown,
        ),
      ),
    );
  return lines;
}

function appendList(
  text: vscode.MarkdownString,
  head: string,
  pullRequests: readonly Opportunity[],
  hasTimes: boolean,
): void {
  text.appendMarkdown('\n\n').appendText(`${head}:`).appendMarkdown('\n');
  for (const one of pullRequests.slice(-most).reverse()) {
    const words = [plainLine(one.title, 60), hasTimes && age(one.at)].filter(Boolean);
    text.appendMarkdown(`\n- ${pullRequestLink(one)} `).appendText(words.join(' · '));
  }
  const left = pullRequests.length - most;
  if (left > 0) text.appendMarkdown('\n- ').appendText(vscode.l10n.t('{0} older ones', left));
}
