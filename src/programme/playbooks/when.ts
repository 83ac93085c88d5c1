import { dayOf, isDate } from '../../model/isoDate.ts';
import type { When } from './types.ts';

/** About ten years: what lies further away is a slip. */
const most = { day: 3660, week: 520, month: 120 };
const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/**
 * Reads when something is to be: `today`, `tomorrow`, `in 3 days`, `in two weeks`, `in a month`, all from today; `day 30`
 * and `week 3` (its first day) count from the start of the mentorship; `2026-12-01`. A small word in front (in, on, by, at)
 * says nothing. `null` for what is no such day.
 */
export function readWhen(words: string): When | null {
  if (words.length > 60) return null;
  const parts = words.trim().toLowerCase().split(/\s+/);
  if (parts.length > 1 && ['in', 'on', 'by', 'at'].includes(parts[0]!)) parts.shift();
  const [first = '', second = '', ...rest] = parts;
  if (rest.length > 0) return null;
  if (second === '') {
    if (first === 'today') return inDays(0);
    if (first === 'tomorrow') return inDays(1);
    return isDate(first) ? { date: first } : null;
  }
  if (first === 'day' || first === 'week') {
    const number = numberOf(second, most[first]);
    if (number === null || number < 1) return null;
    return { from: 'start', days: first === 'day' ? number : (number - 1) * 7, months: 0 };
  }
  const unit = second.replace(/s$/, '');
  if (unit !== 'day' && unit !== 'week' && unit !== 'month') return null;
  const number = numberOf(first, most[unit]);
  if (number === null) return null;
  return unit === 'month'
    ? { from: 'today', days: 0, months: number }
    : inDays(number * (unit === 'week' ? 7 : 1));
}

const inDays = (days: number): When => ({ from: 'today', days, months: 0 });

function numberOf(word: string, largest: number): number | null {
  if (word === 'a' || word === 'an') return 1;
  const number = /^\d{1,4}$/.test(word) ? Number(word) : numbers.indexOf(word);
  return number < 0 || number > largest ? null : number;
}

/**
 * The day that is meant, ISO. Nothing is planned into the past: what would lie there is today.
 * @param start ISO date on which the mentorship began; where that is not known, it begins today
 */
export function dayFor(when: When, today: Date, start: string | null): string {
  const now = dayOf(today);
  if ('date' in when) return when.date < now ? now : when.date;
  const [year, month, day] = (when.from === 'start' ? (start ?? now) : now).split('-').map(Number);
  const inMonth = (year! * 12 + month! - 1 + when.months) | 0;
  const last = new Date(Math.floor(inMonth / 12), (inMonth % 12) + 1, 0, 12).getDate();
  // Noon: no clock that is put forward or back leads to another day.
  const found = dayOf(new Date(Math.floor(inMonth / 12), inMonth % 12, Math.min(day!, last) + when.days, 12));
  return found < now ? now : found;
}
