import path from 'node:path';
import type { Envelope, JournalEvent, NewEvent } from '../model/events.ts';
import type { SpaceRecords } from '../model/records.ts';
import { refsOf } from '../model/refs.ts';
import { eraseOwn, ownFiles } from './erase.ts';
import { codeOf, type Files } from './files.ts';
import type { Journal } from './journal.ts';

/** Whether an event stands in the journal that is shared. */
export const inShared = (event: JournalEvent): boolean => event.isPrivate !== true;

/** Moves one's own words about records between the shared journal and the private one. */
export class Moves {
  readonly #files: Files;
  readonly #shared: Journal;
  readonly #private: Journal;
  /** What the own files of the shared journal were when nothing private stood in them. */
  #clean = '';

  constructor(files: Files, shared: Journal, own: Journal) {
    this.#files = files;
    this.#shared = shared;
    this.#private = own;
  }

  /** What makes the records private that these events are about. */
  marksFor(events: readonly NewEvent[], { isPrivate }: SpaceRecords): NewEvent[] {
    const about = new Set(events.flatMap((event) => refsOf(event).slice(0, 1)));
    return [...about]
      .filter((record) => !isPrivate.has(record))
      .map((record) => ({ type: 'record.private', payload: { record, isPrivate: true } }));
  }

  /** First the copy in the private journal, then the end of the shared one: at no point is anything lost. */
  async toPrivate(record: string, events: readonly JournalEvent[]): Promise<void> {
    const mine = await this.#ownAbout(new Set([record]), events);
    await this.#private.append([{ type: 'record.private', payload: { record, isPrivate: true } }], {
      also: mine,
    });
    if (mine.length === 0) return;
    await eraseOwn(this.#files, this.#shared, refersTo(new Set([record])));
    if (await this.#isShared()) {
      await this.#shared.append([{ type: 'record.hidden', payload: { record, isHidden: true } }]);
    }
  }

  /** What speaks of another private record, too, stays. */
  async toShared(
    record: string,
    events: readonly JournalEvent[],
    isPrivate: ReadonlySet<string>,
  ): Promise<void> {
    const others = new Set(isPrivate);
    others.delete(record);
    const mine = events.filter(
      (event) =>
        !inShared(event) &&
        event.type !== 'record.private' &&
        refsOf(event).includes(record) &&
        !refsOf(event).some((ref) => others.has(ref)),
    );
    const writer = await this.#shared.writer();
    const hides = events.findLast(
      (event) => event.type === 'record.hidden' && event.payload.record === record && event.writer === writer,
    );
    const isHidden = hides?.type === 'record.hidden' && hides.payload.isHidden;
    const shown: NewEvent[] = isHidden
      ? [{ type: 'record.hidden', payload: { record, isHidden: false } }]
      : [];
    if (mine.length > 0 || isHidden) await this.#shared.append(shown, { also: mine });
    await this.#private.append([{ type: 'record.private', payload: { record, isPrivate: false } }]);
  }

  /**
   * Takes out of the own shared files what speaks of private records: a move that was cut off, an act of another
   * window that did not know yet.
   * @returns whether there was any
   */
  async tidy(isPrivate: ReadonlySet<string>): Promise<boolean> {
    if (isPrivate.size === 0) return false;
    const state = await this.#stateOf(isPrivate);
    if (state === this.#clean) return false;
    const found = await this.#ownAbout(isPrivate, await this.#shared.read());
    if (found.length > 0) {
      const there = new Set((await this.#private.read()).map(({ id }) => id));
      const also = found.filter(({ id }) => !there.has(id));
      if (also.length > 0) await this.#private.append([], { also });
      await eraseOwn(this.#files, this.#shared, refersTo(isPrivate));
    }
    this.#clean = await this.#stateOf(isPrivate);
    return found.length > 0;
  }

  async #ownAbout(records: ReadonlySet<string>, events: readonly JournalEvent[]): Promise<JournalEvent[]> {
    const writer = await this.#shared.writer();
    return events.filter(
      (event) =>
        writer !== null &&
        event.writer === writer &&
        event.type !== 'record.hidden' &&
        refsOf(event).some((record) => records.has(record)),
    );
  }

  async #isShared(): Promise<boolean> {
    return this.#files.lstat(path.join(this.#shared.folder, '.git')).then(
      () => true,
      (error: unknown) => codeOf(error) !== 'ENOENT',
    );
  }

  async #stateOf(isPrivate: ReadonlySet<string>): Promise<string> {
    const stats = await Promise.all(
      (await ownFiles(this.#files, this.#shared)).map(async (file) => {
        const { ino, size, mtimeMs } = await this.#files.lstat(file);
        return [file, ino, size, mtimeMs];
      }),
    );
    return JSON.stringify([stats, [...isPrivate]]);
  }
}

/** Only what could be copied before is taken away: lines of a newer Cairn stay. */
function refersTo(records: ReadonlySet<string>): (event: Envelope) => boolean {
  return (event) =>
    event.type !== 'record.hidden' &&
    refsOf(event as unknown as NewEvent).some((record) => records.has(record));
}
