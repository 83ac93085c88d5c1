import { decodeTime, isValid } from 'ulid';
import { dayOf } from '../../model/isoDate.ts';
import type { State } from '../../model/state.ts';

/** Local days, `yyyy-mm-dd`, both included. */
export type Period = { from: string; to: string };

/** The local day of an ISO time or day; `null` where it is none. */
export function localDay(time: string | null): string | null {
  if (time === null) return null;
  if (/^\d{4}-\d\d-\d\d$/.test(time)) return time;
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? null : dayOf(date);
}

/** The local day on which a record was made, as far as its id tells. */
export const madeOn = (id: string): string | null => (isValid(id) ? dayOf(new Date(decodeTime(id))) : null);

export function isIn({ from, to }: Period, time: string | null): boolean {
  const day = localDay(time);
  return day !== null && from <= day && day <= to;
}

/** The first day of which a space tells; today where it tells of none. */
export function firstDay(
  state: Pick<State, 'goals' | 'feedback' | 'actions' | 'sessions'>,
  now: Date,
): string {
  let first = dayOf(now);
  const take = (day: string | null) => {
    if (day !== null && day < first) first = day;
  };
  for (const { id } of state.goals) take(madeOn(id));
  for (const { createdAt, tag } of state.feedback) if (tag !== null) take(localDay(createdAt));
  for (const { createdAt } of state.actions) take(localDay(createdAt));
  for (const { date, heldAt } of state.sessions) if (heldAt !== null) take(date);
  return first;
}

const number = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** Days of a period, its last one included. */
export const lengthOf = ({ from, to }: Period): number => Math.max(1, number(to) - number(from) + 1);

/** The last day of its first half. */
export function middleOf(period: Period): string {
  const days = number(period.from) + Math.ceil(lengthOf(period) / 2) - 1;
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

export type Bucket = { key: string; year: number; month: number; unit: 'month' | 'quarter' | 'year' };

/** The months of a period, oldest first; quarters or years where there are too many of them to be drawn. */
export function buckets({ from, to }: Period): { all: Bucket[]; at(day: string): number } {
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const [first, last] = [months(from), Math.max(months(from), months(to))];
  const size = last - first < 24 ? 1 : last - first < 72 ? 3 : 12;
  const unit = ({ 1: 'month', 3: 'quarter', 12: 'year' } as const)[size];
  const [begin, end] = [Math.floor(first / size), Math.floor(last / size)];
  const all = Array.from({ length: end - begin + 1 }, (_, at) => {
    const month = (begin + at) * size;
    return { key: `${month}`, year: Math.floor(month / 12), month: month % 12, unit };
  });
  return { all, at: (day) => Math.floor(months(day) / size) - begin };
}
