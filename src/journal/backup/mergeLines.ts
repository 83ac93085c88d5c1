import { appendFlags, type Files } from '../disk/files.ts';
import { readWhole } from '../disk/wholeFile.ts';
import { envelopeOf } from '../eraseLines.ts';

/**
 * Adds the lines of one journal file to another that it lacks: events by their id, so that one which was erased there
 * stays erased, and all else by its text. Call it under the lock of the space that `target` is in.
 * @returns how many were added
 * @throws errors of the file layer
 */
export async function mergeLines(files: Files, source: string, target: string): Promise<number> {
  const here = linesOf(await readWhole(files, target));
  const known = new Set(here.map(keyOf));
  const lacking = linesOf(await readWhole(files, source)).filter((line) => !known.has(keyOf(line)));
  if (lacking.length === 0) return 0;
  const handle = await files.open(target, appendFlags, 0o600);
  try {
    // On a line of its own, even after a torn one; an empty line is none.
    const bytes = Buffer.from(`\n${lacking.join('\n')}\n`);
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await handle.write(bytes, done, bytes.length - done);
      if (bytesWritten === 0) throw Object.assign(new Error('Nothing was written.'), { code: 'ENOSPC' });
      done += bytesWritten;
    }
    await handle.datasync();
  } finally {
    await handle.close();
  }
  return lacking.length;
}

const linesOf = (bytes: Buffer | null) =>
  (bytes ?? Buffer.alloc(0)).toString('utf8').split('\n').filter(Boolean);
const keyOf = (line: string) => envelopeOf(line)?.id ?? line;
