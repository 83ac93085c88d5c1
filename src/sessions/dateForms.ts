import { dayOf, isDate } from '../model/isoDate.ts';

/** ISO date; `problem` for what is a date by its form, and none of the calendar's; `null` for what is none. */
export type DayRead = string | 'problem' | null;

const two = (n: number) => String(n).padStart(2, '0');
const dayFrom = (year: number, month: number, day: number): DayRead => {
  const date = `${year}-${two(month)}-${two(day)}`;
  return isDate(date) ? date : 'problem';
};

/** A date of nothing but numbers; `undefined` where there are words. A day without its year may be a number of anything. */
export function readNumbers(words: string): DayRead | undefined {
  const iso =
    /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?(\d{4})(?:-(\d\d)-(\d\d)|[/.](\d{1,2})[/.](\d{1,2}))$/i.exec(
      words,
    );
  if (iso) return dayFrom(Number(iso[1]), Number(iso[2] ?? iso[4]), Number(iso[3] ?? iso[5]));
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(words)) return 'problem';
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(words);
  if (dotted) return dayFrom(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const slashed = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(words);
  if (!slashed) return /^[\d\s./:-]+$/.test(words) ? null : undefined;
  const [one, other, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])];
  if (one > 12 || one === other) return dayFrom(year, other, one);
  return other > 12 ? dayFrom(year, one, other) : 'problem';
}

/** The last working day of a week, the last day of a month, a quarter or a year. */
export function endOfPeriod(words: string, today: Date): DayRead {
  const short = /^eo([wmqy])$/i.exec(words);
  const units = { w: 'week', m: 'month', q: 'quarter', y: 'year' };
  const said = short ? `this ${units[short[1]?.toLowerCase() as keyof typeof units]}` : words;
  const period = /^(?:(?:the )?end of (?:(the |this |next )?)|(this ))(week|month|quarter|year)$/i.exec(said);
  if (!period) return null;
  const next = period[1]?.toLowerCase() === 'next ' ? 1 : 0;
  const [year, month] = [today.getFullYear(), today.getMonth()];
  switch (period[3]?.toLowerCase()) {
    case 'week': {
      const weekday = (today.getDay() + 6) % 7;
      // At the weekend, what is left of the week has no working day.
      const weeks = weekday > 4 && next === 0 ? 1 : next;
      return dayOf(new Date(year, month, today.getDate() - weekday + 4 + weeks * 7, 6));
    }
    case 'month':
      return dayOf(new Date(year, month + 1 + next, 0, 6));
    case 'quarter':
      return dayOf(new Date(year, month - (month % 3) + 3 * (1 + next), 0, 6));
    default:
      return dayOf(new Date(year + next, 12, 0, 6));
  }
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const dayFirst =
  /^(?:the )?(\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)([a-z]{0,6})\.?(?:,? (\d{4}))?$/i;
const monthFirst =
  /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)([a-z]{0,6})\.? (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/i;

/** A day with its month, or `the 15th`: the next one that the calendar has, this year or the next one. */
export function readDayOfMonth(words: string, today: Date): DayRead {
  const [first, second] = [dayFirst.exec(words), monthFirst.exec(words)];
  const [day, name, year] = first
    ? [first[1], `${first[2]}${first[3]}`, first[4]]
    : [second?.[3], `${second?.[1]}${second?.[2]}`, second?.[4]];
  const at = months.findIndex((month) => isMonth(name.toLowerCase(), month)) + 1;
  if (day !== undefined && at > 0) {
    if (year !== undefined) return dayFrom(Number(year), at, Number(day));
    return nextOf(
      [0, 1].map((more) => dayFrom(today.getFullYear() + more, at, Number(day))),
      today,
    );
  }
  const nth = /^the (\d{1,2})(?:st|nd|rd|th)$/i.exec(words);
  if (!nth) return null;
  const ahead = [0, 1, 2].map((more) => new Date(today.getFullYear(), today.getMonth() + more, 1, 6));
  return nextOf(
    ahead.map((from) => dayFrom(from.getFullYear(), from.getMonth() + 1, Number(nth[1]))),
    today,
  );
}

/** Months are written out, or short with three letters (and September with four). */
const isMonth = (said: string, month: string) =>
  said === month || said === month.slice(0, 3) || (said === 'sept' && month === 'september');

const nextOf = (days: DayRead[], today: Date): DayRead =>
  days.find((day) => day !== null && day !== 'problem' && day >= dayOf(today)) ?? 'problem';
