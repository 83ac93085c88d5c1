import { isUtf8 } from 'node:buffer';
import { type EventType, type JournalEvent, payloads } from '../model/events.ts';

/** Longest line that is read, in bytes: far above what any event needs. */
export const longestLine = 1024 * 1024;

/** A line of a journal file: an event, or why it is none, or nothing that this version knows. */
export type Line = { event: JournalEvent } | { problem: string } | null;

const schemas: ReadonlyMap<string, (typeof payloads)[EventType]> = new Map(
  Object.entries(payloads) as [EventType, (typeof payloads)[EventType]][],
);

/**
 * Reads whole lines (the bytes up to and with the last line feed, or a file's end).
 * @param visit gets each line that is not blank with its number, 1-based, counted from `firstLine`
 * @returns how many lines there were
 */
export function readLines(
  bytes: Buffer,
  firstLine: number,
  visit: (line: Line, number: number) => void,
): number {
  const isClean = isUtf8(bytes);
  let number = firstLine - 1;
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(10, start);
    const end = feed < 0 ? bytes.length : feed;
    number++;
    visit(readLine(bytes, start, end, isClean), number);
    start = end + 1;
  }
  return number - firstLine + 1;
}

function readLine(bytes: Buffer, start: number, end: number, isClean: boolean): Line {
  if (end - start > longestLine) return { problem: 'The line is longer than any event.' };
  if (!isClean && !isUtf8(bytes.subarray(start, end))) return { problem: 'The line is not UTF-8 text.' };
  const text = bytes.toString('utf8', start, end);
  if (text.trim() === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'The line is not whole: it is no JSON.' };
  }
  return checkEvent(value);
}

/** Checks what a line says. A type or version of a newer Cairn is `null`: it stays in the file. */
export function checkEvent(value: unknown): Line {
  if (!isEnvelope(value)) return { problem: 'The line is JSON, but no event of a journal.' };
  const schema = schemas.get(value.type);
  if (!schema || value.version !== 1) return null;
  const checked = schema.safeParse(value.payload);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    return {
      problem: `The event's ${['payload', ...(issue?.path ?? [])].join('.')} is not valid: ${issue?.message}`,
    };
  }
  const { id, time, author, act, type, version } = value;
  return { event: { id, time, author, act, type, version, payload: checked.data } as JournalEvent };
}

type Raw = Omit<JournalEvent, 'payload' | 'type'> & { type: string; payload: object };

/** The envelope's schema by hand, since it is checked for every line of every file: see `envelopeSchema`. */
function isEnvelope(value: unknown): value is Raw {
  if (typeof value !== 'object' || value === null) return false;
  const { id, time, author, act, type, version, payload } = value as Record<string, unknown>;
  return (
    isId(id) &&
    isId(act) &&
    Array.isArray(time) &&
    time.length === 2 &&
    isCount(time[0]) &&
    isCount(time[1]) &&
    typeof author === 'string' &&
    author.length <= 200 &&
    typeof type === 'string' &&
    type.length <= 100 &&
    isCount(version) &&
    version > 0 &&
    typeof payload === 'object' &&
    payload !== null &&
    !Array.isArray(payload)
  );
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 200;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
