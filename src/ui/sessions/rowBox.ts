import * as vscode from 'vscode';
import { cancelled } from '../commands/ask.ts';
import { back } from '../commands/steps.ts';
import { isLink, type ReadDate, rowWords } from './rowWords.ts';
import type { SessionDraft } from './unlogged.ts';

/** How the rows end: logged as they are, logged and then written on at length, or asked first what it was. */
export type RowsEnd = 'log' | 'write' | 'ask';

/**
 * Asks for rows, one line each, in one box that stays open, so that nothing is typed into the void between two rows.
 * Enter keeps a row, Enter in an empty line ends; the way back leads through the rows to the question before them.
 * While a line is typed the box says how it is read. What is typed stands in the draft with every key.
 * @param onKept told whenever the draft has changed
 * @param isFirst nothing was asked before: an empty first line does not log, it asks what the session was
 * Throws 'cancelled' when the user leaves.
 */
export function askRows(
  title: string,
  draft: SessionDraft,
  onKept: () => void,
  isFirst = false,
): Promise<RowsEnd | typeof back> {
  const box = vscode.window.createInputBox();
  const { rows, link } = draft;
  /** The row in the box; as many as there are for a new one. */
  let at = rows.length;
  let readDate: ReadDate | undefined;
  const private_ = () => ({
    iconPath: new vscode.ThemeIcon(draft.isPrivate ? 'lock' : 'unlock'),
    tooltip: draft.isPrivate ? vscode.l10n.t('Share it with the space') : vscode.l10n.t('Keep it private'),
  });
  const write = {
    iconPath: new vscode.ThemeIcon('edit'),
    tooltip: vscode.l10n.t('Log it and write at length'),
  };
  let lock = private_();
  const draw = () => {
    box.title = draft.isPrivate ? vscode.l10n.t('{0} (private: only you will see it)', title) : title;
    box.prompt = promptOf(at, isFirst && rows.length === 0);
    lock = private_();
    // What was planned is shared or private already.
    box.buttons = [vscode.QuickInputButtons.Back, write, ...(draft.planned === null ? [lock] : [])];
  };
  const read = () => {
    const found = rowWords(box.value, new Date(), readDate ?? (() => null));
    const { Info, Warning } = vscode.InputBoxValidationSeverity;
    box.validationMessage = found && { message: found.words, severity: found.isDoubtful ? Warning : Info };
  };
  const take = (line: string) => {
    if (at < rows.length) rows[at] = line;
    draft.typed = at < rows.length ? '' : line;
  };
  const changed = () => {
    take(box.value);
    onKept();
    read();
  };
  const show = (line: string) => {
    box.value = line;
    take(line);
    draw();
    read();
  };
  /** Puts the line in the box among the rows; where it is empty, it is none of them. */
  const keep = () => {
    const line = box.value.trim();
    if (isLink(line)) {
      draft.link = line;
      if (at < rows.length) rows.splice(at, 1);
    } else if (line !== '') rows[at++] = line;
    else if (at < rows.length) rows.splice(at, 1);
  };
  // Loaded while the first words are typed.
  void import('../../sessions/dates.ts').then((dates) => {
    readDate = dates.readDate;
    read();
  });
  box.placeholder = vscode.l10n.t('Retries | they hide the real failure | @ada write the test by friday');
  box.ignoreFocusOut = true;
  show(draft.typed);
  return new Promise<RowsEnd | typeof back>((resolve, reject) => {
    const end = (how: RowsEnd | typeof back) => {
      onKept();
      resolve(how);
      box.hide();
    };
    box.onDidChangeValue(changed);
    box.onDidAccept(() => {
      const isEnd = box.value.trim() === '' && at >= rows.length;
      if (isEnd) return end(isFirst && rows.length === 0 && draft.link === link ? 'ask' : 'log');
      keep();
      show(rows[at] ?? '');
      onKept();
    });
    box.onDidTriggerButton((button) => {
      if (button === lock) {
        draft.isPrivate = !draft.isPrivate;
        onKept();
        return draw();
      }
      if (button === write) {
        keep();
        draft.typed = '';
        return end('write');
      }
      if (at === 0) return end(back);
      const line = box.value.trim();
      if (line !== '' || at < rows.length) {
        const before = at;
        keep();
        at = before;
      }
      show(rows[--at] ?? '');
      onKept();
    });
    box.onDidHide(() => reject(cancelled()));
    box.show();
  }).finally(() => box.dispose());
}

function promptOf(at: number, isAsking: boolean): string {
  if (isAsking)
    return vscode.l10n.t(
      'Row 1: topic | insight | @who next action by friday. An empty line changes kind, people, length and goals.',
    );
  return at === 0
    ? vscode.l10n.t(
        'Row 1: topic | insight | @who next action by friday. An empty line ends; a link alone is the call’s.',
      )
    : vscode.l10n.t('Row {0}. An empty line ends and logs the session.', at + 1);
}
