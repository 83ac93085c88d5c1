import * as vscode from 'vscode';
import * as config from '../config.ts';
import type { Recalling, RecallingParts } from './recalling.ts';
import { type GitExtension, type StagedIn, StagedWatch } from './watch.ts';

export type RecallWatchParts = RecallingParts;

/** Watches what is staged where that is wanted and git may run, and has it answered once there is something. */
export class RecallWatch implements vscode.Disposable {
  readonly #parts: RecallWatchParts;
  readonly #owned: vscode.Disposable[];
  #watch: vscode.Disposable | undefined;
  #recalling: Promise<Recalling> | undefined;
  #staged: { staged: readonly StagedIn[]; since: number } | undefined;
  /** Counts beginnings: what began before the last one is left. */
  #begun = 0;
  #isDisposed = false;

  constructor(parts: RecallWatchParts) {
    this.#parts = parts;
    const begin = () => void this.#begin().catch((error: unknown) => parts.log.trace(String(error)));
    this.#owned = [
      config.onSettingChange(['recall'], begin),
      vscode.workspace.onDidGrantWorkspaceTrust(begin),
      // Whoever signs in may be the mentee.
      parts.signIn.onDidChange(() => this.#recalling ?? this.#take()),
    ];
    begin();
  }

  dismiss(): void {
    void this.#recalling?.then((loaded) => loaded.dismiss());
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#stop();
    for (const one of this.#owned) one.dispose();
  }

  async #begin(): Promise<void> {
    this.#stop();
    const begun = ++this.#begun;
    // In restricted mode there is none.
    const git = vscode.extensions.getExtension<GitExtension>('vscode.git');
    if (!git || !config.recall()) return;
    const extension = await git.activate();
    if (this.#isDisposed || begun !== this.#begun) return;
    this.#watch = new StagedWatch(extension.getAPI(1), (staged, since) => {
      this.#staged = { staged, since };
      this.#take();
    });
  }

  #take(): void {
    const now = this.#staged;
    if (!now || (!this.#recalling && (now.staged.length === 0 || !this.#isSomebodySignedIn()))) return;
    this.#recalling ??= import('./recalling.ts').then(({ Recalling }) => new Recalling(this.#parts));
    // Two answers for one staging are the same answer.
    void this.#recalling.then((loaded) => {
      if (this.#staged === now) loaded.take(now.staged, now.since);
    });
  }

  /** Where nobody is, nothing has to be read. */
  #isSomebodySignedIn(): boolean {
    try {
      return this.#parts.signIn.login() !== null;
    } catch {
      return false;
    }
  }

  #stop(): void {
    this.#watch?.dispose();
    void this.#recalling?.then((loaded) => loaded.dispose());
    this.#watch = this.#recalling = this.#staged = undefined;
    this.#parts.onNotice(null);
  }
}
