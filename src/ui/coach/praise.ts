import * as vscode from 'vscode';
import { readability } from '../../coach/comment/index.ts';

const key = 'coach.praised';
/** How many rounds are remembered. */
const most = 100;
/** Shorter is a comment that is only begun, in characters. */
const shortest = 30;
/** How long the line stays, in milliseconds. */
const shown = 12_000;

/** Reminds once a round, by a line in the status bar that goes away, that specific praise is allowed. */
export class Praise {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  /**
   * @param round which round this comment belongs to
   * @returns whether the line is shown
   */
  remind(document: Pick<vscode.TextDocument, 'getText'>, round: string): boolean {
    const text = document.getText();
    if (text.trim().length < shortest || readability(text) !== 'words') return false;
    const known = this.#memory.get<unknown>(key);
    const rounds = Array.isArray(known) ? known.filter((one) => typeof one === 'string') : [];
    if (rounds.includes(round)) return false;
    void this.#memory.update(key, [...rounds, round].slice(-most));
    // Who praises already needs no reminder.
    if (/^\W{0,20}praise\b/i.test(text)) return false;
    vscode.window.setStatusBarMessage(
      `$(thumbsup) ${vscode.l10n.t('Is something here done well? Saying what, and why, teaches, too.')}`,
      shown,
    );
    return true;
  }
}
