import * as vscode from 'vscode';
import { plainLine } from '../../model/plainLine.ts';
import { cancelled } from '../commands/ask.ts';
import { type Line, lineOf, textOf } from './lines.ts';

/** So many expectations a guess can have. */
export const mostLines = 50;

/**
 * Asks for expectations, one a line, in a box that stays open: Enter adds a line, Enter in an empty box is the end. What
 * was typed goes to `keep` at each step, so that leaving loses nothing. Throws 'cancelled'.
 */
export function askLines(
  title: string,
  begun: readonly Line[],
  keep: (lines: Line[]) => void,
): Promise<Line[]> {
  const lines = [...begun];
  const box = vscode.window.createInputBox();
  const last = {
    iconPath: new vscode.ThemeIcon('discard'),
    tooltip: vscode.l10n.t('Take the last line back into the box'),
  };
  const done = { iconPath: new vscode.ThemeIcon('check'), tooltip: vscode.l10n.t('That is all') };
  let isOver = false;
  /** What stood in the box when a line was added: what is typed before the box is empty comes behind it. */
  let added: string | null = null;
  const draw = () => {
    const [newest] = lines.slice(-1);
    box.title = lines.length === 0 ? title : vscode.l10n.t('{0} ({1} noted)', title, lines.length);
    box.prompt = newest
      ? vscode.l10n.t(
          'Noted: “{0}”. One more, or Enter in the empty box to finish',
          plainLine(textOf(newest), 80),
        )
      : vscode.l10n.t('One expectation a line, Enter adds it. Enter in the empty box: I expect nothing');
    box.placeholder = vscode.l10n.t('error handling · src/retry.ts: a test for the timeout is missing');
    box.buttons = lines.length > 0 ? [last, done] : [done];
  };
  box.ignoreFocusOut = true;
  draw();
  return new Promise<Line[]>((resolve, reject) => {
    const finish = () => {
      const line = lineOf(box.value);
      if (line && lines.length < mostLines) lines.push(line);
      isOver = true;
      resolve(lines);
      box.hide();
    };
    box.onDidAccept(() => {
      const line = lineOf(box.value);
      if (!line || lines.length >= mostLines) return finish();
      lines.push(line);
      keep(lines);
      added = box.value;
      box.value = '';
      draw();
    });
    box.onDidChangeValue((value) => {
      if (added !== null && value.startsWith(added)) box.value = value.slice(added.length);
      else added = null;
    });
    box.onDidTriggerButton((button) => {
      if (button !== last) return finish();
      const taken = lines.pop();
      keep(lines);
      if (taken) box.value = textOf(taken);
      draw();
    });
    box.onDidHide(() => {
      box.dispose();
      if (isOver) return;
      const line = lineOf(box.value);
      if (line) keep([...lines, line]);
      reject(cancelled());
    });
    box.show();
  });
}
