import fs from 'node:fs';
import path from 'node:path';
import { setImmediate as rest } from 'node:timers/promises';
import type { JournalEvent, NewEvent } from '../model/events.ts';
import { applyEvent, folding, isSamePerson, ownerOf } from '../model/fold.ts';
import { lastAct } from '../model/lastAct.ts';
import { compareEvents, type Steps, sortEvents } from '../model/order.ts';
import { blankRecords, type SpaceRecords } from '../model/records.ts';
import { alwaysPrivate, refsOf } from '../model/refs.ts';
import { Clock } from './clock.ts';
import type { Files } from './disk/files.ts';
import { eraseOwn, isAbout } from './erase.ts';
import { newId } from './id.ts';
import { inShared } from './inShared.ts';
import { Journal, type JournalProblem } from './journal.ts';
import { Moves } from './moves.ts';
import { openGoals } from './openGoals.ts';
import { privateThemes } from './privateThemes.ts';
import { SnapshotKeeper } from './snapshot/keepSnapshot.ts';
import type { SnapshotFile } from './snapshot/snapshot.ts';

export type SpaceOptions = {
  /** The space: what is shared, or may be one day. Made by the first act. */
  folder: string;
  /** What its user keeps to themselves, outside of the space. */
  privateFolder: string;
  /** Who acts: a login or a name, asked anew for every act. */
  author: () => string;
  /** Milliseconds since 1970. */
  now?: () => number;
  onProblem?: (problem: JournalProblem) => void;
  files?: Files;
  /** Where to keep what the journals said, for the next time they are opened. */
  snapshot?: SnapshotFile;
};

/** What came into the records: these events, or so much that they were made anew. */
export type SpaceChange = JournalEvent[] | 'all';

/** Types that say where words stand, not what they say: taken back by saying the opposite. */
const aboutPlaces = new Set(['writer.introduced', 'record.private', 'record.hidden']);

/** Types that make a record which is about another one. */
const isMadeForOthers = new Set([
  'action.added',
  'annotation.added',
  'feedback.rated',
  'feedback.entered',
  'session.logged',
  'pairing.started',
  'scaffold.reached',
  'theme.made',
  'scale.answered',
  'kudos.given',
  'skill.rated',
  'knowledge.noted',
]);

/** One open space: the journal that is shared, the private one beside it, and what both say. */
export class Space {
  readonly folder: string;
  readonly privateFolder: string;
  records: SpaceRecords = blankRecords();
  readonly #shared: Journal;
  readonly #private: Journal;
  readonly #moves: Moves;
  readonly #files: Files;
  readonly #author: () => string;
  readonly #listeners = new Set<(change: SpaceChange) => void>();
  readonly #watches: { dispose(): void }[] = [];
  readonly #snapshot: SnapshotKeeper | undefined;
  #turns: Promise<unknown> = Promise.resolve();
  /** How many deliveries of a watch wait for their turn. */
  #untaken = 0;

  private constructor(options: SpaceOptions, shared: Journal, own: Journal) {
    this.folder = options.folder;
    this.privateFolder = options.privateFolder;
    this.#files = options.files ?? fs.promises;
    this.#author = options.author;
    this.#shared = shared;
    this.#private = own;
    this.#moves = new Moves(this.#files, shared, own);
    if (options.snapshot) this.#snapshot = new SnapshotKeeper(this.#files, options.snapshot, [shared, own]);
  }

  /** @throws CairnError 'journal-unwritable' where a path is no folder or cannot be looked at */
  static async open(options: SpaceOptions): Promise<Space> {
    const clock = new Clock(options.now ?? Date.now);
    const shared = await Journal.open(options.folder, { ...options, clock });
    const own = await Journal.open(options.privateFolder, { ...options, clock, isPrivate: true });
    const space = new Space(options, shared, own);
    await space.#resume();
    return space;
  }

