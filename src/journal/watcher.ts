import fs from 'node:fs';
import type { JournalEvent } from '../model/events.ts';
import { sortEvents } from '../model/order.ts';
import type { Reader } from './reading/reader.ts';

/** How long after a sign of change the files are read, and how often they are without any sign, in milliseconds. */
const settle = 40;
const pollEvery = 3000;
/** The system has few watches for all programs of a user together; what has none is found by the poll. */
const mostWatches = 200;

type Listener = (fresh: JournalEvent[], isRewritten: boolean) => void;

/** Looks for what others append, by the system's signs and, since those get lost on some disks, by the clock. */
export class Watcher {
  private readonly reader: Reader;
  private readonly listeners = new Set<Listener>();
  private readonly watches = new Map<string, fs.FSWatcher>();
  private poll: NodeJS.Timeout | undefined;
  private soon: NodeJS.Timeout | undefined;

  constructor(reader: Reader) {
    this.reader = reader;
  }

  /** Calls `listener` with fresh events until it is disposed; the first one starts the watch, the last one ends it. */
  add(listener: Listener): { dispose(): void } {
    const own: Listener = (fresh, isRewritten) => listener(fresh, isRewritten);
    this.listeners.add(own);
    if (!this.poll) {
      this.poll = setInterval(() => void this.look(), pollEvery).unref();
      void this.look();
    }
    return {
      dispose: () => {
        if (this.listeners.delete(own) && this.listeners.size === 0) this.stop();
      },
    };
  }

  private stop(): void {
    clearInterval(this.poll);
    clearTimeout(this.soon);
    this.poll = this.soon = undefined;
    for (const watch of this.watches.values()) watch.close();
    this.watches.clear();
  }

  private async look(): Promise<void> {
    try {
      await this.cover();
      const { fresh: found, isRewritten } = await this.reader.readFresh();
      if (found.length === 0 && !isRewritten) return;
      const fresh = sortEvents(found);
      for (const listener of [...this.listeners]) {
        try {
          listener(fresh, isRewritten);
        } catch (error) {
          process.emitWarning(error instanceof Error ? error : String(error));
        }
      }
    } catch {
      // The disk is not to be had just now; the next look tries again.
    }
  }

  /** Watches the folders that are there: the journal's and, since new writers join, each writer's. */
  private async cover(): Promise<void> {
    const folders = new Set(await this.reader.folders());
    if (this.listeners.size === 0) return;
    for (const [folder, watch] of this.watches) {
      if (!folders.has(folder)) this.drop(folder, watch);
    }
    for (const folder of folders) {
      if (this.watches.size >= mostWatches) break;
      if (this.watches.has(folder)) continue;
      try {
        const watch = fs.watch(folder, { persistent: false }, () => this.hurry());
        watch.on('error', () => this.drop(folder, watch));
        this.watches.set(folder, watch);
      } catch {
        // Not there yet, or no watch to be had: the poll finds what comes.
      }
    }
  }

  private drop(folder: string, watch: fs.FSWatcher): void {
    watch.close();
    if (this.watches.get(folder) === watch) this.watches.delete(folder);
  }

  private hurry(): void {
    if (this.soon || this.listeners.size === 0) return;
    this.soon = setTimeout(() => {
      this.soon = undefined;
      void this.look();
    }, settle).unref();
  }
}
