import path from 'node:path';
import type { JournalEvent } from '../../model/events.ts';
import { after, type Clock, compareTimes, type Time } from '../clock.ts';
import type { Files } from '../disk/files.ts';
import { knownWriterId } from '../writer.ts';
import { Ids } from './ids.ts';
import { readLines } from './lines.ts';
import { Listing } from './listing.ts';
import { type Piece, readPieces } from './pieces.ts';
import { moveOn, type Place } from './place.ts';
import type { Places } from './places.ts';
import { type JournalProblem, Problems } from './problems.ts';

export type { JournalProblem } from './problems.ts';

/** What a scan of the files is for: `isAll` reads what nobody asked for a line feed yet, too. */
type Scan = {
  isAll: boolean;
  events: JournalEvent[];
  isRewritten: boolean;
  mine: string | null;
  /** Files that are there and were read before. */
  known: number;
};

/** Events that nobody was given yet, and whether events that somebody was given stand no longer where they stood. */
export type Fresh = { fresh: JournalEvent[]; isRewritten: boolean };

/** Reads the files of a space's journal: all of them, or what came since. */
export class Reader {
  private readonly folder: string;
  private readonly files: Files;
  private readonly clock: Clock;
  private readonly isPrivate: boolean;
  private readonly problemList: Problems;
  private readonly listing: Listing;
  private places = new Map<string, Place>();
  /** The ids that were read, by writer: two writers may use the same one. */
  private ids = new Map<string, Ids>();
  /** Events that are being appended here or were, and were not read since; with their writer once it is known. */
  private readonly awaited = new Map<string, string | null>();
  /** Writers that this clone is or was. */
  private readonly ownWriters = new Set<string>();
  private working: Promise<unknown> = Promise.resolve();
  private isScanning = false;
  /** When the first line with a clock that is too far ahead begins to count otherwise. */
  private until: number | null = null;

  /** The name under which this clone wrote last, `null` as long as none is known. */
  ownName: string | null = null;

  constructor(
    folder: string,
    files: Files,
    clock: Clock,
    options: { isPrivate: boolean; onProblem?: (problem: JournalProblem) => void },
  ) {
    this.folder = folder;
    this.files = files;
    this.clock = clock;
    this.isPrivate = options.isPrivate;
    this.problemList = new Problems(options.onProblem);
    this.listing = new Listing(files, folder, this.problemList);
  }

  get problems(): JournalProblem[] {
    return this.problemList.list;
  }

  /** Whether an event was written by this clone, in whichever window. A private journal is the user's own altogether. */
  isOwn(event: JournalEvent): boolean {
    if (this.isPrivate) return event.isPrivate === true;
    return event.writer !== undefined && this.ownWriters.has(event.writer);
  }

  /** Marks events that are about to be appended here as no news. The function returned takes that back. */
  expect(events: readonly JournalEvent[]): () => void {
    for (const { id } of events) this.awaited.set(id, null);
    return () => {
      for (const { id } of events) this.awaited.delete(id);
    };
  }

  /** Takes note of events that were appended here, and says in them where they stand. */
  took(events: readonly JournalEvent[], writer: string): void {
    this.ownWriters.add(writer);
    for (const event of events) {
      if (this.awaited.has(event.id)) this.awaited.set(event.id, writer);
      if (this.isPrivate) event.isPrivate = true;
      else event.writer = writer;
      this.hear(event);
    }
  }

  /** Every known event, from the files' beginning: writer by writer, each in the order of its files. */
  readAll(): Promise<JournalEvent[]> {
    return this.alone(async () => {
      this.forget();
      return (await this.scan(true)).events;
    });
  }

  /**
   * The events that nobody was given yet. A file that was replaced by one that does not begin with what was read (an
   * erased line, a restored backup) is read anew: what was given is not given again, but what is gone has to be
   * forgotten, which only a reading of everything can do.
   */
  readFresh(): Promise<Fresh> {
    return this.alone(async () => {
      const { events, isRewritten } = await this.scan(false);
      return { fresh: events, isRewritten };
    });
  }

  /**
   * How far everything was read that anybody was given; `null` while that is not certain, since files are being read,
   * or events that were appended here were not read yet. What was given has to be in the caller's records.
   */
  read(): Places | null {
    if (this.isScanning || this.awaited.size > 0) return null;
    return {
      files: Array.from(this.places, ([file, place]) => [
        path.relative(this.folder, file).split(path.sep).join('/'),
        { ...place },
      ]),
      largestIds: Array.from(this.ids, ([writer, ids]) => [writer, ids.largest]),
      ownWriters: [...this.ownWriters],
      ownName: this.ownName,
      problems: this.problems.slice(),
      until: this.until,
    };
  }

