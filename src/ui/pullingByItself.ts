import * as vscode from 'vscode';
import { CairnError } from '../model/errors.ts';
import * as config from './config.ts';
import type { Pulling } from './pulling.ts';
import type { SignIn } from './signIn.ts';

/**
 * Pulls by itself while somebody looks: when a Cairn view becomes visible or the window gets the focus and the
 * interval is over, and then at that interval. Rests while no view is visible or the window has no focus; after
 * a failure it waits twice as long each time.
 */
export class PullingByItself implements vscode.Disposable {
  readonly #pulling: Pulling;
  readonly #isVisible: () => boolean;
  readonly #onFailure: (error: unknown) => void;
  readonly #owned: vscode.Disposable[];
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;

  constructor(parts: {
    pulling: Pulling;
    isVisible: () => boolean;
    onVisibility: vscode.Event<unknown>;
    signIn: SignIn;
    onFailure: (error: unknown) => void;
  }) {
    this.#pulling = parts.pulling;
    this.#isVisible = parts.isVisible;
    this.#onFailure = parts.onFailure;
    const look = () => this.#plan();
    this.#owned = [
      parts.onVisibility(look),
      vscode.window.onDidChangeWindowState(look),
      parts.signIn.onDidChange(look),
      config.onSettingChange(['repositories', 'mentee', 'pullInterval', 'host'], look),
    ];
    this.#plan();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const owned of this.#owned) owned.dispose();
  }

  #plan(): void {
    clearTimeout(this.#timer);
    const interval = config.pullInterval();
    if (interval === 0 || !this.#isVisible() || !vscode.window.state.focused) return;
    const wait = Math.min(interval * 2 ** this.#failures, 3_600_000);
    const due = Math.max(this.#pulling.lastAt + wait, this.#pulling.notBefore, Date.now() + 1000);
    this.#timer = setTimeout(() => void this.#pullNow(), due - Date.now());
  }

  async #pullNow(): Promise<void> {
    try {
      await this.#pulling.pull();
      this.#failures = 0;
    } catch (error) {
      // Not signed in or nothing chosen yet: the view's welcome says so, and signing in plans anew.
      if (error instanceof CairnError && (error.code === 'not-signed-in' || error.code === 'no-repository'))
        return;
      this.#failures = Math.min(this.#failures + 1, 6);
      this.#onFailure(error);
    }
    this.#plan();
  }
}
