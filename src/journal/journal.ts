import fs from 'node:fs';
import path from 'node:path';
import { CairnError } from '../model/errors.ts';
import type { Envelope, JournalEvent, NewEvent } from '../model/events.ts';
import { sortEvents } from '../model/order.ts';
import { append } from './append.ts';
import { Clock } from './clock.ts';
import { codeOf, type Files, unwritable } from './disk/files.ts';
import { withLock } from './disk/lock.ts';
import { newId } from './id.ts';
import { checkEvent } from './reading/check.ts';
import type { Places } from './reading/places.ts';
import { type Fresh, type JournalProblem, Reader } from './reading/reader.ts';
import { Watcher } from './watcher.ts';
import { knownWriterId, writerFile, writerId } from './writer.ts';

export type { JournalProblem } from './reading/reader.ts';

export type JournalOptions = {
  /** Who acts: a login or a name, asked anew for every act. */
  author: () => string;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Told once of everything that could not be read. */
  onProblem?: (problem: JournalProblem) => void;
  /** Where the bytes go; node's own file system when left out. */
  files?: Files;
  /** It is the private journal, outside of the shared space: its lines are all the user's own. */
  isPrivate?: boolean;
  /** Shared by journals whose events are put in one order; a clock of its own when left out. */
  clock?: Clock;
};

/**
 * The journal of one space: append-only files, one event a line, `journal/<writer>/<yyyy-mm>.jsonl`. It writes
 * to its own writer's files only and reads everybody's.
 */
export class Journal {
  readonly folder: string;
  readonly isPrivate: boolean;
  private readonly author: () => string;
  private readonly now: () => number;
  private readonly files: Files;
  private readonly clock: Clock;
  private readonly reader: Reader;
  private readonly watcher: Watcher;
  private appending: Promise<unknown> = Promise.resolve();

  private constructor(folder: string, options: JournalOptions) {
    this.folder = folder;
    this.author = options.author;
    this.now = options.now ?? Date.now;
    this.files = options.files ?? fs.promises;
    this.clock = options.clock ?? new Clock(this.now);
    this.isPrivate = options.isPrivate === true;
    this.reader = new Reader(path.join(folder, 'journal'), this.files, this.clock, {
      isPrivate: this.isPrivate,
      onProblem: options.onProblem,
    });
    this.watcher = new Watcher(this.reader);
  }

