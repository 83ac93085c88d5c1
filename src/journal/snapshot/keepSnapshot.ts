import type { JournalEvent } from '../../model/events.ts';
import type { SpaceRecords } from '../../model/records.ts';
import type { Files } from '../disk/files.ts';
import type { Journal } from '../journal.ts';
import { loadSnapshot, type SnapshotFile, saveSnapshot } from './snapshot.ts';

/** Fewer events are read faster than anybody notices. */
const worthwhile = 5000;
/** How long after opening, and after later changes, a snapshot is written, in milliseconds. */
const soon = 5000;
const later = 60_000;

/** Keeps a snapshot of what journals say, so that opening them reads only what came since. */
export class SnapshotKeeper {
  readonly #files: Files;
  readonly #file: SnapshotFile;
  readonly #journals: readonly Journal[];
  /** Events that opening would have to read, as far as known. */
  #unread = 0;
  #wait = soon;
  #timer: NodeJS.Timeout | undefined;

  constructor(files: Files, file: SnapshotFile, journals: readonly Journal[]) {
    this.#files = files;
    this.#file = file;
    this.#journals = journals;
  }

  /**
   * What the journals said at the snapshot, and the events since, in no order; `null` where there is no snapshot that
   * they still begin with: then read everything.
   */
  async resume(): Promise<{ records: SpaceRecords; fresh: JournalEvent[] } | null> {
    const snapshot = await loadSnapshot(this.#files, this.#file);
    if (snapshot?.places.length !== this.#journals.length) return null;
    const fresh: JournalEvent[] = [];
    for (const [i, journal] of this.#journals.entries()) {
      const events = await journal.readFrom(snapshot.places[i]!);
      if (!events) return null;
      fresh.push(...events);
    }
    return { records: snapshot.records, fresh };
  }

  /**
   * Takes note of events that the snapshot does not hold, and has it written when they are many.
   * @param save calls `write` between two acts
   */
  note(events: number, save: () => void): void {
    this.#unread += events;
    if (this.#timer || this.#unread < worthwhile) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      save();
    }, this.#wait).unref();
  }

  /** Writes what stands now. The records are taken before this returns; a failure leaves the older snapshot. */
  write(records: SpaceRecords): Promise<void> {
    const places = this.#journals.map((journal) => journal.places());
    if (!places.every((place) => place !== null)) return Promise.resolve();
    this.#unread = 0;
    this.#wait = later;
    return saveSnapshot(this.#files, this.#file, { records, places }).catch(() => {});
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
