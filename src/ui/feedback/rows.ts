import * as vscode from 'vscode';
import type { HeldPull } from '../../growth/selfReview/held.ts';
import type { FeedbackGroup } from '../../model/group.ts';
import { plainLine } from '../../model/plainLine.ts';
import type { Feedback, Tag } from '../../model/state.ts';
import { suggestedFor } from '../../model/suggested.ts';
import type { GrowthCore } from '../growth/growthCore.ts';
import { commands } from '../ids.ts';
import { suggestionName, tagName } from '../words/tags.ts';
import { age } from '../words/time.ts';
import { badgeUri, marksOf, markWords } from './badges.ts';
import { type Node, themeIdOf } from './nodes.ts';

const icons: Record<Tag, [icon: string, colour: string]> = {
  keep: ['pass', 'charts.green'],
  stop: ['circle-slash', 'charts.red'],
  start: ['arrow-circle-right', 'charts.blue'],
};

/**
 * The row that draws a node.
 * @param growth what is known of themes, where somebody has asked
 */
export function rowOf(node: Node, growth?: GrowthCore): vscode.TreeItem {
  if (node.type === 'group') return groupRow(node.group, growth);
  if (node.type === 'held') return heldRow(node.pull);
  if (node.type === 'more') return moreRow(node);
  return feedbackRow(node.item, node.group, growth);
}

function groupRow(group: FeedbackGroup, growth?: GrowthCore): vscode.TreeItem {
  const isOpen = group.kind === 'untagged' || (group.kind !== 'bots' && group.kind !== 'setAside');
  const row = new vscode.TreeItem(
    groupName(group),
    isOpen ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed,
  );
  row.id = group.id;
  const theme = themeIdOf(group);
  const standing = theme && growth?.standing(theme);
  row.description = [group.items.length, standing].filter(Boolean).join(' · ');
  row.contextValue = theme ? `group theme${theme.startsWith('auto:') ? '' : ' named'}` : 'group';
  row.iconPath = new vscode.ThemeIcon(groupIcons[group.kind]);
  row.accessibilityInformation = {
    label: [vscode.l10n.t('{0}, {1} pieces of feedback', groupName(group), group.items.length), standing]
      .filter(Boolean)
      .join(', '),
  };
  return row;
}

const groupIcons: Record<FeedbackGroup['kind'], string> = {
  untagged: 'inbox',
  bots: 'hubot',
  setAside: 'archive',
  goal: 'target',
  pullRequest: 'git-pull-request',
  reviewer: 'person',
  tag: 'tag',
  file: 'file',
  theme: 'layers',
};

function groupName(group: FeedbackGroup): string {
  if (group.kind === 'untagged') return vscode.l10n.t('To tag');
  if (group.kind === 'bots') return vscode.l10n.t('Said by bots');
  if (group.kind === 'setAside') return vscode.l10n.t('Set aside');
  if (group.kind === 'tag' && group.name !== '') return tagName(group.name as Tag);
  if (group.name !== '') return plainLine(group.name, 120);
  return {
    goal: vscode.l10n.t('No goal yet'),
    pullRequest: vscode.l10n.t('Not on a pull request'),
    reviewer: vscode.l10n.t('Unknown'),
    tag: vscode.l10n.t('No tag yet'),
    file: vscode.l10n.t('Not about a file'),
    theme: vscode.l10n.t('In no theme'),
  }[group.kind];
}

/** A review that waits for a guess: says how much there is, and nothing of what it says. */
function heldRow({ repository, number, title, feedbackIds }: HeldPull): vscode.TreeItem {
  const waits =
    feedbackIds.length === 1
      ? vscode.l10n.t('#{0}: 1 comment waits for your guess', number)
      : vscode.l10n.t('#{0}: {1} comments wait for your guess', number, feedbackIds.length);
  const row = new vscode.TreeItem(waits);
  row.id = `held:${repository}#${number}`;
  row.description = plainLine(title, 100);
  row.tooltip = vscode.l10n.t(
    'Self-review first: note what you expect reviewers to say, then Cairn shows what they said. Or show it without a guess.',
  );
  row.contextValue = 'held';
  row.iconPath = new vscode.ThemeIcon('lightbulb');
  row.accessibilityInformation = { label: `${waits}, ${row.description}` };
  row.command = {
    command: commands.guessReview,
    title: '',
    arguments: [{ repository, number }, { fromRow: true }],
  };
  return row;
}

