import * as vscode from 'vscode';
import type { FollowThrough, Recurrence, Theme } from '../../model/growth.ts';
import type { GrowthCore, GrowthParts } from './growthCore.ts';

/**
 * What growth can be seen by, for views, the panel, the report and recall. Everything is worked out on this machine and
 * kept; nothing is loaded and no worker runs before somebody asks.
 */
export class Growth implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Themes, their standing or what became of commented lines is another than it was. */
  readonly onDidChange = this.#changed.event;
  readonly #parts: GrowthParts;
  #loading: Promise<GrowthCore> | undefined;
  #now: GrowthCore | undefined;

  constructor(parts: GrowthParts) {
    this.#parts = parts;
  }

  /** Without loading anything; `undefined` before somebody asked. */
  get now(): GrowthCore | undefined {
    return this.#now;
  }

  load(): Promise<GrowthCore> {
    this.#loading ??= import('./growthCore.ts').then(({ GrowthCore }) => {
      this.#now = new GrowthCore(this.#parts, () => this.#changed.fire());
      return this.#now;
    });
    return this.#loading;
  }

  /** All themes of the mentee; empty where there is no feedback. Rejects when they cannot be worked out. */
  themes = async (): Promise<readonly Theme[]> => (await this.load()).themes();

  /** Where each stop or start theme stands, by the theme's id. */
  recurrences = async (): Promise<ReadonlyMap<string, Recurrence>> => (await this.load()).recurrences();

  /** The theme that feedback is in, as far as it is known now. */
  themeOf = (feedbackId: string): Theme | undefined => this.#now?.themeOf(feedbackId);

  /** What became of the lines of a comment, as far as it is known now. */
  followThrough = (feedbackId: string): FollowThrough | undefined => this.#now?.following.of(feedbackId);

  /** Works out what became of the lines of every line comment. Rejects with the signal's reason when it was left. */
  followAll = async (signal?: AbortSignal): Promise<ReadonlyMap<string, FollowThrough>> =>
    (await this.load()).following.all(signal);

  dispose(): void {
    void this.#loading?.then((core) => core.dispose());
    this.#changed.dispose();
  }
}
