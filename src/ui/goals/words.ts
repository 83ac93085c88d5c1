import * as vscode from 'vscode';
import type { GoalOrigin, Tag } from '../../model/state.ts';

/** The word of each tag, as it is shown everywhere in the tracker. */
export function tagWord(tag: Tag): string {
  switch (tag) {
    case 'keep':
      return vscode.l10n.t('keep');
    case 'stop':
      return vscode.l10n.t('stop');
    case 'start':
      return vscode.l10n.t('start');
  }
}

/** A category on offer in the user's language; one of the user's own words as it is. */
export function categoryWord(category: string): string {
  switch (category) {
    case 'architecture understanding':
      return vscode.l10n.t('Architecture understanding');
    case 'code quality':
      return vscode.l10n.t('Code quality');
    case 'incident response':
      return vscode.l10n.t('Incident response');
    case 'stakeholder communication':
      return vscode.l10n.t('Stakeholder communication');
    case 'operational ownership':
      return vscode.l10n.t('Operational ownership');
    default:
      return category;
  }
}

export function originWord(origin: GoalOrigin): string {
  return origin === 'mentee' ? vscode.l10n.t('own goal') : vscode.l10n.t("organisation's goal");
}

/**
 * Picks the form that the user's language wants for a number. A language with more than two forms gets `other`
 * for the rest: its translation is to be written so that it fits them all ("feedback to tag: {0}").
 */
export function plural(n: number, one: string, other: string): string {
  return rules().select(n) === 'one' ? one : other;
}

let cached: { language: string; rules: Intl.PluralRules } | undefined;
function rules(): Intl.PluralRules {
  const language = languageTag();
  if (cached?.language !== language) cached = { language, rules: new Intl.PluralRules(language) };
  return cached.rules;
}

/** VS Code's display language where Intl knows it; the pseudo-language and the like fall back to English. */
export function languageTag(): string {
  try {
    return Intl.getCanonicalLocales(vscode.env.language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** How long ago, in the largest unit that says something: "2 days ago", "yesterday", "3 weeks ago". */
export function ago(then: Date, now: Date): string {
  const seconds = (then.getTime() - now.getTime()) / 1000;
  if (Number.isNaN(seconds)) return '';
  const format = new Intl.RelativeTimeFormat(languageTag(), { numeric: 'auto' });
  const units: [Intl.RelativeTimeFormatUnit, number][] = [
    ['year', 31_557_600],
    ['month', 2_629_800],
    ['week', 604_800],
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ];
  for (const [unit, length] of units) {
    if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  }
  return format.format(0, 'minute');
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
