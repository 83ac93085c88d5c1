import { realpathSync } from 'node:fs';
import * as vscode from 'vscode';
import type { ActiveSpace } from './activeSpace.ts';
import * as config from './config.ts';
import { dataFolder, settledFolder, settleFolder, wantedFolder } from './dataFolder.ts';
import type { Store } from './store.ts';
import type { Syncing } from './sync/syncing.ts';

export type DataFolderParts = {
  store: Store;
  activeSpace: ActiveSpace;
  syncing: Syncing;
  log: vscode.LogOutputChannel;
  onFailure: (error: unknown) => void;
};

/** How soon a window sees what was settled in another one, in milliseconds. */
const lookEvery = 1000;

/**
 * Follows the setting `cairn.dataFolder`: where it changes and the old folder holds spaces, the window with the focus
 * asks what shall become of them. All windows go on in the old folder until that is settled, and then in the new one.
 */
export class DataFolderKeeper implements vscode.Disposable {
  readonly #parts: DataFolderParts;
  readonly #owned: vscode.Disposable[];
  /** The folder that this window works in; empty while the setting means none. */
  #now: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Where the last look found that all may have to move to. */
  #pending: string | undefined;
  #asking: Promise<void> | undefined;
  #isLooking = false;
  /** Something has changed since the look began that is under way. */
  #isAsked = false;

  constructor(parts: DataFolderParts) {
    this.#parts = parts;
    const look = () => void this.look();
    this.#owned = [
      config.onSettingChange(['dataFolder'], look),
      // A window in which nothing of Cairn was shown works in no folder yet.
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.#now !== undefined && look()),
      parts.store.onDidChange(() => this.#now === undefined && look()),
    ];
  }

  /** Brings this window in line with the setting and with what other windows have settled. Never throws. */
  async look(): Promise<void> {
    this.#isAsked = true;
    if (this.#isLooking) return;
    this.#isLooking = true;
    while (this.#isAsked) {
      this.#isAsked = false;
      await this.#look().catch((error: unknown) => this.#parts.onFailure(error));
    }
    this.#isLooking = false;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const owned of this.#owned) owned.dispose();
  }

  async #look(): Promise<void> {
    const { store, activeSpace } = this.#parts;
    clearTimeout(this.#timer);
    let now: string;
    try {
      now = dataFolder();
    } catch {
      // The store says what is wrong with the setting.
      this.#now = '';
      await store.reload();
      return;
    }
    const before = this.#now;
    this.#now = now;
    if (before !== undefined && before !== now) activeSpace.touch();
    const [wanted, settled] = [wantedFolder(), settledFolder()];
    if (now !== wanted && !isSame(now, wanted)) {
      // Another window may have settled a change of which this one hears in a moment.
      if (vscode.window.state.focused && this.#pending === wanted) this.#ask();
      this.#pending = wanted;
      this.#timer = setTimeout(() => void this.look(), lookEvery);
      return;
    }
    this.#pending = undefined;
    if (settled?.folder !== wanted) {
      settleFolder({ folder: wanted, setting: config.dataFolderSetting(), from: null, movedAt: 0 });
    } else if (settled.from !== null) {
      const { finishMove } = await import('./moveDataFolder.ts');
      await finishMove(this.#parts, settled);
    }
  }

  /** One question at a time; what it leads to is seen by the next look. */
  #ask(): void {
    this.#asking ??= import('./moveDataFolder.ts')
      .then(({ askAndMove }) => askAndMove(this.#parts))
      .catch((error: unknown) => this.#parts.onFailure(error))
      .finally(() => {
        this.#asking = undefined;
        return this.look();
      });
  }
}

/** Two names of one folder: over a link, or in another case on a disk that ignores it. */
function isSame(one: string, other: string): boolean {
  try {
    return realpathSync.native(one) === realpathSync.native(other);
  } catch {
    return false;
  }
}