function moreRow({ group, left }: Extract<Node, { type: 'more' }>): vscode.TreeItem {
  const row = new vscode.TreeItem(vscode.l10n.t('{0} more…', left));
  row.id = `${group.id}/more`;
  row.tooltip = vscode.l10n.t('Narrow the view with a filter, or show more.');
  row.command = { command: commands.groupFeedback, title: '', arguments: [{ showMore: group.id }] };
  return row;
}

function feedbackRow(item: Feedback, group: FeedbackGroup, growth?: GrowthCore): vscode.TreeItem {
  const words = plainLine(item.body, 60) || vscode.l10n.t('(no words)');
  const row = new vscode.TreeItem(words);
  row.id = `${group.id}/${item.id}`;
  const place = item.path
    ? `${item.path.split('/').at(-1)}${(item.line ?? item.originalLine) ? `:${item.line ?? item.originalLine}` : ''}`
    : item.pullRequest && `#${item.pullRequest.number}`;
  const suggestion = suggestedFor(item);
  const suggested = suggestion && vscode.l10n.t('{0}?', suggestionName(suggestion));
  const state = item.isResolved
    ? vscode.l10n.t('resolved')
    : item.isOutdated
      ? vscode.l10n.t('outdated')
      : null;
  const marks = marksOf(item);
  const badge = badgeUri(item.id, marks);
  if (badge) row.resourceUri = badge;
  const rated =
    item.rating && (item.rating.isHelpful ? vscode.l10n.t('helpful') : vscode.l10n.t('not helpful'));
  const isBack = growth?.earlier(item.id)?.wasLearned && vscode.l10n.t('came up before');
  const followed = growth?.following.words(item.id);
  row.description = [
    ...markWords(marks),
    isBack,
    suggested,
    place,
    item.author,
    state,
    followed,
    rated,
    age(item.createdAt),
  ]
    .filter(Boolean)
    .join(' · ');
  row.iconPath = item.tag
    ? new vscode.ThemeIcon(icons[item.tag][0], new vscode.ThemeColor(icons[item.tag][1]))
    : suggestion
      ? // The shape says what is suggested; the colour is kept for what somebody has decided.
        new vscode.ThemeIcon(
          suggestion === 'setAside' ? 'archive' : icons[suggestion][0],
          new vscode.ThemeColor('disabledForeground'),
        )
      : new vscode.ThemeIcon(item.isPrivate ? 'lock' : 'comment');
  const sorted = item.isSetAside ? 'setAside' : item.tag ? `tagged ${item.tag}` : 'untagged';
  row.contextValue = `feedback ${sorted}${suggested ? ' suggested' : ''}${item.isPrivate ? ' private' : ''}${item.rating?.isSent === false ? ' rated' : ''}${isBack ? ' back' : ''}${item.goalIds.length > 0 ? ' linked' : ''}`;
  row.command = { command: commands.openFeedback, title: '', arguments: [item.id, { fromRow: true }] };
  row.accessibilityInformation = {
    label: [
      ...markWords(marks),
      item.tag ? vscode.l10n.t('tagged {0}', tagName(item.tag)) : vscode.l10n.t('not tagged'),
      suggestion && vscode.l10n.t('suggested: {0}', suggestionName(suggestion)),
      words,
      isBack,
      vscode.l10n.t('by {0}', item.author),
      place,
      state,
      followed,
      rated,
      age(item.createdAt),
    ]
      .filter(Boolean)
      .join(', '),
  };
  return row;
}
