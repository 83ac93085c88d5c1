import {
  type Git,
  type Remote,
  type SpaceClone,
  type SyncResult,
  syncSpace,
  waiting,
} from '../../git/index.ts';
import { CairnError } from '../../model/errors.ts';
import { withLease } from './lease.ts';
import { type Clock, Scheduler } from './scheduler.ts';
import { needsPerson, type SyncStatus } from './status.ts';

export type SpaceSyncParts = {
  name: string;
  remote: Remote;
  clone: SpaceClone;
  git: Git;
  /** Takes in what others wrote, after a sync that brought something. */
  reread: () => Promise<void>;
  /** Milliseconds between two looks for what others wrote; 0 for never by itself. */
  interval: () => number;
  isFocused: boolean;
  onChange: (status: SyncStatus) => void;
  log: { info(text: string): void; warn(text: string): void; error(error: Error): void };
  clock?: Clock;
};

/** How long to wait for another window's sync, in milliseconds: by itself, and when somebody waits for it. */
const patience = { byItself: 1500, asked: 180_000 };

/** Keeps one shared space in step with its remote, and knows how it stands. Loads git's part of Cairn. */
export class SpaceSync {
  readonly #parts: SpaceSyncParts;
  readonly #scheduler: Scheduler;
  #status: SyncStatus;
  #last: SyncResult | undefined;
  #counting: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(parts: SpaceSyncParts) {
    this.#parts = parts;
    const { name, remote, interval, isFocused, clock } = parts;
    this.#status = {
      ...{ name, remote: remote.label, isSyncing: false, waiting: 0 },
      ...{ inStepAt: null, failure: null, skipped: [] },
    };
    this.#scheduler = new Scheduler({
      sync: (signal, { isAsked }) => this.#sync(signal, isAsked),
      ...{ interval, isFocused, needsPerson, clock },
    });
    this.#set({});
    void this.look();
  }

  get status(): SyncStatus {
    return this.#status;
  }

  /** Something may have been written: counts what waits, and plans a sync when that is more than before. */
  look(): Promise<void> {
    this.#counting = this.#counting.then(async () => {
      const before = this.#status.waiting;
      if ((await this.#count()) > before) this.#scheduler.changed();
    });
    return this.#counting;
  }

  /** Syncs what was written up to now. Rejects with what `syncSpace` throws. */
  async syncNow(): Promise<SyncResult> {
    await this.#scheduler.syncNow();
    return this.#last!;
  }

  setFocus(isFocused: boolean): void {
    this.#scheduler.setFocus(isFocused);
  }

  /** The interval is another one. */
  plan(): void {
    this.#scheduler.plan();
  }

  /** What the last failure came from may be mended. */
  tryAgain(): void {
    this.#scheduler.tryAgain();
  }

  /** Ends the sync that is under way, and all to come. Resolves when nothing is done any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#scheduler.stop(new CairnError('cancelled', 'Another space is the active one now.'));
    await this.#counting;
  }

  async #sync(signal: AbortSignal, isAsked: boolean): Promise<'done' | 'busy'> {
    const { clone, git } = this.#parts;
    this.#set({ isSyncing: true });
    try {
      const wait = isAsked ? patience.asked : patience.byItself;
      const done = await withLease(clone.folder, { patience: wait, signal }, async (held) => {
        try {
          return await syncSpace(git, clone, { signal: held });
        } catch (error) {
          // Another window took over while this machine slept: it is at it now.
          if (held.aborted && !signal.aborted) return 'busy';
          throw error;
        }
      });
      if (done === 'busy' || done.result === 'busy') {
        if (!isAsked) return 'busy';
        throw new CairnError(
          'git-failed',
          'Another window has been syncing this space for minutes. Try again.',
        );
      }
      await this.#took(done.result);
      return 'done';
    } catch (error) {
      if (!signal.aborted) await this.#failed(error);
      throw signal.aborted ? signal.reason : error;
    } finally {
      this.#set({ isSyncing: false });
    }
  }

  async #took(result: SyncResult): Promise<void> {
    const { log, reread } = this.#parts;
    const { pushed, received, skipped } = result;
    this.#last = result;
    if (pushed > 0 || received.length > 0)
      log.info(`Synced "${this.#status.name}": ${pushed} events out, ${received.length} files in.`);
    const before = new Set(this.#status.skipped.map(({ path }) => path));
    for (const { path, reason } of skipped) {
      if (!before.has(path)) log.warn(`Left alone in the space "${this.#status.name}": ${path} (${reason})`);
    }
    if (received.length > 0 || result.renewed) await reread();
    this.#set({ failure: null, skipped, inStepAt: (this.#parts.clock ?? Date).now() });
    // Written while it was under way. What went nowhere although it was tried waits for the interval.
    const waited = this.#status.waiting;
    const left = await this.#count();
    if (left > 0 && (pushed > 0 || left !== waited)) this.#scheduler.changed();
  }

  async #failed(error: unknown): Promise<void> {
    const { log } = this.#parts;
    const before = this.#status.failure;
    const isSame = before !== null && wordsOf(before.error) === wordsOf(error);
    this.#set({ failure: { error, times: (before?.times ?? 0) + 1 } });
    // The same again with the next try: once in the log is enough.
    if (!isSame) {
      if (error instanceof CairnError || !(error instanceof Error)) log.warn(wordsOf(error));
      else log.error(error);
    }
    await this.#count();
  }

  /** Own events that the remote does not have; what is known already where that cannot be told now. */
  async #count(): Promise<number> {
    if (this.#isStopped) return 0;
    const count = await waiting(this.#parts.git, this.#parts.clone).catch(() => this.#status.waiting);
    if (count !== this.#status.waiting) this.#set({ waiting: count });
    return count;
  }

  #set(change: Partial<SyncStatus>): void {
    this.#status = { ...this.#status, ...change };
    if (!this.#isStopped) this.#parts.onChange(this.#status);
  }
}

function wordsOf(error: unknown): string {
  if (!(error instanceof CairnError)) return String(error);
  return `[${error.code}] ${error.message}${error.detail ? ` (${error.detail})` : ''}`;
}