  /** What could not be read, by file and line. */
  get problems(): readonly JournalProblem[] {
    return [...this.#shared.problems, ...this.#private.problems];
  }

  /**
   * Records one act. What is said about a private record goes to the private journal.
   * @param options.isPrivate the records that the events are about become private with it
   * @throws CairnError 'journal-unwritable': nothing counts as done; 'invalid-argument'
   */
  perform(events: NewEvent[], { isPrivate = false } = {}): Promise<JournalEvent[]> {
    return this.#inTurn(() => this.#perform(events, isPrivate));
  }

  /**
   * Takes an act back.
   * @param act the newest act of this user that stands, when left out
   * @returns false where there is none
   */
  undo(act?: string): Promise<boolean> {
    return this.#inTurn(async () => {
      const events = await this.#read();
      const writer = await this.#shared.writer();
      const isMine = (event: JournalEvent) =>
        !aboutPlaces.has(event.type) && (event.isPrivate === true || event.writer === writer);
      const target = act ?? lastAct(events, isMine)?.act;
      const undone = events.filter((event) => event.act === target);
      if (target === undefined || undone.length === 0) return false;
      const place = undone.find((event) => event.type === 'record.private');
      // An act that makes something private from the first goes as a whole: nothing of it was ever to be shared.
      if (place?.type === 'record.private' && undone.every(({ type }) => aboutPlaces.has(type))) {
        await this.#setPrivate(place.payload.record, !place.payload.isPrivate);
        return true;
      }
      const journal = undone.every((event) => event.isPrivate) ? this.#private : this.#shared;
      await this.#take(await journal.append([{ type: 'act.undone', payload: { act: target } }]));
      const again = new Set(
        undone.flatMap(({ type, payload }) => (type === 'act.undone' ? payload.act : [])),
      );
      if (await this.#moves.shareAgain(again, events, this.records.isPrivate)) await this.#refold();
      return true;
    });
  }

  /**
   * Keeps what this user says about a record private, or shares it. What others may know already is hidden from
   * them; the history of a remote keeps it.
   * @param record id of a record that `refsOf` of model/refs knows
   */
  setPrivate(record: string, isPrivate: boolean): Promise<void> {
    return this.#inTurn(() => this.#setPrivate(record, isPrivate));
  }

  /**
   * Takes the content of this user's lines about a record away for good, in both journals.
   * @returns how many lines, and who else has written about it
   */
  erase(record: string): Promise<{ lines: number; others: string[] }> {
    return this.#inTurn(async () => {
      const writer = await this.#shared.writer();
      const about = (await this.#read()).filter((event) => refsOf(event).includes(record));
      const others = about.filter((event) => !event.isPrivate && event.writer !== writer);
      const isErased = isAbout(new Set([record]));
      const lines =
        (await eraseOwn(this.#files, this.#shared, isErased)) +
        (await eraseOwn(this.#files, this.#private, isErased));
      await this.#refold();
      return { lines, others: [...new Set(others.map(({ author }) => author))] };
    });
  }

  /** Every event of both journals, in the order in which they count. */
  events(): Promise<JournalEvent[]> {
    return this.#inTurn(() => this.#read());
  }

  /**
   * Writes events that were written elsewhere, as they are; those that are here stay the only ones.
   * @returns how many were new
   */
  add(events: readonly JournalEvent[]): Promise<number> {
    return this.#inTurn(async () => {
      const here = new Set((await this.#read()).map(({ id }) => id));
      const fresh = events.filter(({ id }) => !here.has(id));
      const own = fresh.filter((event) => !inShared(event));
      const shared = fresh.filter(inShared);
      if (own.length > 0) await this.#private.append([], { also: own });
      if (shared.length > 0) await this.#shared.append([], { also: shared });
      if (fresh.length > 0) await this.#refold();
      return fresh.length;
    });
  }

  /** Tells of what came into the records, from here or elsewhere, after it did. */
  onChange(listener: (change: SpaceChange) => void): { dispose(): void } {
    if (this.#watches.length === 0) {
      const take = (fresh: JournalEvent[], isRewritten: boolean) => {
        this.#untaken++;
        const bring = () => {
          this.#untaken--;
          return isRewritten ? this.#refold() : this.#take(fresh);
        };
        void this.#inTurn(bring).catch(() => {});
      };
      this.#watches.push(this.#shared.watch(take), this.#private.watch(take));
    }
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  /** Takes in files that were replaced: by a sync, a restored backup. */
  reread(): Promise<void> {
    return this.#inTurn(() => this.#refold());
  }

  /**
   * Runs `work` while nothing on this machine is written to the space, and nothing private stands in it: what a
   * sync reads then may be shared.
   */
  hold<T>(work: () => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      await this.#catchUp();
      await this.#tidy();
      return this.#shared.hold(async () => {
        // What another window wrote just before; mostly nothing, so that nobody waits long for the lock.
        await this.#catchUp();
        await this.#tidy({ isHeld: true });
        return work();
      });
    });
  }