  /**
   * Goes on from where a reader of an earlier session was: every file has to begin with what was read then.
   * @returns the events since, or `null` where only `readAll` tells what stands
   */
  resume(from: Places): Promise<JournalEvent[] | null> {
    return this.alone(async () => {
      this.forget();
      const isInTime = from.until === null || !this.clock.isPlausible([from.until, 0]);
      for (const [file, place] of from.files) {
        this.places.set(path.join(this.folder, ...file.split('/')), place);
        if (!this.clock.isPlausible(place.last)) return this.forget();
      }
      for (const [writer, id] of from.largestIds) this.ids.set(writer, new Ids(id));
      const scan = isInTime ? await this.scan(true) : null;
      if (!scan || scan.isRewritten || from.files.length !== scan.known) return this.forget();
      for (const [, place] of from.files) this.clock.observe(place.last);
      for (const { file, line, message } of from.problems)
        if (line > 0) this.problemList.report(file, line, message);
      for (const writer of from.ownWriters) this.ownWriters.add(writer);
      this.ownName ??= from.ownName;
      this.until = lower(this.until, from.until);
      return scan.events;
    });
  }

  private forget(): null {
    this.places = new Map();
    this.ids = new Map();
    this.until = null;
    this.problemList.clear();
    return null;
  }

  /** The folders to watch: the journal's and each writer's. */
  folders(): Promise<string[]> {
    return this.listing.folders();
  }

  private alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.working.then(async () => {
      this.isScanning = true;
      return work().finally(() => {
        this.isScanning = false;
      });
    });
    this.working = done.catch(() => {});
    return done;
  }

  private async scan(isAll: boolean): Promise<Scan> {
    const mine = await knownWriterId(this.files, path.dirname(this.folder));
    if (mine !== null) this.ownWriters.add(mine);
    const found = await this.listing.journalFiles();
    const jobs = found.map((job) => ({ ...job, known: this.places.get(job.file) }));
    const known = jobs.filter((job) => job.known).length;
    const scan: Scan = { isAll, events: [], isRewritten: false, mine, known };
    for await (const piece of readPieces(this.files, jobs)) {
      if (piece.problem !== null) this.problemList.report(piece.file, 0, piece.problem);
      else this.take(piece, scan);
    }
    return scan;
  }

  private take(piece: Piece & { problem: null }, scan: Scan): void {
    const { file, writer, place, bytes } = piece;
    if (piece.isFirst) this.places.set(file, place);
    if (piece.isRewritten) scan.isRewritten = true;
    // Another window may just be writing it: only who wants everything gets it as it is.
    if (piece.isTorn && !scan.isAll) return;
    const ids = this.ids.get(writer) ?? new Ids();
    this.ids.set(writer, ids);
    const from = { writer: this.isPrivate ? null : writer, author: '' };
    const isMine = writer === scan.mine;
    let newest: Time = [0, 0];
    const { torn } = place;
    const visit = (line: JournalEvent | string, number: number) => {
      if (typeof line === 'string') return this.problemList.report(file, number, line);
      const event = this.placed(line, place, file, number);
      if (compareTimes(event.time, newest) > 0) newest = event.time;
      if (piece.isTorn) place.torn = event.id;
      if (isMine) this.hear(event);
      const isExpected = this.isExpected(event.id, writer);
      const wasThere = ids.has(event.id);
      if (wasThere === null) scan.isRewritten = true;
      else if (!wasThere) {
        ids.add(event.id);
        if (scan.isAll || !isExpected) scan.events.push(event);
      } else if (event.id !== torn && !piece.isRewritten) {
        this.problemList.report(file, number, 'The id was used before; the first line with it counts.');
        // Only a reading of everything in order tells which one stands first: this file may come before the other.
        if (!scan.isAll) scan.isRewritten = true;
      }
    };
    const lines = readLines(bytes, place.lines + 1, from, visit);
    this.clock.observe(newest);
    if (piece.isTorn) return;
    place.lines += lines;
    moveOn(place, bytes);
  }

  /** Whether an event was appended here; asked once for each. */
  private isExpected(id: string, writer: string): boolean {
    if (this.awaited.size === 0) return false;
    const by = this.awaited.get(id);
    if (by === undefined || (by !== null && by !== writer)) return false;
    return this.awaited.delete(id);
  }

  private hear(event: JournalEvent): void {
    this.ownName = event.type === 'writer.introduced' ? event.payload.name : event.author;
  }

  /**
   * An event whose time lies implausibly far ahead (a wrong clock) counts as written right after the line
   * before it: otherwise nobody could ever correct what it says. Its line stays as it is.
   */
  private placed(event: JournalEvent, place: Place, file: string, number: number): JournalEvent {
    if (this.clock.isPlausible(event.time)) {
      if (compareTimes(event.time, place.last) > 0) place.last = event.time;
      return event;
    }
    this.problemList.report(
      file,
      number,
      'The time lies more than a day ahead; it counts as the time of the line before.',
    );
    this.until = lower(this.until, event.time[0]);
    place.last = after(place.last);
    return { ...event, time: [place.last[0], place.last[1]] };
  }
}

function lower(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}
