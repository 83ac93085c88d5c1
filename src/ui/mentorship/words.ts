import { l10n } from 'vscode';
import type { Mentorship } from '../../model/state.ts';
import { plural } from '../words/language.ts';
import { nameWord } from '../words/whose.ts';

/** "weekly", "every 10 days". */
export function rhythmWords(days: number | null): string {
  if (days === null) return l10n.t('no fixed rhythm');
  if (days === 7) return l10n.t('weekly');
  if (days === 14) return l10n.t('every two weeks');
  if (days === 30) return l10n.t('monthly');
  return plural(days, l10n.t('every day'), l10n.t('every {0} days', days));
}

/** "6 months". */
export const lengthWords = (months: number | null): string =>
  months === null ? l10n.t('no set end') : plural(months, l10n.t('1 month'), l10n.t('{0} months', months));

export function kindWords(kind: Mentorship['kind']): string {
  return {
    'one-to-one': l10n.t('one to one'),
    group: l10n.t('group'),
    reverse: l10n.t('reverse'),
    peer: l10n.t('peer'),
  }[kind];
}

/** "ada-wren, theo-flint": names as they stand within a line. */
export const namesWords = (names: readonly string[]): string => names.map(nameWord).join(', ');
