import * as vscode from 'vscode';
import { CairnError } from '../model/errors.ts';
import * as config from './config.ts';
import type { Pulling } from './pulling.ts';

/** There is nowhere to pull from yet. */
export function isBeforeFirstPull(error: unknown): boolean {
  return error instanceof CairnError && ['not-signed-in', 'no-repository'].includes(error.code);
}

const hour = 3600_000;

type Parts = {
  pulling: Pulling;
  isVisible: () => boolean;
  onVisibility: vscode.Event<unknown>;
  onFailure: (error: unknown) => void;
};

/**
 * Pulls by itself while somebody looks: when a Cairn view becomes visible or the window gets the focus and the
 * interval is over, and then at that interval; at once when there is somewhere new to pull from. Rests while no
 * view is visible or the window has no focus; after a failure it waits twice as long each time, up to an hour.
 */
export class PullingByItself implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #owned: vscode.Disposable[];
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #failedAt = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    const look = () => this.#plan();
    this.#owned = [
      parts.onVisibility(look),
      vscode.window.onDidChangeWindowState(look),
      parts.pulling.onDidChangeSource(() => {
        this.#failures = 0;
        this.#plan();
      }),
      config.onSettingChange(['pullInterval'], look),
    ];
    this.#plan();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const owned of this.#owned) owned.dispose();
  }

  #plan(): void {
    clearTimeout(this.#timer);
    const { pulling, isVisible } = this.#parts;
    const interval = config.pullInterval();
    if (interval === 0 || !isVisible() || !vscode.window.state.focused) return;
    const pause = Math.max(interval, Math.min(interval * 2 ** this.#failures, hour));
    const afterFailure = this.#failures > 0 ? this.#failedAt + pause : 0;
    const wait = Math.max(pulling.lastAt + interval, afterFailure, pulling.notBefore) - Date.now();
    // A timer holds no more than 24 days.
    if (wait > 24 * hour) this.#timer = setTimeout(() => this.#plan(), 24 * hour);
    else this.#timer = setTimeout(() => void this.#pullNow(), Math.max(wait, 1000));
  }

  async #pullNow(): Promise<void> {
    const { pulling, onFailure } = this.#parts;
    try {
      await pulling.pull();
      this.#failures = 0;
    } catch (error) {
      onFailure(error);
      // Whatever changes that plans anew.
      if (isBeforeFirstPull(error)) return;
      if (!(error instanceof CairnError && error.code === 'cancelled')) {
        this.#failures = Math.min(this.#failures + 1, 6);
        this.#failedAt = Date.now();
      }
    }
    this.#plan();
  }
}