  /** The name under which the user would act now. */
  get author(): string {
    return this.#author();
  }

  /** Whether a name is one of those under which the user acts here. */
  isMe(name: string): boolean {
    return isSamePerson(this.records, name, this.#author());
  }

  /**
   * Under which name this clone of the space was written in last, whoever is signed in just now; `null` before the first
   * act.
   */
  async owner(): Promise<string | null> {
    const writer = await this.#shared.writer();
    return writer === null ? null : ownerOf(this.records, writer);
  }

  /** Id of this clone of the space, `null` before the first act. */
  writer(): Promise<string | null> {
    return this.#shared.writer();
  }

  /** Takes a new id for this clone from now on. Call it within `hold`. */
  renewWriter(): Promise<string> {
    return this.#shared.renewWriter();
  }

  dispose(): void {
    for (const watch of this.#watches) watch.dispose();
    this.#snapshot?.dispose();
    this.#listeners.clear();
  }

  async #perform(events: NewEvent[], isPrivate: boolean): Promise<JournalEvent[]> {
    const hidden = withMade(events, this.records);
    const isOwn = (event: NewEvent) =>
      isPrivate || alwaysPrivate.has(event.type) || refsOf(event).some((record) => hidden.has(record));
    const own = events.filter(isOwn);
    const { open: shared, kept } = openGoals(
      events.filter((event) => !isOwn(event)),
      hidden,
    );
    const act = own.length + kept.length > 0 && shared.length > 0 ? newId() : undefined;
    let isEmptied = false;
    const written: JournalEvent[] = [];
    if (own.length > 0) {
      // What is made for something private is private itself, whatever is said of it later.
      const marked = isPrivate ? own : own.filter(({ type }) => isMadeForOthers.has(type));
      const marks = this.#moves.marksFor(marked, this.records);
      isEmptied = marked.some(
        ({ type, payload }) => type === 'theme.made' && this.records.themes.names.has(payload.theme),
      );
      written.push(...(await this.#private.append([...marks, ...own], { act })));
    }
    try {
      written.push(...(await this.#shared.append(shared, { act })));
      if (kept.length > 0) written.push(...(await this.#private.append(kept, { act })));
    } catch (error) {
      // Half an act is none.
      const undo: NewEvent[] = act ? [{ type: 'act.undone', payload: { act } }] : [];
      if (written.some(inShared)) written.push(...(await this.#shared.append(undo).catch(() => [])));
      else if (act) await this.#private.append(undo).catch(() => {});
      if (written.some(inShared)) await this.#take(written);
      throw error;
    }
    await this.#take(written);
    // A theme with a name that others know, and with nothing in it any more but what is private.
    if (isEmptied) await this.#tidy();
    return written;
  }

  async #setPrivate(record: string, isPrivate: boolean): Promise<void> {
    if (this.records.isPrivate.has(record) === isPrivate) return;
    const events = await this.#read();
    const author = this.#author();
    if (isPrivate) await this.#moves.toPrivate(record, events, author, this.records);
    else await this.#moves.toShared(record, events, this.records.isPrivate, author);
    await this.#refold();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turns.then(work);
    this.#turns = done.catch(() => {});
    return done;
  }

  /** Everything there is. What is read here no watch tells of any more, so that it has to come into the records, too. */
  async #read(): Promise<JournalEvent[]> {
    await this.#catchUp();
    const before = this.#extent();
    const [shared, own] = [await this.#shared.read(), await this.#private.read()];
    const events = own.length === 0 ? shared : sortEvents([...shared, ...own]);
    if (before === null || this.#extent() !== before) await this.#fold(events);
    return events;
  }

  /** How far both journals were read; `null` where that is not certain. */
  #extent(): string | null {
    const places = [this.#shared.places(), this.#private.places()];
    if (places.includes(null)) return null;
    const files = places.map((place) =>
      place?.files.map(([file, { offset, tail, torn }]) => [file, offset, tail, torn]),
    );
    return JSON.stringify(files.map((some) => some?.map(String).sort()));
  }

  async #tidy(options: { isHeld?: boolean } = {}): Promise<void> {
    const { isPrivate } = this.records;
    if (await this.#moves.tidy(isPrivate, () => this.#read(), options)) await this.#refold();
  }

  /** Brings events in that are on disk: ours, another window's, another person's. */
  async #take(events: JournalEvent[]): Promise<void> {
    if (events.length === 0) return;
    for (const event of events.toSorted(compareEvents)) {
      if (!applyEvent(this.records, event)) return this.#refold();
    }
    this.#note(events.length);
    this.#fire(events);
  }

  /** Goes on from the snapshot where there is one, or begins at the beginning. */
  async #resume(): Promise<void> {
    const found = await this.#snapshot?.resume();
    if (!found) return this.#refold();
    this.records = found.records;
    await this.#take(found.fresh);
  }

  async #refold(): Promise<void> {
    await this.#fold((await this.#shared.readAll()).concat(await this.#private.readAll()));
  }

  async #fold(events: readonly JournalEvent[]): Promise<void> {
    this.records = await inSteps(folding(events));
    this.#note(events.length);
    this.#fire('all');
  }

  #note(events: number): void {
    const write = async () => {
      await this.#catchUp();
      // The journals were read further than the records say: a snapshot would leave out what waits.
      if (this.#untaken > 0) return this.#note(0);
      // The records are taken now; nobody waits for the disk.
      void this.#snapshot?.write(this.records);
    };
    this.#snapshot?.note(events, () => void this.#inTurn(write).catch(() => {}));
  }

  /** Takes in what other windows and syncs have put there up to now. */
  async #catchUp(): Promise<void> {
    const [shared, own] = [await this.#shared.fresh(), await this.#private.fresh()];
    if (shared.isRewritten || own.isRewritten) await this.#refold();
    else await this.#take([...shared.fresh, ...own.fresh]);
  }

  #fire(change: SpaceChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}

/** The private records, with what these events make for one of them. */
function withMade(events: readonly NewEvent[], { isPrivate, themes }: SpaceRecords): ReadonlySet<string> {
  const makings = events.filter(({ type }) => isMadeForOthers.has(type)).map(refsOf);
  const hidden = new Set(isPrivate);
  for (let size = -1; size !== hidden.size; ) {
    size = hidden.size;
    for (const refs of makings) if (refs.some((record) => hidden.has(record))) hidden.add(refs[0]!);
  }
  for (const theme of privateThemes(events, themes.placed, hidden)) hidden.add(theme);
  return hidden;
}

/** Lets the extension host do other things in between. */
async function inSteps<T>(steps: Steps<T>): Promise<T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await rest();
  }
}

/** Where the private journal of a space stands, beside the spaces of a data folder. */
export function privateFolderOf(dataFolder: string, slug: string): string {
  return path.join(dataFolder, 'private', slug);
}
