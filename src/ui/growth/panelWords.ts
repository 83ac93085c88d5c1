import * as vscode from 'vscode';
import type { Tick } from '../../growth/charts/types.ts';
import type { Bin, Period } from '../../growth/panel/period.ts';
import type { Spread } from '../../growth/panel/spread.ts';
import { languageTag, plural } from '../words/language.ts';
import { dates, numbers } from './formats.ts';

const monthOf = (time: number, month: 'short' | 'long', year?: 'numeric') =>
  dates({ month, year }).format(new Date(time));

/** A stretch of a chart where it is read: "October 2026", "4th quarter 2026", "2026". */
export function binName({ size, from }: Bin): string {
  const date = new Date(from);
  const year = String(date.getFullYear());
  if (size === 'year') return year;
  if (size === 'month') return monthOf(from, 'long', 'numeric');
  return vscode.l10n.t('quarter {0} of {1}', Math.floor(date.getMonth() / 3) + 1, year);
}

/** What stands below a bar: the year only where the months of more than one year are shown. */
export function binTick({ size, from }: Bin, bins: readonly Bin[]): string {
  const date = new Date(from);
  const year = String(date.getFullYear());
  if (size === 'year') return year;
  if (size === 'quarter') return vscode.l10n.t('Q{0} {1}', Math.floor(date.getMonth() / 3) + 1, year);
  return monthOf(from, 'short', bins.length > 12 ? 'numeric' : undefined);
}

export function binHead([bin]: readonly Bin[]): string {
  return {
    month: vscode.l10n.t('Month'),
    quarter: vscode.l10n.t('Quarter'),
    year: vscode.l10n.t('Year'),
  }[bin?.size ?? 'month'];
}

/** The beginning of every stretch, as ticks of a time axis. */
export const ticksOf = ({ bins }: Pick<Period, 'bins'>): Tick[] =>
  bins.map((bin) => ({ at: bin.from, label: binTick(bin, bins) }));

/** From when until when: "January to March 2026" as its language says it. */
export function periodWords({ from, bins }: Period, now: Date): string {
  const format = dates({ month: 'short', year: 'numeric' });
  return bins.length <= 1 && bins[0]?.size !== 'year'
    ? format.format(now)
    : format.formatRange(new Date(from), now);
}

export const dayWords = (time: number): string => dates({ dateStyle: 'medium' }).format(new Date(time));

export const numberWords = (number: number, digits = 0): string =>
  numbers({ maximumFractionDigits: digits }).format(number);

/** Days as people say them: whole ones, and what is less than half of one. */
export function daysWords(days: number): string {
  if (days < 0.5) return vscode.l10n.t('less than half a day');
  const whole = days < 10 ? Math.round(days * 2) / 2 : Math.round(days);
  return plural(whole, vscode.l10n.t('1 day'), vscode.l10n.t('{0} days', numberWords(whole, 1)));
}

/** "half of them between 1 day and 4 days". */
export function halfWords({ low, high }: Spread): string {
  const [from, to] = [daysWords(low), daysWords(high)];
  return from === to
    ? vscode.l10n.t('most of them about as long')
    : vscode.l10n.t('half of them between {0} and {1}', from, to);
}

/** A part of a whole; below so many as say something, both numbers instead of a share. */
export function shareWords(part: number, whole: number, enough = 5): string {
  if (whole < enough) return vscode.l10n.t('{0} of {1}', numberWords(part), numberWords(whole));
  return numbers({ style: 'percent' }).format(part / whole);
}

/** "a, b and c" as the language joins it. */
export const listWords = (parts: readonly string[]): string =>
  new Intl.ListFormat(languageTag(), { type: 'conjunction' }).format(parts);

/** What is known of no time, or of one that cannot be. */
export function undatedNote(count: number): string[] {
  if (count === 0) return [];
  return [
    plural(
      count,
      vscode.l10n.t('1 more has a time that cannot be right: it is counted in no month.'),
      vscode.l10n.t('{0} more have a time that cannot be right: they are counted in no month.', count),
    ),
  ];
}
