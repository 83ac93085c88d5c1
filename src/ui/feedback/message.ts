import * as vscode from 'vscode';
import { type Filter, isEmptyFilter } from '../../model/filter.ts';
import type { FeedbackGroup } from '../../model/group.ts';
import type { Situation } from '../situation.ts';
import { tagName } from '../words/tags.ts';

/** The welcome of an empty view says these with a button to press; a message would take its place. */
const isSaidByWelcome = new Set(['not-signed-in', 'no-repository']);

/** The line above the tree: what went wrong, what is under way, what the view is narrowed to. */
export function messageOf(
  situation: Situation,
  filter: Filter,
  groups: () => FeedbackGroup[],
  hasFeedback: boolean,
): string | undefined {
  const problems = situation.problems.filter(({ code }) => hasFeedback || !isSaidByWelcome.has(code));
  const lines = [
    ...problems.map(({ message }) => `⚠ ${message}`),
    situation.pulling,
    filterLine(filter, groups),
  ];
  return lines.filter(Boolean).join('\n') || undefined;
}

function filterLine(filter: Filter, groups: () => FeedbackGroup[]): string | null {
  if (isEmptyFilter(filter)) return null;
  const shown = new Set(groups().flatMap((group) => group.items)).size;
  const parts = [
    filter.text?.trim() && `“${filter.text.trim()}”`,
    filter.tag &&
      (filter.tag === 'untagged'
        ? vscode.l10n.t('to tag')
        : filter.tag === 'setAside'
          ? vscode.l10n.t('set aside')
          : tagName(filter.tag)),
    filter.author,
    filter.repository,
    filter.unresolved && vscode.l10n.t('unresolved'),
  ].filter(Boolean);
  return vscode.l10n.t('Filter: {0} — {1} shown', parts.join(', '), shown);
}
