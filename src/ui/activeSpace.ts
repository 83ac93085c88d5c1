import { statSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import * as config from './config.ts';
import { dataFolder } from './dataFolder.ts';
import type { Forgotten } from './suggestions.ts';

/** As in `journal/spaces`, which is not loaded for it. */
const pattern = /^[a-z0-9_-](?:[a-z0-9._-]{0,148}[a-z0-9_-])?$/;

/**
 * Which space this window shows: the one that was chosen last, in whichever window, or the user's own. Where the
 * settings name another mentee, that mentee's: their choice is one of its own, so that two people's goals and tags
 * never mix.
 */
export class ActiveSpace implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Another space is the active one now, or the active one is shared now. */
  readonly onDidChange = this.#changed.event;
  readonly #memory: vscode.Memento;
  readonly #owned: vscode.Disposable[];
  #last: string | undefined;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#owned = [
      this.#changed,
      // Another window may have chosen, or the folder may have gone.
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#look();
      }),
    ];
  }

  /** Name of its folder among the spaces. A chosen one whose folder is gone counts no longer. */
  slug(): string {
    const own = defaultSlug();
    const chosen = this.#memory.get<unknown>(keyOf(own));
    const isThere = typeof chosen === 'string' && pattern.test(chosen) && isFolder(folderOf(chosen));
    this.#last = isThere ? chosen : own;
    return this.#last;
  }

  /** Throws CairnError 'bad-data-folder'. */
  folder(): string {
    return folderOf(this.slug());
  }

  /** From now on, here and in other windows. */
  async choose(slug: string): Promise<void> {
    const own = defaultSlug();
    const before = this.#last;
    await this.#memory.update(keyOf(own), slug === own ? undefined : slug);
    if (this.slug() !== before) this.#changed.fire();
  }

  /** What suggestions do not learn from in the active space, as the user has said on this machine. */
  forgotten(): Forgotten | null {
    return this.#memory.get<Forgotten>(forgottenKey(this.slug())) ?? null;
  }

  async forget(forgotten: Forgotten): Promise<void> {
    await this.#memory.update(forgottenKey(this.slug()), forgotten);
  }

  /** The active space is still the same, and not as it was: its folder is shared now. */
  touch(): void {
    this.#changed.fire();
  }

  dispose(): void {
    for (const owned of this.#owned) owned.dispose();
  }

  #look(): void {
    const before = this.#last;
    if (before === undefined) return;
    try {
      if (this.slug() !== before) this.#changed.fire();
    } catch {
      // A bad data folder is said where the space is opened.
    }
  }
}

const forgottenKey = (slug: string) => `forgottenTags:${slug}`;

/** The user's own space, or the one of the mentee whom the settings name. */
export function defaultSlug(): string {
  const mentee = config.menteeSetting();
  const name = mentee === null ? 'personal' : `${hostName()}_${mentee}`.toLowerCase();
  return name
    .replace(/[^a-z0-9._-]/g, '_')
    .slice(0, 150)
    .replace(/\.$/, '_');
}

const keyOf = (own: string) => `space:${own}`;
const folderOf = (slug: string) => join(dataFolder(), 'spaces', slug);

function hostName(): string {
  try {
    return config.host().name;
  } catch {
    return 'unknown';
  }
}

function isFolder(folder: string): boolean {
  try {
    return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}
