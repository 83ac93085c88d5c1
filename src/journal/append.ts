import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { JournalEvent } from '../model/events.ts';
import { appendFlags, type Files, makeFolder, syncFolder } from './files.ts';
import { withLock } from './lock.ts';
import { writerId } from './writer.ts';

/** A file that would grow beyond this, in bytes, is followed by another of the same month: larger ones are not read. */
const fullFile = 48 * 1024 * 1024;

/**
 * Writes events to the end of one's own file, on a line of their own even after a torn one, and syncs.
 * @param wallTime chooses the month's file, by UTC
 * @returns the writer in whose folder they stand
 * @throws errors of the file layer; then nothing counts as written
 */
export async function append(
  files: Files,
  space: string,
  wallTime: Date,
  events: JournalEvent[],
): Promise<string> {
  const bytes = Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  await makeFolder(files, space);
  return withLock(files, path.join(space, '.lock'), async () => {
    const writer = await writerId(files, space);
    const folder = path.join(space, 'journal', writer);
    await makeFolder(files, folder);
    for (const own of [path.dirname(folder), folder]) {
      if (!(await files.lstat(own)).isDirectory()) throw Object.assign(new Error(own), { code: 'ELOOP' });
    }
    const month = wallTime.toISOString().slice(0, 7);
    for (let part = 1; ; part++) {
      const file = path.join(folder, part === 1 ? `${month}.jsonl` : `${month}.${part}.jsonl`);
      const handle = await files.open(file, appendFlags, 0o600);
      try {
        const { size } = await handle.stat();
        if (size > 0 && size + bytes.length > fullFile) continue;
        // Before the first line, not after: when a sync fails, nothing is there that was not acknowledged.
        if (size === 0) {
          for (const made of [folder, path.dirname(folder), space]) await syncFolder(files, made);
        }
        await appendTo(handle, size, bytes);
        return writer;
      } finally {
        await handle.close();
      }
    }
  });
}

async function appendTo(handle: FileHandle, size: number, bytes: Buffer): Promise<void> {
  const whole =
    size === 0 || (await endsWithLineFeed(handle, size)) ? bytes : Buffer.concat([Buffer.from('\n'), bytes]);
  try {
    for (let done = 0; done < whole.length; ) {
      done += (await handle.write(whole, done, whole.length - done)).bytesWritten;
    }
    await handle.datasync();
  } catch (error) {
    // What was not acknowledged shall not come up later. Should this fail, too, the next append starts a fresh line.
    await handle.truncate(size).catch(() => {});
    throw error;
  }
}

async function endsWithLineFeed(handle: FileHandle, size: number): Promise<boolean> {
  const last = Buffer.alloc(1);
  await handle.read(last, 0, 1, size - 1);
  return last[0] === 10;
}
