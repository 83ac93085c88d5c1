import type { FileHandle } from 'node:fs/promises';
import { codeOf, type Files, readFlags } from '../disk/files.ts';
import { isContinued, isUnchanged, newPlace, type Place, readAt } from './place.ts';

/** A journal's file to read, from where it was left where that is known. */
export type Job = { file: string; writer: string; known: Place | undefined };

/** Some bytes of a file, valid until the next piece is asked for; or why there are none. */
export type Piece = Job &
  (
    | {
        problem: null;
        place: Place;
        /** The file's first piece. */
        isFirst: boolean;
        /** The file was read before and what it said then no longer begins it. */
        isRewritten: boolean;
        bytes: Buffer;
        /** The bytes have no line feed: a line that is being written, or was torn there. */
        isTorn: boolean;
      }
    | { problem: string }
  );

/** Larger files are not read, in bytes. */
const largestFile = 64 * 1024 * 1024;
/** So much is parsed without a break, in bytes: some milliseconds. */
const pieceLength = 1024 * 1024;
/** So many files are opened ahead of the one that is worked on: the disk is asked while lines are parsed. */
const ahead = 8;

/**
 * Reads files piece by piece and in order, the next ones while the caller works on the last. Pieces end with a line
 * feed. Files that did not change since they were read are left out.
 */
export async function* readPieces(files: Files, jobs: readonly Job[]): AsyncGenerator<Piece> {
  const buffers = new Buffers();
  const closing: Promise<void>[] = [];
  const begun: { pieces: AsyncGenerator<Piece>; first: Promise<IteratorResult<Piece>> }[] = [];
  for (let at = 0; at < jobs.length || begun.length > 0; ) {
    while (at < jobs.length && begun.length <= ahead) {
      const pieces = readOne(files, jobs[at++] as Job, buffers, closing);
      begun.push({ pieces, first: pieces.next() });
    }
    const { pieces, first } = begun.shift() as (typeof begun)[number];
    const { value, done } = await first;
    if (done) continue;
    yield value;
    yield* pieces;
  }
  await Promise.all(closing);
}

/** The pieces of one file. Never throws: what goes wrong is a piece that says so. */
async function* readOne(
  files: Files,
  job: Job,
  buffers: Buffers,
  closing: Promise<void>[],
): AsyncGenerator<Piece> {
  let handle: FileHandle | undefined;
  try {
    if (job.known && isUnchanged(job.known, await files.lstat(job.file))) return;
    handle = await files.open(job.file, readFlags);
    yield* readOpen(handle, job, buffers);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    yield { ...job, problem: `The file could not be read (${codeOf(error) || error}).` };
  } finally {
    if (handle) closing.push(handle.close().catch(() => {}));
  }
}

async function* readOpen(handle: FileHandle, job: Job, buffers: Buffers): AsyncGenerator<Piece> {
  const { size, ino, mtimeMs } = await handle.stat();
  if (size > largestFile) {
    yield { ...job, problem: `The file is larger than ${largestFile / 1024 / 1024} MB; it was not read.` };
    return;
  }
  const isSame = job.known !== undefined && (await isContinued(handle, job.known, size));
  const isRewritten = !isSame && (job.known?.offset ?? 0) > 0;
  const place = isSame && job.known ? job.known : newPlace();
  const common = { ...job, problem: null, place, isRewritten };
  let isFirst = true;
  let length = pieceLength;
  for (let from = place.offset; from < size || isFirst; ) {
    const buffer = buffers.take(Math.min(length, size - from));
    const bytes = buffer.subarray(0, await readAt(handle, buffer, from));
    const isEnd = bytes.length < buffer.length || from + bytes.length === size;
    const whole = bytes.lastIndexOf(10) + 1;
    if (whole === 0 && !isEnd) {
      // One line that is longer than a piece: the whole of it is needed to know where the next one begins.
      length *= 2;
      continue;
    }
    length = pieceLength;
    yield { ...common, isFirst, bytes: bytes.subarray(0, whole), isTorn: false };
    isFirst = false;
    if (isEnd && whole < bytes.length)
      yield { ...common, isFirst, bytes: bytes.subarray(whole), isTorn: true };
    buffers.giveBack(buffer);
    if (isEnd) break;
    from += whole;
  }
  place.file = [ino, size, mtimeMs];
}

/** Keeps the buffers of pieces that were worked on for the next ones. */
class Buffers {
  readonly #free: Buffer[] = [];

  take(length: number): Buffer {
    if (length > pieceLength) return Buffer.allocUnsafeSlow(length);
    return (this.#free.pop() ?? Buffer.allocUnsafeSlow(pieceLength)).subarray(0, length);
  }

  giveBack({ buffer }: Buffer): void {
    if (buffer.byteLength === pieceLength) this.#free.push(Buffer.from(buffer));
  }
}
