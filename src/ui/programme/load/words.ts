import * as vscode from 'vscode';
import { dates, numbers } from '../../growth/formats.ts';
import { plural } from '../../words/language.ts';

const first = (month: string) => new Date(`${month}-15T12:00:00`);
export const monthName = (month: string): string =>
  dates({ month: 'long', year: 'numeric' }).format(first(month));
export const monthTick = (month: string): string => dates({ month: 'short' }).format(first(month));

/** Hours to the half of a tenth that anybody logs. */
export const hoursNumber = (hours: number): string => numbers({ maximumFractionDigits: 1 }).format(hours);

export const hoursWords = (hours: number): string =>
  plural(hours, vscode.l10n.t('1 hour'), vscode.l10n.t('{0} hours', hoursNumber(hours)));

export const reviewsWords = (count: number): string =>
  plural(count, vscode.l10n.t('1 review'), vscode.l10n.t('{0} reviews', count));

export const sessionsWords = (count: number): string =>
  plural(count, vscode.l10n.t('1 session'), vscode.l10n.t('{0} sessions', count));

/** What is in no number, because nobody wrote it down. */
export const unknownWords = (count: number): string =>
  plural(
    count,
    vscode.l10n.t('1 session has no length: the time was more.'),
    vscode.l10n.t('{0} sessions have no length: the time was more.', count),
  );
