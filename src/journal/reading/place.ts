import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { Time } from '../clock.ts';

/** How far a file was read, and what stood there: a file that was replaced is read from its beginning. */
export type Place = {
  /** The file as it was when it was read last: inode, size in bytes, time of its last change in milliseconds. */
  file: [inode: number, size: number, changedAt: number];
  /** Bytes that were read, whole lines only, and how many lines these are. */
  offset: number;
  lines: number;
  /** The largest time that counted. */
  last: Time;
  /** What stands before `offset`: so many bytes, and their hash. */
  tail: [length: number, hash: string];
  /** The id of the event in the last line, which had no line feed yet, where it was given already. */
  torn: string | null;
};

/** Enough for the last line with its id. */
const tailLength = 1024;
const nothing: Place['tail'] = [0, ''];

export function newPlace(): Place {
  return { file: [0, -1, 0], offset: 0, lines: 0, last: [0, 0], tail: nothing, torn: null };
}

/** Moves on by whole lines that were read. */
export function moveOn(place: Place, bytes: Buffer): void {
  if (bytes.length === 0) return;
  const tail = bytes.subarray(Math.max(0, bytes.length - tailLength));
  place.offset += bytes.length;
  place.tail = [tail.length, hashOf(tail)];
  place.torn = null;
}

/** Whether nothing happened to a file since it was read. */
export function isUnchanged({ file }: Place, there: Stats): boolean {
  return file[0] === there.ino && file[1] === there.size && file[2] === there.mtimeMs;
}

/** Whether what was read of a file still begins it: a sync replaces a file by a longer one with the same beginning. */
export async function isContinued(handle: FileHandle, place: Place, size: number): Promise<boolean> {
  if (place.offset > size) return false;
  const [length, hash] = place.tail;
  const bytes = Buffer.alloc(length);
  return (
    (await readAt(handle, bytes, place.offset - length)) === length &&
    (length === 0 || hashOf(bytes) === hash)
  );
}

/** Fills `bytes` from a place in a file. @returns how many came: fewer where the file ends */
export async function readAt(handle: FileHandle, bytes: Buffer, from: number): Promise<number> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesRead } = await handle.read(bytes, done, bytes.length - done, from + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return done;
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
}
