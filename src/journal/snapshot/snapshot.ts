import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as rest } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { Excerpt } from '../../model/events.ts';
import { dehydrate, rehydrate } from '../../model/fold.ts';
import {
  type FrozenLedger,
  type FrozenMark,
  type FrozenRecords,
  freezeMarks,
  freezeRecords,
  thawMark,
  thawRecords,
} from '../../model/frozen.ts';
import type { Said, SpaceRecords } from '../../model/records.ts';
import type { ExcerptStore } from '../../model/storedMark.ts';
import { type Files, readFlags } from '../disk/files.ts';
import { isExcerpt } from '../reading/check.ts';
import { readAt } from '../reading/place.ts';
import { arePlaces, type Places } from '../reading/places.ts';

/**
 * A snapshot: what a space's journals said, folded, and how far they were read. It is made from the journals and can
 * be deleted at any time. The file is JSON whose lines have fixed parts, so that it is read in pieces and the excerpts,
 * one a line at its end, stay text until somebody asks for them:
 *
 *     {"cairn":"snapshot","format":4,"checksum":"8 hex digits of all bytes behind this line",
 *     "head":{...},
 *     "marks":[
 *     [row with the bytes of its excerpt, ...],
 *     []],"excerpts":[
 *     {...},
 *     null]}
 */
const format = 4;
const marksALine = 500;
/** Read, checked or written without a rest, in bytes. */
const pieceLength = 16 * 1024 * 1024;
const largest = 1024 * 1024 * 1024;

type Head = {
  version: string;
  records: FrozenRecords;
  ledger: FrozenLedger;
  places: Places[];
  said: Said[];
  lines: number;
};

/** What a snapshot holds: the records, and how far each journal was read, in an order that the caller knows. */
export type Snapshot = { records: SpaceRecords; places: Places[] };

/** The file, and which Cairn reads it: another one may fold in another way. */
export type SnapshotFile = { file: string; version: string };

/** The first line, always of the same length. */
const opening = (checksum: number) =>
  `{"cairn":"snapshot","format":${format},"checksum":"${checksum.toString(16).padStart(8, '0')}",\n`;
const openingLength = opening(0).length;

/**
 * Writes a snapshot in the place of the one before. The records are taken as they are when this is called; writing
 * goes on in small steps.
 * @throws errors of the file layer
 */
export async function saveSnapshot(
  files: Files,
  { file, version }: SnapshotFile,
  { records, places }: Snapshot,
): Promise<void> {
  const ledger = dehydrate(records);
  if (!ledger) return;
  const { rows, said, excerpts } = freezeMarks(records);
  const lines = Math.ceil(rows.length / marksALine);
  const head: Head = { version, records: freezeRecords(records), ledger, places, said, lines };
  await files.mkdir(path.dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}.new`;
  const handle = await files.open(fresh, 'w', 0o600);
  try {
    const out = new Output(handle);
    await out.add(`"head":${JSON.stringify(head)},\n"marks":[\n`);
    const raw: Uint8Array[] = [];
    for (let from = 0; from < rows.length; from += marksALine) {
      const line = rows.slice(from, from + marksALine);
      for (const [i, row] of line.entries()) {
        const excerpt = excerpts[from + i] ?? null;
        if (excerpt === null) continue;
        const bytes = excerpt instanceof Uint8Array ? excerpt : Buffer.from(JSON.stringify(excerpt));
        raw.push(bytes);
        row[6] = bytes.length;
      }
      await out.add(`${JSON.stringify(line)},\n`);
      await rest();
    }
    await out.add('[]],"excerpts":[\n');
    for (const bytes of raw) {
      await out.add(bytes);
      await out.add(',\n');
    }
    await out.add('null]}\n');
    await out.end();
    await handle.sync();
  } catch (error) {
    await handle.close();
    await files.unlink(fresh).catch(() => {});
    throw error;
  }
  await handle.close();
  await files.rename(fresh, file);
}

/**
 * Reads a snapshot. The records that it gives may be applied to; whether the journals still begin with what was read
 * then is `Journal.readFrom`'s to say.
 * @returns `null` where there is none, or one that is damaged or of another version of Cairn
 */
export async function loadSnapshot(files: Files, { file, version }: SnapshotFile): Promise<Snapshot | null> {
  try {
    const bytes = await readWhole(files, file);
    return bytes && (await parse(bytes, version));
  } catch {
    return null;
  }
}

async function readWhole(files: Files, file: string): Promise<Buffer | null> {
  const handle = await files.open(file, readFlags);
  try {
    const { size } = await handle.stat();
    if (size < openingLength || size > largest) return null;
    const bytes = Buffer.allocUnsafeSlow(size);
    let sum = 0;
    for (let from = 0; from < size; from += pieceLength) {
      const piece = bytes.subarray(from, from + pieceLength);
      if ((await readAt(handle, piece, from)) < piece.length) return null;
      sum = crc32(from === 0 ? piece.subarray(openingLength) : piece, sum);
    }
    return bytes.toString('latin1', 0, openingLength) === opening(sum) ? bytes : null;
  } finally {
    await handle.close();
  }
}

async function parse(bytes: Buffer, version: string): Promise<Snapshot | null> {
  let at = openingLength;
  const line = () => {
    const end = bytes.indexOf(10, at);
    const text = bytes.toString('utf8', at, end);
    at = end + 1;
    return text;
  };
  const head = JSON.parse(line().slice('"head":'.length, -1)) as Head;
  if (head.version !== version || !head.places.every(arePlaces)) return null;
  const records = thawRecords(head.records);
  rehydrate(records, head.ledger);
  line();
  // The excerpts begin where the rows end.
  const rows: FrozenMark[][] = [];
  for (let i = 0; i < head.lines; i++) {
    rows.push(JSON.parse(line().slice(0, -1)) as FrozenMark[]);
    if (i % 16 === 15) await rest();
  }
  line();
  const store = storeIn(bytes);
  for (const [i, some] of rows.entries()) {
    for (const row of some) {
      thawMark(records, row, head.said, store, at);
      if (row[6] > 0) at += row[6] + 2;
    }
    if (i % 16 === 15) await rest();
  }
  return bytes.toString('latin1', at) === 'null]}\n' ? { records, places: head.places } : null;
}

function storeIn(bytes: Buffer): ExcerptStore {
  return {
    json: (start, length) => bytes.subarray(start, start + length),
    read: (start, length) => {
      const excerpt: unknown = JSON.parse(bytes.toString('utf8', start, start + length));
      return typeof excerpt === 'object' && excerpt !== null && isExcerpt(excerpt)
        ? (excerpt as Excerpt)
        : null;
    },
  };
}

/** Gathers small parts, writes them by pieces, and sums them up; the first line comes last. */
class Output {
  readonly #handle: FileHandle;
  #parts: Uint8Array[] = [];
  #length = 0;
  #at = openingLength;
  #sum = 0;

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  async add(part: string | Uint8Array): Promise<void> {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    this.#parts.push(bytes);
    this.#length += bytes.length;
    if (this.#length >= pieceLength) await this.#flush();
  }

  async end(): Promise<void> {
    await this.#flush();
    await this.#write(Buffer.from(opening(this.#sum)), 0);
  }

  async #flush(): Promise<void> {
    const piece = Buffer.concat(this.#parts, this.#length);
    this.#parts = [];
    this.#length = 0;
    this.#sum = crc32(piece, this.#sum);
    await this.#write(piece, this.#at);
    this.#at += piece.length;
  }

  async #write(bytes: Buffer, at: number): Promise<void> {
    for (let done = 0; done < bytes.length; ) {
      done += (await this.#handle.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
    }
  }
}
