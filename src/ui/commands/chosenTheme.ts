import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { Theme } from '../../model/growth.ts';
import { plainLine } from '../../model/plainLine.ts';
import { longestName } from '../growth/themeActs.ts';
import { plural } from '../words/language.ts';
import { ask, invalid, pick } from './ask.ts';
import { plainIcons } from './chosenRecord.ts';
import type { Deps } from './deps.ts';

/**
 * The theme that an argument names by its id, or by feedback that is in it; asked for where there is none.
 * Throws 'not-found', 'invalid-argument', 'cancelled', 'themes-failed'.
 * @param except themes that are not on offer
 */
export async function chosenTheme(
  { growth }: Deps,
  value: unknown,
  question: string,
  except: readonly Theme[] = [],
): Promise<Theme> {
  const themes = await growth.themes();
  if (value !== undefined && value !== null) return themeBy(themes, value);
  const offered = themes.filter((theme) => !except.includes(theme));
  if (offered.length === 0)
    throw new CairnError(
      'not-found',
      vscode.l10n.t('There is no theme yet: too little feedback says the same.'),
    );
  return pick(
    question,
    offered.map((theme) => themeItem(theme, growth.now?.standing(theme.id))),
  );
}

/** Throws 'not-found' and 'invalid-argument'. */
export function themeBy(themes: readonly Theme[], value: unknown): Theme {
  if (typeof value !== 'string' || value === '')
    throw invalid(vscode.l10n.t('A theme is named by its id, or by the id of feedback that is in it.'));
  const found =
    themes.find(({ id }) => id === value) ?? themes.find(({ feedbackIds }) => feedbackIds.includes(value));
  if (found) return found;
  throw new CairnError('not-found', vscode.l10n.t('There is no theme with the id {0}.', value.slice(0, 80)));
}

/** A theme in a list. */
export function themeItem(theme: Theme, standing: string | undefined) {
  const count = theme.feedbackIds.length;
  const pieces = plural(count, vscode.l10n.t('1 piece'), vscode.l10n.t('{0} pieces', count));
  return {
    label: `$(layers) ${plainIcons(plainLine(theme.name, 100))}`,
    description: [pieces, standing].filter(Boolean).join(' · '),
    value: theme,
  };
}

/** The name of a theme, as it was typed. Throws 'cancelled'. */
export async function askName(prompt: string, value = ''): Promise<string> {
  const name = await ask({
    prompt,
    value: value.slice(0, longestName),
    placeHolder: vscode.l10n.t('What its feedback has in common, such as: close what you open'),
    validate: (text) =>
      text.trim() === ''
        ? vscode.l10n.t('A theme needs a name.')
        : text.trim().length > longestName
          ? vscode.l10n.t('At most {0} characters.', longestName)
          : undefined,
  });
  return name.trim();
}
