import * as vscode from 'vscode';
import type { Git, SyncResult } from '../../git/index.ts';
import type { ActiveSpace } from '../activeSpace.ts';
import * as config from '../config.ts';
import type { Failures } from '../failures.ts';
import type { SignIn } from '../signIn.ts';
import type { Store } from '../store.ts';
import type { ActiveSync } from './activeSync.ts';
import type { SyncStatus } from './status.ts';

export type SyncingParts = {
  store: Store;
  activeSpace: ActiveSpace;
  signIn: SignIn;
  failures: Failures;
  log: vscode.LogOutputChannel;
  /** Makes what runs git; its code is loaded for a shared space only. */
  git: () => Promise<Git>;
};

/** Acts come in groups: one look at what they have left for the remote is enough, in milliseconds. */
const settle = 300;

/**
 * Keeps the active space in step with its remote and shows in the status bar how it stands. Nothing of it is loaded
 * or shown before something of Cairn was: see `activeSync.ts`.
 */
export class Syncing implements vscode.Disposable {
  readonly #parts: SyncingParts;
  readonly #owned: vscode.Disposable[];
  #soon: NodeJS.Timeout | undefined;
  #active: Promise<ActiveSync> | undefined;

  constructor(parts: SyncingParts) {
    this.#parts = parts;
    const withActive = (act: (active: ActiveSync) => void) => () => void this.#active?.then(act);
    this.#owned = [
      parts.store.onDidChange(() => {
        clearTimeout(this.#soon);
        if (parts.store.space || this.#active) this.#soon = setTimeout(() => void this.look(), settle);
      }),
      // What is under way there is of no use any more, before the other space is even open.
      parts.activeSpace.onDidChange(withActive((active) => active.leave())),
      parts.signIn.onDidChange(withActive((active) => active.tryAgain())),
      config.onSettingChange(
        ['syncInterval'],
        withActive((active) => active.plan()),
      ),
      // The token belongs to another server from now on; the store is opened anew and has us look again.
      config.onSettingChange(
        ['host'],
        withActive((active) => active.leave()),
      ),
      vscode.window.onDidChangeWindowState(withActive((active) => active.setFocus())),
    ];
  }

  /** Looks whether there is something to sync: after an act, a share, a join. Never throws. */
  async look(): Promise<void> {
    try {
      await (await this.#load()).look();
    } catch (error) {
      this.#parts.log.error(error instanceof Error ? error : String(error));
    }
  }

  /**
   * Brings what was written up to now to the remote and takes in what is there. Throws what `syncSpace` throws, and
   * 'bad-remote' for a space that is on this machine only.
   */
  async syncNow(): Promise<SyncResult> {
    await this.#parts.store.load();
    return (await this.#load()).syncNow();
  }

  /** How the active space stands; `undefined` where none could be opened. */
  async status(): Promise<SyncStatus | undefined> {
    await this.#parts.store.load();
    return (await this.#load()).status();
  }

  /** Stops what is under way for this space, until the next look. Resolves when git does nothing any more. */
  async leave(): Promise<void> {
    await (await this.#active)?.leave();
  }

  dispose(): void {
    clearTimeout(this.#soon);
    for (const owned of this.#owned) owned.dispose();
    void this.#active?.then((active) => active.dispose());
  }

  #load(): Promise<ActiveSync> {
    this.#active ??= import('./activeSync.ts').then(({ ActiveSync }) => new ActiveSync(this.#parts));
    return this.#active;
  }
}
