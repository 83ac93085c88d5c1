import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { CairnError } from '../model/errors.ts';
import type { Envelope } from '../model/events.ts';
import { appendFlags, codeOf, type Files, inTheWay, syncPath } from './disk/files.ts';
import { type Lock, withLock } from './disk/lock.ts';
import { writerId } from './writer.ts';

/** A file that would grow beyond this, in bytes, is followed by another of the same month: larger ones are not read. */
const fullFile = 48 * 1024 * 1024;

/**
 * Writes events to the end of one's own file, on a line of their own even after a torn one, and syncs.
 * @param wallTime chooses the month's file, by UTC
 * @returns the writer in whose folder they stand
 * @returns the writer in whose folder they stand
 * @throws CairnError 'journal-unwritable', errors of the file layer; then nothing counts as written
 */
export async function append(
  files: Files,
  space: string,
  wallTime: Date,
  events: readonly Envelope[],
): Promise<string> {
  const bytes = Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  await files.mkdir(space, { recursive: true });
  return withLock(files, path.join(space, '.lock'), async (lock) => {
    const writer = await writerId(files, space);
    const folder = path.join(space, 'journal', writer);
    // A link would lead out of the space.
    for (const own of [path.dirname(folder), folder]) await makeOwnFolder(files, own);
    const month = wallTime.toISOString().slice(0, 7);
    for (let part = 1; ; part++) {
      const file = path.join(folder, part === 1 ? `${month}.jsonl` : `${month}.${part}.jsonl`);
      const handle = await files.open(file, appendFlags, 0o600);
      try {
        const there = await handle.stat();
        if (!there.isFile()) throw inTheWay(file);
        if (there.size > 0 && there.size + bytes.length > fullFile) continue;
        // Before the first line, not after: when a sync fails, nothing is there that was not acknowledged. And all
        // the way up: an append that failed, or somebody else, may have made a folder that is not synced yet.
        if (there.size === 0) await syncPath(files, folder);
        await appendTo(handle, there.size, bytes, lock);
        return writer;
      } finally {
        // What it could still say comes too late: the line is synced, or the append has failed already.
        await handle.close().catch(() => {});
      }
    }
  });
}

async function makeOwnFolder(files: Files, folder: string): Promise<void> {
  const there = await files.lstat(folder).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
    return null;
  });
  if (!there) await files.mkdir(folder);
  else if (!there.isDirectory()) throw inTheWay(folder);
}

async function appendTo(handle: FileHandle, size: number, bytes: Buffer, lock: Lock): Promise<void> {
  const whole =
    size === 0 || (await endsWithLineFeed(handle, size)) ? bytes : Buffer.concat([Buffer.from('\n'), bytes]);
  let done = 0;
  try {
    while (done < whole.length) {
      if (!(await lock.isHeld())) {
        throw new CairnError(
          'journal-unwritable',
          'Nothing was recorded: the machine slept, or this window stood still, in the middle of it; do it again.',
        );
      }
      const { bytesWritten } = await handle.write(whole, done, whole.length - done);
      if (bytesWritten === 0) throw Object.assign(new Error('Nothing was written.'), { code: 'ENOSPC' });
      done += bytesWritten;
    }
    await handle.datasync();
  } catch (error) {
    await takeBack(handle, size, done, lock).catch(() => {});
    throw error;
  }
}

/**
 * What was not acknowledged shall not come up later. Should this fail, too, the next append starts a fresh line.
 * Where somebody else appended meanwhile, since this process was asleep and lost the lock, it stays.
 */
async function takeBack(handle: FileHandle, size: number, done: number, lock: Lock): Promise<void> {
  if (!(await lock.isHeld()) || (await handle.stat()).size > size + done) return;
  await handle.truncate(size);
  await handle.datasync();
}

async function endsWithLineFeed(handle: FileHandle, size: number): Promise<boolean> {
  const last = Buffer.alloc(1);
  await handle.read(last, 0, 1, size - 1);
  return last[0] === 10;
}
