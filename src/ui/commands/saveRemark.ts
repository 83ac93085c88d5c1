import * as vscode from 'vscode';
import { isBox } from '../coach/boxes.ts';
import { commands } from '../ids.ts';
import { readRemarks, saveRemark as save } from '../remarks/file.ts';
import { plainText, plainTopic, topicsOf } from '../remarks/remarks.ts';
import { activeEditor } from './activeText.ts';
import { ask, invalid, objectArgument, pick, textArgument } from './ask.ts';
import type { Command } from './deps.ts';

const longest = 20_000;

/**
 * `cairn.saveRemark({ text, topic? }?)`: keeps what is selected, or the whole of a comment box, among one's own
 * remarks. Resolves to `{ isNew, topic, text }`.
 */
export const saveRemark: Command = async (_deps, argument) => {
  const given = objectArgument(argument);
  const text = plainText(given ? (textArgument(given.text, 'text', longest) ?? '') : selected());
  if (text === '') {
    throw invalid(
      vscode.l10n.t('There is nothing to save: select the words, or write them in a comment box.'),
    );
  }
  if (text.length > longest) throw invalid(vscode.l10n.t('This is too long for a remark.'));
  const topic = plainTopic(given ? (textArgument(given.topic, 'topic', 200) ?? '') : await askTopic());
  const isNew = await save({ topic, text });
  if (!given) void say(isNew, topic);
  return { isNew, topic, text };
};

function selected(): string {
  const { document, selection } = activeEditor();
  return selection.isEmpty && isBox(document) ? document.getText() : document.getText(selection);
}

async function askTopic(): Promise<string> {
  const topics = topicsOf(await readRemarks());
  const items = [
    ...topics.map((topic) => ({ label: topic, value: topic as string | null })),
    { label: `$(add) ${vscode.l10n.t('New topic…')}`, value: null },
  ];
  const picked = topics.length === 0 ? null : await pick(vscode.l10n.t('Which topic is it about?'), items);
  return picked ?? (await askNew());
}

const askNew = () =>
  ask({
    prompt: vscode.l10n.t('Which topic is it about?'),
    placeHolder: vscode.l10n.t('Naming, tests, error handling, …'),
    validate: (text) => (plainTopic(text) === '' ? vscode.l10n.t('Write a few words.') : undefined),
  });

async function say(isNew: boolean, topic: string): Promise<void> {
  const edit = vscode.l10n.t('Edit Remarks');
  const words = isNew
    ? vscode.l10n.t('Saved under “{0}”. It comes with Ctrl+Space in every comment box.', topic)
    : vscode.l10n.t('It stands under “{0}” already.', topic);
  const answer = await vscode.window.showInformationMessage(words, edit);
  if (answer === edit) await vscode.commands.executeCommand(commands.editSavedRemarks);
}
