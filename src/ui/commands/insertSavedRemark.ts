import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { commands } from '../ids.ts';
import { readRemarks } from '../remarks/file.ts';
import { firstLine, type Remark } from '../remarks/remarks.ts';
import { activeEditor } from './activeText.ts';
import { cancelled, objectArgument, textArgument } from './ask.ts';
import type { Command } from './deps.ts';

/**
 * `cairn.insertSavedRemark({ topic?, text? }?)`: puts a remark of one's own where the caret is, in a comment box or an
 * editor: the first one whose topic is `topic` and which begins with `text`. Resolves to `{ topic, text }`.
 */
export const insertSavedRemark: Command = async (_deps, argument) => {
  const given = objectArgument(argument);
  const [topic, begin] = [
    textArgument(given?.topic, 'topic', 200),
    textArgument(given?.text, 'text', 60_000),
  ];
  const remarks = await readRemarks();
  const editor = activeEditor();
  const remark = given
    ? remarks.find(
        (one) =>
          (topic === undefined || one.topic.toLowerCase() === topic.trim().toLowerCase()) &&
          (begin === undefined || one.text.startsWith(begin)),
      )
    : await choose(remarks);
  if (!remark) {
    throw new CairnError('not-found', vscode.l10n.t('There is no such remark among your saved ones.'));
  }
  const isIn = await editor.insertSnippet(new vscode.SnippetString().appendText(remark.text));
  if (!isIn) throw new CairnError('not-found', vscode.l10n.t('Nothing can be written there.'));
  return { topic: remark.topic, text: remark.text };
};

async function choose(remarks: readonly Remark[]): Promise<Remark> {
  const edit: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('edit'),
    tooltip: vscode.l10n.t('Edit your saved remarks'),
  };
  type Item = vscode.QuickPickItem & { remark?: Remark };
  const picker = vscode.window.createQuickPick<Item>();
  picker.placeholder = vscode.l10n.t('Which remark?');
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.buttons = [edit];
  picker.items =
    remarks.length === 0
      ? [
          {
            label: `$(info) ${vscode.l10n.t('You have saved no remarks yet')}`,
            detail: vscode.l10n.t(
              'Select words in a comment and use “Cairn: Save Remark”, or write some by hand.',
            ),
            alwaysShow: true,
          },
        ]
      : byTopic(remarks);
  const chosen = await new Promise<Remark | 'edit' | undefined>((resolve) => {
    picker.onDidTriggerButton(() => resolve('edit'));
    picker.onDidAccept(() =>
      resolve(picker.selectedItems[0]?.remark ?? (remarks.length === 0 ? 'edit' : undefined)),
    );
    picker.onDidHide(() => resolve(undefined));
    picker.show();
  });
  picker.dispose();
  if (chosen === 'edit') await vscode.commands.executeCommand(commands.editSavedRemarks);
  if (chosen === undefined || chosen === 'edit') throw cancelled();
  return chosen;
}

/** With a line between two topics. */
function byTopic(remarks: readonly Remark[]): (vscode.QuickPickItem & { remark?: Remark })[] {
  const groups = Map.groupBy(remarks, ({ topic }) => topic.toLowerCase());
  return [...groups.values()].flatMap((group) => [
    { label: group[0]!.topic, kind: vscode.QuickPickItemKind.Separator },
    ...group.map((remark) => {
      const more = remark.text.includes('\n') ? remark.text.slice(remark.text.indexOf('\n')).trim() : '';
      return { label: plain(firstLine(remark.text)), detail: plain(firstLine(more)) || undefined, remark };
    }),
  ]);
}

/** What looks like an icon's name in a label would be drawn as one. */
const plain = (text: string) => text.replaceAll('$(', '$\u200b(');
