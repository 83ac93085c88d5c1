import * as vscode from 'vscode';
import { groupings } from '../../programme/knowledge/outline.ts';
import { pick, wordArgument } from './ask.ts';
import type { Command } from './deps.ts';

/** `cairn.groupKnowledge('folder' | 'topic'?)`: how the Knowledge view is ordered. */
export const groupKnowledge: Command = async (deps, value) => {
  const knowledge = await deps.knowledge.load();
  const given = wordArgument(value, 'by', groupings);
  const names = { folder: vscode.l10n.t('By folder'), topic: vscode.l10n.t('By topic') };
  const icons = { folder: 'folder', topic: 'tag' };
  const by =
    given ??
    (await pick(
      vscode.l10n.t('How shall the knowledge notes be grouped?'),
      groupings.map((one) => ({
        label: `$(${icons[one]}) ${names[one]}`,
        description: one === knowledge.grouping ? vscode.l10n.t('as now') : '',
        value: one,
      })),
    ));
  await knowledge.group(by);
};
