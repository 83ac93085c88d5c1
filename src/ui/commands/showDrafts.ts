import * as vscode from 'vscode';
import type { Draft } from '../../journal/drafts/drafts.ts';
import { findAnchor } from '../../model/anchor/index.ts';
import { CairnError } from '../../model/errors.ts';
import { plainLine } from '../../model/plainLine.ts';
import { openUnsaved } from '../annotations/offerUnsaved.ts';
import { fileOf } from '../annotations/place.ts';
import { textArgument } from './ask.ts';
import { fromEditor } from './chosenAnnotation.ts';
import { plainIcons } from './chosenRecord.ts';
import type { Command, Deps } from './deps.ts';

/**
 * `cairn.showDrafts(id?)`: what was typed and not sent, to go on with: in a box at its place where that is still
 * there, else as an unsaved Markdown document.
 */
export const showDrafts: Command = async (deps, value) => {
  const id = textArgument(value, 'id', 200);
  const drafts = await (await (await deps.annotations.load()).drafts()).list();
  const chosen = id === undefined ? await askDraft(deps, drafts) : drafts.find((draft) => draft.id === id);
  if (!chosen) throw new CairnError('not-found', vscode.l10n.t('There is no such draft.'));
  await open(deps, chosen);
};

/** `cairn.discardDraft(id?)`: throws away what was typed and not sent. */
export const discardDraft: Command = async (deps, value) => {
  const annotations = await deps.annotations.load();
  const { boxes, keeper, publishing, threads } = annotations;
  const drawn = fromEditor(value);
  const box = drawn && boxes.boxOf(drawn.thread);
  const named = drawn
    ? (drawn.draftId ?? box?.id ?? threads.idOf(drawn.thread))
    : textArgument(value, 'id', 200);
  const id =
    named ?? (drawn ? undefined : (await askDraft(deps, await (await annotations.drafts()).list())).id);
  if (id !== undefined) {
    await publishing.forget(id);
    await keeper.done(id);
  }
  // A box for something new goes with what was in it.
  if (drawn && drawn.thread.comments.length === 0) drawn.thread.dispose();
};

async function open(deps: Deps, draft: Draft): Promise<void> {
  const { anchor, uri } = draft.place;
  const file =
    (anchor.path === '' ? null : await fileOf(anchor)) ?? (uri === '' ? null : vscode.Uri.parse(uri));
  const document =
    file &&
    (await vscode.workspace.openTextDocument(file).then(
      (one) => one,
      () => null,
    ));
  const lines = document && anchor.code !== '' ? findAnchor(document.getText(), [anchor]) : null;
  if (document && lines) {
    const { keeper, threads } = await deps.annotations.load();
    keeper.offer(draft);
    const selection = new vscode.Range(lines.endLine - 1, 0, lines.endLine - 1, 0);
    await vscode.window.showTextDocument(document, { selection });
    await threads.draw();
    return;
  }
  await openUnsaved(draft.body);
}

async function askDraft(deps: Deps, drafts: readonly Draft[]): Promise<Draft> {
  const remove = { iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Discard') };
  if (drafts.length === 0)
    throw new CairnError('not-found', vscode.l10n.t('Nothing was typed that is not sent.'));
  const list = vscode.window.createQuickPick<vscode.QuickPickItem & { draft: Draft }>();
  list.placeholder = vscode.l10n.t('Typed and not sent. Which one do you go on with?');
  list.matchOnDescription = true;
  list.items = [...drafts]
    .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
    .map((draft) => ({
      label: plainIcons(plainLine(draft.body, 80)),
      description: draft.place.anchor.path && `${draft.place.anchor.path}:${draft.place.anchor.startLine}`,
      detail: new Date(draft.updatedAt).toLocaleString(vscode.env.language),
      buttons: [remove],
      draft,
    }));
  const cancelled = new CairnError('cancelled', vscode.l10n.t('Cancelled.'));
  return new Promise((resolve, reject) => {
    list.onDidTriggerItemButton(({ item }) => {
      list.items = list.items.filter((one) => one !== item);
      void discardDraft(deps, item.draft.id).then(undefined, (error) => deps.log.error(String(error)));
    });
    list.onDidAccept(() => {
      const [item] = list.selectedItems;
      if (item) resolve(item.draft);
      list.hide();
    });
    list.onDidHide(() => {
      list.dispose();
      reject(cancelled);
    });
    list.show();
  });
}
