import path from 'node:path';
import type { Envelope, JournalEvent, NewEvent } from '../model/events.ts';
import type { SpaceRecords } from '../model/records.ts';
import { alwaysPrivate, isAboutAny, refsOf } from '../model/refs.ts';
import { codeOf, type Files } from './disk/files.ts';
import { eraseHeld, eraseOwn, ownFiles } from './erase.ts';
import { inShared } from './inShared.ts';
import type { Journal } from './journal.ts';
import { ownWords } from './ownWords.ts';
import { privateThemes } from './privateThemes.ts';

/** Moves one's own words about records between the shared journal and the private one. */
export class Moves {
  readonly #files: Files;
  readonly #shared: Journal;
  readonly #private: Journal;
  /** What the own files of the shared journal were before they were read and nothing private stood in them. */
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

  /**
   * First the copy in the private journal, then the end of the shared one: at no point is anything lost. What was
   * promised for a goal goes with it, remarks about feedback do, and what the text of a session made, and the name of a theme that is
   * made of nothing else: who says more of it later shall not share that.
   */
  async toPrivate(
    record: string,
    events: readonly JournalEvent[],
    author: string,
    { isPrivate, themes }: Pick<SpaceRecords, 'isPrivate' | 'themes'>,
  ): Promise<void> {
    const writer = await this.#shared.writer();
    const { isMine } = ownWords(events, writer, author);
    const records = new Set([record]);
    const makings = events.filter((event) => inShared(event) && madeFor(event).length > 0 && isMine(event));
    // What a session made goes with it, and it with its pairing.
    for (let size = 0; size < records.size; ) {
      size = records.size;
      for (const event of makings) {
        if (madeFor(event).some((other) => records.has(other))) records.add(refsOf(event)[0]!);
      }
    }
    const named = events.filter((event) => event.type === 'theme.made' && inShared(event) && isMine(event));
    const all = new Set([...isPrivate, ...records]);
    for (const theme of privateThemes(named, themes.placed, all)) records.add(theme);
    const mine = events.filter(
      (event) => inShared(event) && !isPlace(event) && isAboutAny(event, records) && isMine(event),
    );
    const marks = [...records].map((id): NewEvent => {
      return { type: 'record.private', payload: { record: id, isPrivate: true } };
    });
    await this.#private.append(marks, { also: without(mine, events, (event) => !inShared(event)) });
    if (mine.length === 0) return;
    await eraseOwn(this.#files, this.#shared, isOneOf(mine));
    // What stands in other files of this person's cannot be taken out of them.
    if (!(await this.#isShared()) && mine.every((event) => event.writer === writer)) return;
    const hidden = [...records].filter((id) => mine.some((event) => refsOf(event).includes(id)));
    await this.#shared.append(
      hidden.map((id) => ({ type: 'record.hidden', payload: { record: id, isHidden: true } })),
    );
  }

  /** What speaks of another private record, too, stays; so does what was taken back. */
  async toShared(
    record: string,
    events: readonly JournalEvent[],
    isPrivate: ReadonlySet<string>,
    author: string,
  ): Promise<void> {
    const others = new Set(isPrivate);
    others.delete(record);
    const { isMine, isTakenBackHere } = ownWords(events, await this.#shared.writer(), author);
    const mine = events.filter(
      (event) =>
        !inShared(event) &&
        !isPlace(event) &&
        !alwaysPrivate.has(event.type) &&
        refsOf(event).includes(record) &&
        !isAboutAny(event, others) &&
        !isTakenBackHere(event),
    );
    const hides = events.findLast(
      (event) => event.type === 'record.hidden' && event.payload.record === record && isMine(event),
    );
    const isHidden = hides?.type === 'record.hidden' && hides.payload.isHidden;
    const shown: NewEvent[] = isHidden
      ? [{ type: 'record.hidden', payload: { record, isHidden: false } }]
      : [];
    await this.#shared.append(shown, { also: without(mine, events, inShared) });
    await this.#private.append([{ type: 'record.private', payload: { record, isPrivate: false } }]);
  }

  /**
   * Shares what was taken back while it was private, and is done again now that what it is about is not.
   * @param acts what is done again
   * @returns whether there was any
   */
  async shareAgain(
    acts: ReadonlySet<string>,
    events: readonly JournalEvent[],
    isPrivate: ReadonlySet<string>,
  ): Promise<boolean> {
    const again = events.filter(
      (event) =>
        !inShared(event) &&
        !isPlace(event) &&
        !alwaysPrivate.has(event.type) &&
        acts.has(event.act) &&
        refsOf(event).length > 0 &&
        !isAboutAny(event, isPrivate),
    );
    const also = without(again, events, inShared);
    await this.#shared.append([], { also });
    return also.length > 0;
  }

  /**
   * Takes out of the own shared files what speaks of private records: a move that was cut off, an act of another
   * window that did not know yet.
   * @param read every event of both journals
   * @param options.isHeld the shared journal's lock is held
   * @returns whether there was any
   */
  async tidy(
    isPrivate: ReadonlySet<string>,
    read: () => Promise<JournalEvent[]>,
    { isHeld = false } = {},
  ): Promise<boolean> {
    if (isPrivate.size === 0) return false;
    const state = await this.#stateOf(isPrivate);
    if (state === this.#clean) return false;
    const events = await read();
    const writer = await this.#shared.writer();
    const found = events.filter(
      (event) =>
        writer !== null && event.writer === writer && !isPlace(event) && isAboutAny(event, isPrivate),
    );
    if (found.length > 0) {
      const also = without(found, events, (event) => !inShared(event));
      await this.#private.append([], { also });
      await (isHeld ? eraseHeld : eraseOwn)(this.#files, this.#shared, isOneOf(found));
    } else this.#clean = state;
    return found.length > 0;
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

/** The records about which an event makes one of its own. */
function madeFor(event: JournalEvent): string[] {
  switch (event.type) {
    case 'action.added':
    case 'feedback.entered':
    case 'session.logged':
    case 'pairing.started':
    case 'scaffold.reached':
    case 'scale.answered':
    case 'kudos.given':
    case 'skill.rated':
    case 'knowledge.noted':
      return refsOf(event).slice(1);
    case 'annotation.added':
      return event.payload.feedback === null ? [] : [event.payload.feedback];
    default:
      return event.type === 'feedback.rated' ? [event.payload.feedback] : [];
  }
}

/** Says where words stand, not what they say. */
const isPlace = ({ type }: JournalEvent) => type === 'record.private' || type === 'record.hidden';

/** Those of which no copy stands where `isThere` says: a writer's second line with one id is none. */
function without(
  some: JournalEvent[],
  events: readonly JournalEvent[],
  isThere: (event: JournalEvent) => boolean,
): JournalEvent[] {
  const there = new Set(events.filter(isThere).map(({ id }) => id));
  return some.filter(({ id }) => !there.has(id));
}

/** Only what was copied is taken away: what another window writes meanwhile stays, as do lines of a newer Cairn. */
function isOneOf(events: readonly JournalEvent[]): (event: Envelope) => boolean {
  const ids = new Set(events.map(({ id }) => id));
  return ({ id }) => ids.has(id);
}
