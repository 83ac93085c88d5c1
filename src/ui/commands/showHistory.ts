import * as vscode from 'vscode';
import { type HistoryEntry, historyOf } from '../../model/history.ts';
import { wordsFor } from '../words/errors.ts';
import { changeWords } from '../words/history.ts';
import { languageTag } from '../words/language.ts';
import { age } from '../words/time.ts';
import { claim, nameWord } from '../words/whose.ts';
import { type ChosenRecord, chosenRecords, plainIcons, recordById } from './chosenRecord.ts';
import type { Command, Deps } from './deps.ts';
import { releaseRows } from './openFeedback.ts';
import { isOwn } from './ownWords.ts';
import { undoAct } from './undo.ts';

type Item = vscode.QuickPickItem & { entry: HistoryEntry };

/**
 * `cairn.showHistory(record?)`: how a goal, feedback or a next action came to be, newest first; each act that stands
 * can be undone there, and each undone one redone. Resolves to what is shown as soon as it is shown.
 */
export const showHistory: Command = async (deps, ...args) => {
  releaseRows();
  const [record] = await chosenRecords(deps, args);
  const entries = await read(deps, record!);
  show(deps, record!, entries);
  return entries;
};

async function read(deps: Deps, { id }: ChosenRecord): Promise<HistoryEntry[]> {
  return historyOf(await deps.store.events(), id, await isOwn(deps));
}

function show(deps: Deps, record: ChosenRecord, entries: HistoryEntry[]): void {
  const list = vscode.window.createQuickPick<Item>();
  let isOver = false;
  const draw = (fresh: HistoryEntry[]) => {
    const active = list.activeItems[0]?.entry;
    list.items = fresh.map((entry) => itemOf(entry, record, deps));
    // Undoing from the list leaves the list where it was.
    const same = list.items.find(({ entry }) => entry.act === active?.act && entry.at === active.at);
    if (same) list.activeItems = [same];
    list.placeholder =
      fresh.length > 0
        ? vscode.l10n.t('Search; Enter undoes an act, or does it again')
        : vscode.l10n.t('Nothing was said about it yet.');
  };
  const refresh = () =>
    read(deps, record).then(
      (fresh) => isOver || draw(fresh),
      (error) => deps.log.error(error),
    );
  const flip = async ({ entry }: Item) => {
    if (entry.toggle === null) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('Cairn: that is not yours to undo here.'), 6000);
      return;
    }
    list.busy = true;
    try {
      for (const act of entry.toggle) await undoAct(deps, act);
    } catch (error) {
      deps.log.error(error instanceof Error ? error : String(error));
      vscode.window.setStatusBarMessage(`$(warning) Cairn: ${wordsFor(error)}`, 8000);
    } finally {
      list.busy = false;
    }
    if (!isOver) await refresh();
  };
  const changes = deps.store.onDidChange(() => void refresh());
  list.title = vscode.l10n.t('History of “{0}”', record.name);
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.keepScrollPosition = true;
  // The page takes the focus back when its menu closes: that is no wish to leave.
  list.ignoreFocusOut = true;
  draw(entries);
  list.onDidTriggerItemButton(({ item }) => flip(item));
  list.onDidAccept(() => {
    const [item] = list.activeItems;
    if (item) void flip(item);
  });
  list.onDidHide(() => {
    isOver = true;
    changes.dispose();
    list.dispose();
  });
  list.show();
}

function itemOf(entry: HistoryEntry, record: ChosenRecord, deps: Deps): Item {
  const { undone, toggle } = entry;
  const nameOf = (id: string) => recordById(deps, id)?.name ?? '';
  const words = entry.changes.map((change) => changeWords(change, record.id, nameOf)).join('; ');
  const details = [
    entry.isPrivate && `$(lock) ${vscode.l10n.t('private')}`,
    entry.claimedBy !== null && `$(warning) ${plainIcons(claim(entry.claimedBy, entry.by))}`,
    undone &&
      `$(discard) ${vscode.l10n.t('undone by {0}, {1}', plainIcons(nameWord(undone.by)), age(undone.at))}`,
  ].filter(Boolean);
  const item: Item = {
    label: plainIcons(undone ? vscode.l10n.t('Undone: {0}', words) : words),
    description: vscode.l10n.t(
      '{0}, {1} ({2})',
      plainIcons(nameWord(entry.by)),
      age(entry.at),
      moment(entry.at),
    ),
    entry,
  };
  if (details.length > 0) item.detail = details.join('   ');
  if (toggle !== null) {
    item.buttons = [
      undone
        ? { iconPath: new vscode.ThemeIcon('redo'), tooltip: vscode.l10n.t('Do it again') }
        : { iconPath: new vscode.ThemeIcon('discard'), tooltip: vscode.l10n.t('Undo this act') },
    ];
  }
  return item;
}

function moment(time: string): string {
  return new Intl.DateTimeFormat(languageTag(), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(time),
  );
}
