import * as vscode from 'vscode';
import type { JournalEvent, NewEvent } from '../model/events.ts';
import type { PullRequestRecord, ThreadRecord } from '../model/pullRequest.ts';
import type { SpaceRecords } from '../model/records.ts';
import type { Feedback, Goal, PullRequestRef, State } from '../model/state.ts';

/** What the views have to draw anew. */
export type Change = { feedback: ReadonlySet<string> | 'all'; goals: boolean };

/** The parts that read and write, handed in so that nothing of them is loaded before it is needed. */
export type StoreParts = {
  /** Opens the journal of the active space and the cache of what GitHub said. */
  open(): Promise<import('./storeCore.ts').StoreCore>;
};

/**
 * What the views draw and nothing else: the folded journal over what GitHub said. The work is done by
 * `storeCore.ts`, which is loaded with the first `load()`, so that activation stays light.
 */
export class Store implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Change>();
  readonly onDidChange = this.#changed.event;
  readonly #open: StoreParts['open'];
  #core: import('./storeCore.ts').StoreCore | undefined;
  #loading: Promise<void> | undefined;
  #listening: { dispose(): void } | undefined;

  constructor(parts: StoreParts) {
    this.#open = parts.open;
  }

  /** Reads journal and cache; calling it again is free. A failure is forgotten, so that the next call tries again. */
  load(): Promise<void> {
    this.#loading ??= this.#start().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  /** Reads everything again: another data folder, another mentee, another host, an emptied cache. */
  async reload(): Promise<void> {
    if (!this.#loading) return;
    await this.#loading.catch(() => {});
    this.#close();
    this.#loading = undefined;
    await this.load();
  }

  get isLoaded(): boolean {
    return this.#core !== undefined;
  }

  /** All feedback, newest first. Read-only; the objects change in place. */
  get feedback(): readonly Feedback[] {
    return this.#core?.feedback ?? [];
  }

  get goals(): readonly Goal[] {
    return this.#core?.goals ?? [];
  }

  get records(): SpaceRecords {
    return this.#core?.records ?? { goals: new Map(), marks: new Map(), entered: new Map() };
  }

  get mentee(): string | null {
    return this.#core?.mentee ?? null;
  }

  getFeedback(id: string): Feedback | undefined {
    return this.#core?.byId.get(id);
  }

  /** The pull request with the whole conversation, the mentee's own replies included. */
  record(pullRequest: PullRequestRef): PullRequestRecord | undefined {
    return this.#core?.record(pullRequest);
  }

  /** The thread that a line comment stands in. */
  thread(feedbackId: string): { record: PullRequestRecord; thread: ThreadRecord } | undefined {
    return this.#core?.thread(feedbackId);
  }

  /** One act: on disk first, then in the state, then in the views. Throws 'journal-unwritable'. */
  async perform(events: NewEvent[]): Promise<JournalEvent[]> {
    await this.load();
    return this.#core!.perform(events);
  }

  /** The newest act of this user that stands, for undo. */
  async lastAct(): Promise<string | undefined> {
    await this.load();
    return this.#core!.lastAct();
  }

  /** Takes in what a pull has brought. */
  async takeIn(records: PullRequestRecord[]): Promise<void> {
    await this.load();
    this.#core!.takeIn(records);
  }

  /** A copy of everything that is not private, for other extensions. */
  async getState(): Promise<State> {
    await this.load();
    return structuredClone({
      mentee: this.mentee,
      goals: [...this.goals],
      feedback: this.feedback.map((item) => ({ ...item })),
    });
  }

  dispose(): void {
    this.#close();
    this.#changed.dispose();
  }

  async #start(): Promise<void> {
    const core = await this.#open();
    this.#listening = core.onChange((change) => this.#changed.fire(change));
    this.#core = core;
    this.#changed.fire({ feedback: 'all', goals: true });
  }

  #close(): void {
    this.#listening?.dispose();
    this.#core?.dispose();
    this.#core = undefined;
  }
}
