import { parse } from 'chrono-node/en';
import { dayOf } from '../model/isoDate.ts';
import { type DayRead, endOfPeriod, readDayOfMonth, readNumbers } from './dateForms.ts';

/** `before`: what stands before the date, trimmed. `problem`: meant as a date, and the calendar has none like it. */
export type ReadDate = { date: string; before: string } | { problem: 'date' } | null;

/** Longer than any date that people say. */
const longest = 60;

/**
 * Reads a date at the end of a line, as people say it: `… by friday`, `… by the end of next week`, `… by 3 december`,
 * `… by 2026-12-01`. Always a day to come: a weekday's name is never today, and only a date with its year can be past.
 * Numbers are read in the same way everywhere: `3.12.2026` is a day of December, and `3/12/2026`, which one half of the
 * world reads otherwise than the other, is a problem. What is no date as a whole (`by hand`, `by two weeks`, `by Monday's
 * build`) stays as it is.
 * @param reference the local day from which the words count
 * @returns `null` where the line ends with no date
 */
export function readDate(words: string, reference: Date): ReadDate {
  const line = words.trimEnd();
  const tail = line.slice(-longest);
  const by = lastBy(tail);
  if (!by || (by.at === 0 && line.length > tail.length)) return null;
  const read = readDay(said(tail.slice(by.end), by.isBracketed), reference);
  if (read === null || read === 'problem') return read && { problem: 'date' };
  return { date: read, before: line.slice(0, line.length - tail.length + by.at).trim() };
}

/** The last `by` that is a word of its own, and the bracket before it. */
function lastBy(tail: string): { at: number; end: number; isBracketed: boolean } | null {
  const found = [...tail.matchAll(/(?:^|\s)(\()?by\s/giu)].at(-1);
  if (!found) return null;
  return { at: found.index, end: found.index + found[0].length, isBracketed: found[1] !== undefined };
}

/** The words of a date, without what people put around them. */
function said(after: string, isBracketed: boolean): string {
  let words = after.replace(/\s+/gu, ' ').trim();
  while (/[.!;,…]$/.test(words) || (isBracketed && words.endsWith(')'))) words = words.slice(0, -1).trimEnd();
  return words.replace(/,? (?:at the )?latest$/i, '').replace(/^(?:the )?(?:very )?latest /i, '');
}

function readDay(words: string, reference: Date): DayRead {
  if (words === '') return null;
  const numbers = readNumbers(words);
  if (numbers !== undefined) return numbers;
  const today = new Date(reference.getFullYear(), reference.getMonth(), reference.getDate(), 6);
  const name = words.replace(/^(?:the|this coming|coming) (?!day after )/i, '');
  return readDayOfMonth(words, today) ?? endOfPeriod(name, today) ?? readWords(withoutEndOfDay(name), today);
}

/** Work ends with the day; `eod` alone is today's. */
function withoutEndOfDay(words: string): string {
  if (endOfDay.test(words)) return 'today';
  return words.replace(endOfDayBefore, '').replace(endOfDayAfter, '');
}

const endOfDay = /^(?:eod|cob|end of (?:the )?day|close of business|this (?:morning|afternoon|evening))$/i;
const endOfDayBefore =
  /^(?:eod|cob|end of (?:the )?day|close of business|end of(?= (?:next |this )?(?:mon|tue|wed|thu|fri|sat|sun))) (?:on )?/i;
const endOfDayAfter = / (?:eod|cob|end of (?:the )?day|close of business)$/i;

/** What tells of no day to come. */
const noDay = /^(?:now|just now|noon)$|\b(?:ago|yesterday|last|past|previous)\b|[/'’+]|^-/i;
/** Short for a day or a month, and a word of its own: names begin with a capital. */
const isWord = /^(?:may|mar|jan|sat|sun)$/;
/** How much, not when: `by two weeks`. */
const amount =
  /^(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|some|few|several|\d+(?:\.\d+)?) ?[a-z]/i;
const isFromNow = /\bfrom (?:now|today)$/i;

function readWords(words: string, today: Date): DayRead {
  if (noDay.test(words) || isWord.test(words)) return null;
  if (amount.test(words) && !isFromNow.test(words)) return null;
  // A month later than the 31st is no day of March.
  const isInMonths = /\bmonths?\b/i.test(words) && today.getDate() > 28;
  const from = isInMonths ? new Date(today.getFullYear(), today.getMonth(), 28, 6) : today;
  const results = parse(words, from, { forwardDate: true });
  const [result] = results;
  if (!result || results.length > 1 || result.index !== 0 || result.text.length !== words.length) return null;
  const { start } = result;
  const knows = (part: 'day' | 'weekday' | 'month' | 'year') => start.isCertain(part);
  if (result.end || !(knows('day') || knows('weekday') || knows('month') || knows('year'))) return null;
  const day = new Date(start.get('year') ?? 0, (start.get('month') ?? 1) - 1, start.get('day') ?? 1, 6);
  if (isInMonths && !knows('day')) {
    const last = new Date(day.getFullYear(), day.getMonth() + 1, 0).getDate();
    day.setDate(Math.min(today.getDate(), last));
  }
  const isWeekday = knows('weekday') && !knows('day');
  const isThis = /^this /i.test(words) || /this week$/i.test(words);
  if (isWeekday && (day < today || (dayOf(day) === dayOf(today) && !isThis))) day.setDate(day.getDate() + 7);
  return day < today && !knows('year') ? null : dayOf(day);
}
