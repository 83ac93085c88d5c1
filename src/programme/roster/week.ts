import { tzOffset } from '@date-fns/tz/tzOffset';
import type { Hours } from './types.ts';
import { fixedOffset, minutesOf } from './zones.ts';

/** Milliseconds since 1970, the first included, the second not. */
export type Stretch = readonly [number, number];

const minute = 60_000;
const day = 24 * 60 * minute;

/** Monday 00:00 UTC of the week of a date. */
export function weekOf(date: Date): number {
  const midnight = Math.floor(date.getTime() / day) * day;
  return midnight - ((new Date(midnight).getUTCDay() + 6) % 7) * day;
}

/**
 * When somebody works in the seven days from Monday 00:00 UTC of the week of a date: in order, apart from each other, cut
 * at the week's ends. Daylight saving is as it is in that week: a day on which the clock changes while somebody works is
 * an hour longer or shorter (half an hour at Lord Howe). Hours that end before they begin go on over midnight.
 * @param timeZone as `isTimeZone` takes it
 */
export function workOf(hours: Hours, timeZone: string, date: Date): Stretch[] {
  const start = weekOf(date);
  const [from, to] = [minutesOf(hours.from)!, minutesOf(hours.to)!];
  const length = to > from ? to - from : to + 1440 - from;
  const stretches: Stretch[] = [];
  // Somebody ahead of UTC begins the week on its eve, a night shift before that.
  for (let at = -2; at <= 8; at++) {
    const midnight = start + at * day;
    if (!hours.days.includes(new Date(midnight).getUTCDay())) continue;
    const first = momentOf(midnight + from * minute, timeZone, 'first');
    const last = momentOf(midnight + (from + length) * minute, timeZone, 'last');
    const [begins, ends] = [Math.max(first, start), Math.min(last, start + 7 * day)];
    if (begins < ends) stretches.push([begins, ends]);
  }
  return joined(stretches);
}

/**
 * The moment at which a clock on the wall there shows this. An hour that the clock shows twice: the first one, or the
 * last; one that it leaves out: the moment at which it jumps.
 * @param wall what the clock shows, as if it stood in UTC
 */
export function momentOf(wall: number, timeZone: string, which: 'first' | 'last'): number {
  const offset = offsetOf(timeZone);
  // A zone changes once in two days at most.
  const [before, after] = [offset(wall - day), offset(wall + day)];
  if (before === after) return wall - before;
  const moments = [wall - before, wall - after].filter((moment) => wall - offset(moment) === moment);
  if (moments.length > 0) return which === 'first' ? Math.min(...moments) : Math.max(...moments);
  return jumpBetween(wall - Math.max(before, after), wall - Math.min(before, after), offset);
}

/** The first moment with the later offset. */
function jumpBetween(start: number, end: number, offset: (moment: number) => number): number {
  const before = offset(start);
  let [low, high] = [start, end];
  while (high - low > minute / 2) {
    const middle = Math.floor((low + high) / 2);
    if (offset(middle) === before) low = middle;
    else high = middle;
  }
  return Math.round(high / minute) * minute;
}

/** Milliseconds ahead of UTC at a moment. */
function offsetOf(timeZone: string): (moment: number) => number {
  const fixed = fixedOffset(timeZone);
  if (fixed !== null) return () => fixed * minute;
  return (moment) => tzOffset(timeZone, new Date(moment)) * minute;
}

function joined(stretches: Stretch[]): Stretch[] {
  const made: [number, number][] = [];
  for (const [from, to] of stretches.sort((a, b) => a[0] - b[0])) {
    const last = made.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else made.push([from, to]);
  }
  return made;
}

/** Minutes that two have in common; both in order and apart, as `workOf` gives them. */
export function commonMinutes(one: readonly Stretch[], other: readonly Stretch[]): number {
  let sum = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a, b] = [one[i]!, other[j]!];
    sum += Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
    if (a[1] < b[1]) i++;
    else j++;
  }
  return Math.round(sum / minute);
}

type Worker = { hours: Hours | null; timeZone: string | null };

/** Minutes a week in which both work, in the week of a date; `null` where somebody's hours or zone are not known. */
export function overlap(one: Worker, other: Worker, date: Date): number | null {
  if (!one.hours || !other.hours || one.timeZone === null || other.timeZone === null) return null;
  return commonMinutes(workOf(one.hours, one.timeZone, date), workOf(other.hours, other.timeZone, date));
}
