import * as vscode from 'vscode';
import { type Grouping, groupings } from '../../model/group.ts';
import { pick, wordArgument } from './ask.ts';
import type { Command } from './deps.ts';

/** `cairn.groupFeedback('goal' | 'pullRequest' | 'reviewer' | 'tag' | 'file' | 'theme'?)`. */
export const groupFeedback: Command = async ({ feedbackView }, argument) => {
  if (typeof argument === 'object' && argument !== null && 'showMore' in argument) {
    feedbackView.showMore(String(argument.showMore));
    return;
  }
  await feedbackView.setGrouping(
    wordArgument(argument, 'grouping', groupings) ?? (await ask(feedbackView.grouping)),
  );
};

function ask(now: Grouping): Promise<Grouping> {
  const names: Record<Grouping, [string, string]> = {
    goal: ['target', vscode.l10n.t('Goal')],
    pullRequest: ['git-pull-request', vscode.l10n.t('Pull request')],
    reviewer: ['person', vscode.l10n.t('Reviewer')],
    tag: ['tag', vscode.l10n.t('Tag')],
    file: ['file', vscode.l10n.t('File')],
    theme: ['layers', vscode.l10n.t('Theme')],
  };
  return pick(
    vscode.l10n.t('Group tagged feedback by'),
    groupings.map((value) => ({
      label: `$(${names[value][0]}) ${names[value][1]}`,
      description: value === now ? vscode.l10n.t('now') : '',
      value,
    })),
  );
}
