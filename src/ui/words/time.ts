import { languageTag } from './language.ts';

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** How long ago an ISO time was, in the largest unit that says something: "2 days ago", "yesterday". */
export function age(time: string, now = new Date()): string {
  const seconds = (Date.parse(time) - now.getTime()) / 1000;
  if (Number.isNaN(seconds)) return '';
  const format = relative();
  const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ['minute', 60];
  // Zero below a minute and never -0, which would be "0 minutes ago".
  return format.format(Math.trunc(seconds / length) || 0, unit);
}

/** Making a format takes longer than using it a hundred times. */
let kept: { language: string; format: Intl.RelativeTimeFormat } | undefined;
function relative(): Intl.RelativeTimeFormat {
  const language = languageTag();
  if (kept?.language !== language)
    kept = { language, format: new Intl.RelativeTimeFormat(language, { numeric: 'auto' }) };
  return kept.format;
}

/** A day as people write it; the year only where it is not this one. */
export function day(date: Date, now: Date): string {
  const year = date.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return new Intl.DateTimeFormat(languageTag(), { day: 'numeric', month: 'short', year }).format(date);
}

/** An ISO day `yyyy-mm-dd` as the start of that day in local time. */
export function localDay(isoDay: string): Date {
  const [year = 0, month = 1, date = 1] = isoDay.split('-').map(Number);
  return new Date(year, month - 1, date);
}
