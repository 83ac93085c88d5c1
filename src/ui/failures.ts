import * as vscode from 'vscode';
import { CairnError } from '../model/errors.ts';
import type { SituationKeeper } from './situation.ts';
import { wordsFor } from './words.ts';

/** Shows failures in the views, where they matter, and writes them to the log; no pop-ups. */
export class Failures {
  readonly #log: vscode.LogOutputChannel;
  readonly #situation: SituationKeeper;

  constructor(log: vscode.LogOutputChannel, situation: SituationKeeper) {
    this.#log = log;
    this.#situation = situation;
  }

  /** Notes a failure; one that the user chose (a cancelled question) is none. */
  show(error: unknown): void {
    const isKnown = error instanceof CairnError;
    if (isKnown && error.code === 'cancelled') return;
    if (isKnown)
      this.#log.warn(`[${error.code}] ${error.message}${error.detail ? ` (${error.detail})` : ''}`);
    else this.#log.error(error instanceof Error ? error : String(error));
    this.#situation.set({ problem: { code: isKnown ? error.code : 'bug', message: wordsFor(error) } });
    vscode.window.setStatusBarMessage(`$(warning) Cairn: ${wordsFor(error)}`, 8000);
  }

  clear(): void {
    if (this.#situation.now.problem) this.#situation.set({ problem: null });
  }
}