  /**
   * @param folder the space's folder; made by the first append, not before
   * @throws CairnError 'journal-unwritable' where the path is no folder or cannot be looked at
   */
  static async open(folder: string, options: JournalOptions): Promise<Journal> {
    const files = options.files ?? fs.promises;
    const there = await files.stat(folder).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return null;
      throw unwritable(error, folder);
    });
    if (there && !there.isDirectory()) {
      throw new CairnError(
        'journal-unwritable',
        `${folder} is a file. Choose a folder with the setting cairn.dataFolder.`,
      );
    }
    return new Journal(folder, options);
  }

  /** What could not be read, by file and line; of the last `read()` and everything since. */
  get problems(): readonly JournalProblem[] {
    return this.reader.problems;
  }

  /** Every known event of every writer, in the order in which events count. */
  async read(): Promise<JournalEvent[]> {
    return sortEvents(await this.reader.readAll());
  }

  /** The same in no order, for those who put them in order themselves, as a fold does. */
  readAll(): Promise<JournalEvent[]> {
    return this.reader.readAll();
  }

  /**
   * Records the events of one act of the user. Resolves when they are written and synced.
   * @param options.act id of the act, where a part of it stands in another journal
   * @param options.also events that stand elsewhere already, to be written as they are in the same step
   * @throws CairnError 'journal-unwritable' when the disk refuses: nothing counts as done;
   * 'invalid-argument' when a payload is not as its type wants it
   */
  append(
    events: NewEvent[],
    options: { act?: string; also?: readonly Envelope[] } = {},
  ): Promise<JournalEvent[]> {
    return this.inTurn(() => this.appendNow(events, { act: options.act, also: options.also ?? [] }));
  }

  /**
   * What others have appended since; what was given before is not given again. Where files were replaced and what was
   * given is no longer there, `isRewritten` says so: then only `read()` gives what stands.
   */
  async fresh(): Promise<Fresh> {
    const { fresh, isRewritten } = await this.reader.readFresh();
    return { fresh: sortEvents(fresh), isRewritten };
  }

  /** How far the journal was read, for a snapshot; `null` while that is not certain. See `Reader.read`. */
  places(): Places | null {
    return this.reader.read();
  }

  /**
   * Reads on from where an earlier session was, in order; `null` where the files are not as they were left: then
   * `read()` everything.
   */
  async readFrom(places: Places): Promise<JournalEvent[] | null> {
    const events = await this.reader.resume(places);
    return events && sortEvents(events);
  }

  /** Runs `work` while no window on this machine appends. Not within itself. */
  hold<T>(work: () => Promise<T>): Promise<T> {
    return this.inTurn(async () => {
      await this.files.mkdir(this.folder, { recursive: true });
      return withLock(this.files, path.join(this.folder, '.lock'), work);
    });
  }

  /** Id of this clone of the space, `null` before the first append. */
  writer(): Promise<string | null> {
    return knownWriterId(this.files, this.folder);
  }

  /** Takes a new id: others know lines of the old one that are not here. Call it within `hold`. */
  async renewWriter(): Promise<string> {
    await this.files.unlink(path.join(this.folder, writerFile)).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error;
    });
    return writerId(this.files, this.folder);
  }

  /** Whether the event was written by this clone of the space, in whichever window and under whichever name. */
  isOwn(event: JournalEvent): boolean {
    return this.reader.isOwn(event);
  }

  /**
   * Tells of events that other windows, or a sync, put into the journal: each once, never what this journal
   * appended or `read()` returned. Never throws. For `isRewritten` see `fresh`.
   */
  watch(onEvents: (fresh: JournalEvent[], isRewritten: boolean) => void): { dispose(): void } {
    return this.watcher.add(onEvents);
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.appending.then(work);
    this.appending = done.catch(() => {});
    return done;
  }

  private async appendNow(
    events: NewEvent[],
    options: { act: string | undefined; also: readonly Envelope[] },
  ): Promise<JournalEvent[]> {
    if (events.length === 0 && options.also.length === 0) return [];
    const author = this.author().slice(0, 200);
    const act = options.act ?? newId(this.now());
    // Its time has to come before that of the first act under the new name.
    const introduction = this.introduction(author);
    const given = events.map((event, index) =>
      this.stamp(event, author, act, index === 0 && !options.act ? act : newId(this.now())),
    );
    const stamped = [...introduction, ...given];
    const release = this.reader.expect(stamped);
    try {
      const lines = [...options.also.map(lineOf), ...stamped];
      const writer = await append(this.files, this.folder, new Date(this.now()), lines);
      this.reader.took(stamped, writer);
    } catch (error) {
      release();
      throw unwritable(error, this.folder);
    }
    return stamped;
  }

  private stamp({ type, payload }: NewEvent, author: string, act: string, id: string): JournalEvent {
    const checked = checkEvent({ id, time: this.clock.tick(), author, act, type, version: 1, payload });
    if (checked && 'event' in checked) return checked.event;
    throw new CairnError(
      'invalid-argument',
      `This cannot be recorded: ${checked?.problem ?? `${type} is unknown.`}`,
    );
  }

  /** Whoever writes under another name than before says so under the old one: see `model/people`. */
  private introduction(name: string): JournalEvent[] {
    const before = this.reader.ownName;
    if (this.isPrivate || before === null || before.toLowerCase() === name.toLowerCase()) return [];
    const id = newId(this.now());
    return [this.stamp({ type: 'writer.introduced', payload: { name } }, before, id, id)];
  }
}

/** What a line holds of an event: not where it was found. */
function lineOf({ id, time, author, act, type, version, payload }: Envelope): Envelope {
  return { id, time, author, act, type, version, payload };
}
