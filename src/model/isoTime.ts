import type { JournalEvent } from './events.ts';

const dayLength = 86_400_000;
const [zero, colon, dot, zulu] = [48, 58, 46, 90];
/** The day before which `head` stands: most events follow one of the same day. */
let day = -1;
/** Character codes of `yyyy-mm-ddT`. */
let head: number[] = [];

/**
 * ISO time of an event; the latest that a date can hold where a stranger's number goes beyond. `Date.toISOString` says
 * the same and takes much longer, and a fold needs one for every tag.
 */
export function isoTime({ time: [at] }: JournalEvent): string {
  const today = Math.floor(at / dayLength);
  if (today !== day) {
    const text = new Date(Math.min(at, 8.64e15)).toISOString();
    // Years beyond 9999 have more digits.
    if (text.length !== 24) return text;
    head = Array.from(text.slice(0, 11), (letter) => letter.charCodeAt(0));
    day = today;
  }
  const rest = at - today * dayLength;
  const [hour, minute] = [Math.floor(rest / 3_600_000), Math.floor(rest / 60_000) % 60];
  const [second, thousandth] = [Math.floor(rest / 1000) % 60, rest % 1000];
  return String.fromCharCode(
    head[0]!,
    head[1]!,
    head[2]!,
    head[3]!,
    head[4]!,
    head[5]!,
    head[6]!,
    head[7]!,
    head[8]!,
    head[9]!,
    head[10]!,
    zero + ((hour / 10) | 0),
    zero + (hour % 10),
    colon,
    zero + ((minute / 10) | 0),
    zero + (minute % 10),
    colon,
    zero + ((second / 10) | 0),
    zero + (second % 10),
    dot,
    zero + ((thousandth / 100) | 0),
    zero + (((thousandth / 10) | 0) % 10),
    zero + (thousandth % 10),
    zulu,
  );
}
