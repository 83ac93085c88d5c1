import type { Dirent } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { JournalEvent } from '../model/events.ts';
import { after, type Clock, compareTimes, type Time } from './clock.ts';
import { codeOf, type Files, readFlags } from './files.ts';
import { readLines } from './lines.ts';
import { knownWriterId, writerPattern } from './writer.ts';

/** Something in the journal that could not be read: the file, its line (1-based, 0 for the whole), and why. */
export type JournalProblem = { file: string; line: number; message: string };

/** Larger files are not read, in bytes. */
const largestFile = 64 * 1024 * 1024;
const mostProblems = 1000;
const fileName = /^\d{4}-\d{2}(\.\d{1,4})?\.jsonl$/;

/** How far a file was read, and what stood there: a file that was replaced is read from its beginning. */
type Place = { identity: number; offset: number; lines: number; last: Time; tail: Buffer };
const tailLength = 200;

/** Reads the files of a space's journal: all of them, or what came since. */
export class Reader {
  problems: JournalProblem[] = [];
  private readonly folder: string;
  private readonly files: Files;
  private readonly clock: Clock;
  private readonly onProblem: ((problem: JournalProblem) => void) | undefined;
  private readonly listed = new Set<string>();
  private readonly told = new Set<string>();
  private places = new Map<string, Place>();
  /** Ids of events that stand in this clone's own files, or were appended here. */
  readonly own = new Set<string>();
  /** Ids that somebody was given, or that are being appended here. */
  private readonly known = new Set<string>();
  private working: Promise<unknown> = Promise.resolve();

