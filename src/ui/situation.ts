import * as vscode from 'vscode';

/** What failed: something that a person did, a pull, a sync of the space, reading the state, or working out growth. */
export type ProblemSource = 'act' | 'pull' | 'sync' | 'load' | 'growth';

/** What went wrong, in words for people. */
export type Problem = { code: string; message: string; source: ProblemSource };

/** What is going on around the state: who is signed in, what is being pulled, what went wrong. The views show it. */
export type Situation = {
  isSignedIn: boolean;
  hasRepositories: boolean;
  /** What the pull under way says; `null` when there is none. */
  pulling: string | null;
  /** What went wrong and still stands, the newest first. */
  problems: readonly Problem[];
};

/** Holds the situation and tells when it changes. */
export class SituationKeeper implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Situation>();
  readonly onDidChange = this.#changed.event;
  #now: Situation = { isSignedIn: false, hasRepositories: false, pulling: null, problems: [] };

  get now(): Situation {
    return this.#now;
  }

  set(change: Partial<Situation>): void {
    this.#now = { ...this.#now, ...change };
    this.#changed.fire(this.#now);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
