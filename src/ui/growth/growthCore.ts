import type * as vscode from 'vscode';
import type { Cache } from '../../github/cache.ts';
import type { Recurrence, Theme } from '../../model/growth.ts';
import type { SignIn } from '../signIn.ts';
import type { Store } from '../store.ts';
import { Following } from './following.ts';

export type GrowthParts = {
  store: Store;
  signIn: SignIn;
  log: vscode.LogOutputChannel;
  /** Where Cairn itself lies: its worker is beside its code. */
  extensionUri: vscode.Uri;
  /** Where what can be worked out again is kept; safe to delete. */
  globalStorageUri: vscode.Uri;
  /** What GitHub said; its code is loaded here. */
  cache: () => Promise<Cache>;
};

/** What `Growth` answers from, loaded with the first question. */
export class GrowthCore implements vscode.Disposable {
  readonly following: Following;
  readonly #store: Store;

  constructor(parts: GrowthParts, onChange: () => void) {
    this.#store = parts.store;
    this.following = new Following(parts, onChange);
  }

  async themes(): Promise<readonly Theme[]> {
    await this.#store.load();
    return [];
  }

  async recurrences(): Promise<ReadonlyMap<string, Recurrence>> {
    await this.#store.load();
    return new Map();
  }

  themeOf(_feedbackId: string): Theme | undefined {
    return undefined;
  }

  dispose(): void {
    this.following.dispose();
  }
}
