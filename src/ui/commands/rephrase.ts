import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { isBox } from '../coach/boxes.ts';
import { models } from '../coach/models.ts';
import { askModel, noModel } from '../coach/rephrase/askModel.ts';
import { mayUseModel } from '../coach/settings.ts';
import { activeEditor } from './activeText.ts';
import { invalid, objectArgument, pick, textArgument } from './ask.ts';
import type { Command } from './deps.ts';

/** The model that was chosen last in this window. */
let chosen: string | undefined;

/**
 * `cairn.rephrase({ text, model? }?)`: asks a language model of VS Code for other words, of the selection or of the
 * whole comment box, and puts them in its place (undo brings the old ones back). The text goes to that model, now, and
 * nowhere else. With arguments nothing is replaced. Resolves to `{ text, model }`.
 */
export const rephrase: Command = async (_deps, argument) => {
  const given = objectArgument(argument);
  const text = textArgument(given?.text, 'text', 60_000);
  if (given && text === undefined)
    throw invalid(vscode.l10n.t('"text" is missing: what shall be rephrased?'));
  if (!mayUseModel()) {
    throw new CairnError(
      'model-not-allowed',
      vscode.l10n.t('Cairn uses no language model as long as the setting cairn.coach.languageModel is off.'),
    );
  }
  const model = await modelFor(textArgument(given?.model, 'model', 500));
  if (text !== undefined) {
    const { token } = new vscode.CancellationTokenSource();
    return { text: await askModel(model, text, token), model: model.id };
  }
  return inEditor(model, activeEditor());
};

async function inEditor(model: vscode.LanguageModelChat, editor: vscode.TextEditor) {
  const { document, selection } = editor;
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const range = document.validateRange(selection.isEmpty && isBox(document) ? whole : selection);
  const [before, version] = [document.getText(), document.version];
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const answer = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('{0} rephrases the comment …', model.name),
      cancellable: true,
    },
    (_progress, token) => askModel(model, before, token, { start, end }),
  );
  if (document.isClosed || document.version !== version) {
    throw new CairnError(
      'text-changed',
      vscode.l10n.t('You went on writing meanwhile: nothing was replaced. Try again when the text stands.'),
    );
  }
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, answer);
  await vscode.workspace.applyEdit(edit);
  vscode.window.setStatusBarMessage(
    `$(sparkle) ${vscode.l10n.t('Rephrased by {0}. Undo brings your words back.', model.name)}`,
    10_000,
  );
  return { text: answer, model: model.id };
}

async function modelFor(wanted: string | undefined): Promise<vscode.LanguageModelChat> {
  const all = await models();
  const found = all.find(({ id }) => id === (wanted ?? chosen));
  if (found) return found;
  if (all.length === 0 || wanted !== undefined) throw new CairnError('no-model', noModel());
  if (all.length === 1) return all[0]!;
  const items = all.map((model) => ({ label: model.name, description: model.vendor, value: model }));
  const model = await pick(vscode.l10n.t('Which language model may read this comment?'), items);
  chosen = model.id;
  return model;
}
