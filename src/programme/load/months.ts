import type { MonthId } from './types.ts';

/** The month of a moment, as the user's calendar has it. */
export const monthOf = (date: Date): MonthId =>
  `${String(date.getFullYear()).padStart(4, '0')}-${String(date.getMonth() + 1).padStart(2, '0')}`;

/** The month of an ISO day or time; `null` where it is neither. A day has no time zone, a time the user's. */
export function monthOfTime(time: string): MonthId | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(time)) return time.slice(0, 7);
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? null : monthOf(date);
}

/** So many months up to the one of `now`, oldest first. */
export function lastMonths(now: Date, count: number): MonthId[] {
  return Array.from({ length: count }, (_, at) =>
    monthOf(new Date(now.getFullYear(), now.getMonth() - (count - 1 - at), 15)),
  );
}