  /** The name under which this clone wrote last, `null` as long as none is known. */
  ownName: string | null = null;
  private readonly isPrivate: boolean;

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
    this.onProblem = options.onProblem;
  }

  /** Takes note of events that were appended here. */
  took(events: readonly JournalEvent[], writer: string): void {
    for (const event of events) this.placeIn(event, writer, true);
  }

  private placeIn(event: JournalEvent, writer: string, isOwn: boolean): void {
    if (this.isPrivate) event.isPrivate = true;
    else event.writer = writer;
    if (!isOwn) return;
    this.own.add(event.id);
    this.ownName = event.type === 'writer.introduced' ? event.payload.name : event.author;
  }

  /** Marks events that are about to be appended here as no news. The function returned takes that back. */
  expect(events: readonly JournalEvent[]): () => void {
    for (const { id } of events) this.known.add(id);
    return () => {
      for (const { id } of events) this.known.delete(id);
    };
  }

  /** Every known event, from the files' beginning, in no order. */
  readAll(): Promise<JournalEvent[]> {
    return this.alone(async () => {
      this.places = new Map();
      this.problems = [];
      this.listed.clear();
      const events: JournalEvent[] = [];
      await this.scan((event) => events.push(event), true);
      for (const { id } of events) this.known.add(id);
      return events;
    });
  }

  /** The events that nobody was given yet. */
  readFresh(): Promise<JournalEvent[]> {
    return this.alone(async () => {
      const events: JournalEvent[] = [];
      await this.scan((event) => {
        if (this.known.has(event.id)) return;
        this.known.add(event.id);
        events.push(event);
      }, false);
      return events;
    });
  }

  /** The folders to watch: the journal's and each writer's. */
  async folders(): Promise<string[]> {
    const writers = (await this.list(this.folder)) ?? [];
    const isWriter = (entry: Dirent) => entry.isDirectory() && writerPattern.test(entry.name);
    return [this.folder, ...writers.filter(isWriter).map(({ name }) => path.join(this.folder, name))];
  }

  private alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.working.then(work);
    this.working = done.catch(() => {});
    return done;
  }

  /** @param isWhole also what has no line feed yet: another window may just be writing it, or was torn there */
  private async scan(visit: (event: JournalEvent) => void, isWhole: boolean): Promise<void> {
    const mine = await knownWriterId(this.files, path.dirname(this.folder));
    for (const writer of (await this.list(this.folder)) ?? []) {
      const note = (event: JournalEvent) => {
        this.placeIn(event, writer.name, writer.name === mine);
        visit(event);
      };
      const folder = path.join(this.folder, writer.name);
      if (!writer.isDirectory() || !writerPattern.test(writer.name)) {
        this.report(folder, 0, 'This is no folder of a writer; it was not read.');
        continue;
      }
      for (const entry of (await this.list(folder)) ?? []) {
        const file = path.join(folder, entry.name);
        if (entry.isFile() && fileName.test(entry.name)) await this.scanFile(file, note, isWhole);
        else this.report(file, 0, 'This is no file of a journal; it was not read.');
      }
    }
  }

  private async list(folder: string): Promise<Dirent[] | null> {
    try {
      if (!(await this.files.lstat(folder)).isDirectory()) {
        this.report(folder, 0, 'This is no folder; it was not read.');
        return null;
      }
      const entries = await this.files.readdir(folder, { withFileTypes: true });
      return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      if (codeOf(error) !== 'ENOENT')
        this.report(folder, 0, `The folder could not be read (${codeOf(error) || error}).`);
      return null;
    }
  }

  private async scanFile(
    file: string,
    visit: (event: JournalEvent) => void,
    isWhole: boolean,
  ): Promise<void> {
    let handle: FileHandle | undefined;
    try {
      const known = this.places.get(file);
      const there = await this.files.lstat(file);
      if (known && known.identity === there.ino && known.offset === there.size && !isWhole) return;
      handle = await this.files.open(file, readFlags);
      const { size, ino } = await handle.stat();
      if (size > largestFile) {
        return this.report(
          file,
          0,
          `The file is larger than ${largestFile / 1024 / 1024} MB; it was not read.`,
        );
      }
      const fresh = { identity: ino, offset: 0, lines: 0, last: [0, 0] as Time, tail: Buffer.alloc(0) };
      const place = known && (await isContinued(handle, known, ino, size)) ? known : fresh;
      const bytes = await readFrom(handle, place.offset, size);
      this.places.set(file, place);
      this.take(file, place, bytes, visit, isWhole);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT')
        this.report(file, 0, `The file could not be read (${codeOf(error) || error}).`);
    } finally {
      await handle?.close();
    }
  }

  private take(
    file: string,
    place: Place,
    bytes: Buffer,
    visit: (event: JournalEvent) => void,
    isWhole: boolean,
  ) {
    const whole = bytes.lastIndexOf(10) + 1;
    const read = (part: Buffer) =>
      readLines(part, place.lines + 1, (line, number) => {
        if (line && 'event' in line) visit(this.placed(file, number, line.event, place));
        else if (line) this.report(file, number, line.problem);
      });
    place.lines += read(bytes.subarray(0, whole));
    place.offset += whole;
    if (whole > 0) place.tail = Buffer.from(bytes.subarray(Math.max(0, whole - tailLength), whole));
    if (isWhole && whole < bytes.length) read(bytes.subarray(whole));
  }

  /**
   * An event whose time lies implausibly far ahead (a wrong clock) counts as written right after the line
   * before it: otherwise nobody could ever correct what it says. Its line stays as it is.
   */
  private placed(file: string, number: number, event: JournalEvent, place: Place): JournalEvent {
    if (this.clock.isPlausible(event.time)) {
      this.clock.observe(event.time);
      if (compareTimes(event.time, place.last) > 0) place.last = [event.time[0], event.time[1]];
      return event;
    }
    this.report(
      file,
      number,
      'The time lies more than a day ahead; it counts as the time of the line before.',
    );
    place.last = after(place.last);
    return { ...event, time: [place.last[0], place.last[1]] };
  }

  private report(file: string, line: number, message: string): void {
    const key = `${file}\n${line}\n${message}`;
    if (!this.listed.has(key) && this.listed.size < mostProblems) {
      this.listed.add(key);
      this.problems.push({ file, line, message });
    }
    if (this.told.has(key) || this.told.size >= mostProblems) return;
    this.told.add(key);
    try {
      this.onProblem?.({ file, line, message });
    } catch {
      // Whoever listens has a fault of its own; reading goes on.
    }
  }
}

/** An inode's number says little by itself: the next file may get the number of one that was removed. */
async function isContinued(
  handle: FileHandle,
  place: Place,
  identity: number,
  size: number,
): Promise<boolean> {
  if (place.identity !== identity || place.offset > size) return false;
  return place.tail.equals(await readFrom(handle, place.offset - place.tail.length, place.offset));
}

async function readFrom(handle: FileHandle, offset: number, size: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(size - offset);
  let done = 0;
  while (done < bytes.length) {
    const { bytesRead } = await handle.read(bytes, done, bytes.length - done, offset + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}
