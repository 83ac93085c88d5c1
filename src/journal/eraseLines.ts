import path from 'node:path';
import type { Envelope } from '../model/events.ts';
import { erasedType } from '../model/kinds.ts';
import type { Files } from './disk/files.ts';
import { readWhole, replaceFile } from './disk/wholeFile.ts';
import { isEnvelope } from './reading/check.ts';

/**
 * Takes the content of lines of a journal's file away, for good: the file is written anew, and until the new one is
 * whole and on disk the old one stays. Nobody may append meanwhile: call it under the journal's lock.
 * @param file `<space>/journal/<writer>/<month>.jsonl`; one that is not there has no lines
 * @param isErased asked for each line that is an event of whatever type and version
 * @returns how many lines lost their content
 * @throws errors of the file layer; then the file is the old one, or already the new one
 */
export async function eraseInFile(
  files: Files,
  file: string,
  isErased: (event: Envelope) => boolean,
): Promise<number> {
  const bytes = await readWhole(files, file);
  const { lines, kept } = eraseLines(bytes ?? Buffer.alloc(0), isErased);
  // Beside the journal, not in it: what a crash leaves there is no file of a writer, and the next one writes over it.
  if (lines > 0) await replaceFile(files, file, kept, path.join(file, '..', '..', '..', '.erase.new'));
  return lines;
}

/** The same for the bytes of a file: all other lines stay as they are, byte by byte. */
export function eraseLines(
  bytes: Buffer,
  isErased: (event: Envelope) => boolean,
): { kept: Buffer; lines: number } {
  const kept: Buffer[] = [];
  let lines = 0;
  let from = 0;
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(10, start);
    const end = feed < 0 ? bytes.length : feed;
    const event = envelopeOf(bytes.toString('utf8', start, end));
    if (event && event.type !== erasedType && isErased(event)) {
      const { id, time, author, act, version } = event;
      const rest = { id, time, author, act, type: erasedType, version, payload: {} };
      kept.push(bytes.subarray(from, start), Buffer.from(JSON.stringify(rest)));
      from = end;
      lines++;
    }
    start = end + 1;
  }
  kept.push(bytes.subarray(from));
  return { kept: Buffer.concat(kept), lines };
}

/** What a line says, whatever its type and version; `null` for what is no event. */
export function envelopeOf(text: string): Envelope | null {
  try {
    const value: unknown = JSON.parse(text);
    if (!isEnvelope(value)) return null;
    const { id, time, author, act, type, version, payload } = value as unknown as Envelope;
    return { id, time, author, act, type, version, payload };
  } catch {
    return null;
  }
}
