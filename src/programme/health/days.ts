import { dayOf, isDate } from '../../model/isoDate.ts';
import type { Day } from './types.ts';

const length = 86_400_000;

/** The user's day of an ISO day or time; `null` where it is neither. */
export function dayOfTime(time: string | null): Day | null {
  if (time === null || isDate(time)) return time;
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? null : dayOf(date);
}

/** Days from one day to another, of the calendar: a day has no hours here, whatever the clocks are set to. */
export const daysBetween = (from: Day, to: Day): number => Math.round((noon(to) - noon(from)) / length);

export const daysAfter = (day: Day, days: number): Day =>
  new Date(noon(day) + days * length).toISOString().slice(0, 10);

const noon = (day: Day): number => Date.parse(`${day}T12:00:00Z`);

/** The later of two days, of which either may be unknown. */
export const later = <T extends Day | null>(one: T, other: Day | null): T | Day =>
  other !== null && (one === null || other > one) ? other : one;
