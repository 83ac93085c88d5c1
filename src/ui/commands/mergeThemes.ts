import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { asShared, merging } from '../growth/themeActs.ts';
import { invalid } from './ask.ts';
import { chosenTheme, themeBy } from './chosenTheme.ts';
import type { Command } from './deps.ts';

/**
 * `cairn.mergeThemes(theme?, into?)`: one theme, or a list of them, becomes part of another one. Resolves to the `{ id }`
 * of what it is now.
 */
export const mergeThemes: Command = async (deps, theme, into) => {
  const all = await deps.growth.themes();
  const themes = Array.isArray(theme)
    ? [...new Set(theme.map((one) => themeBy(all, one)))]
    : [await chosenTheme(deps, theme, vscode.l10n.t('Which theme becomes part of another one?'))];
  const isList = themes.length > 1;
  const target = await chosenTheme(
    deps,
    into,
    vscode.l10n.t('Part of which theme?'),
    // Of several that were chosen together one may be what the others become.
    isList ? [] : themes,
  );
  if (themes.every(({ id }) => id === target.id))
    throw invalid(vscode.l10n.t('A theme cannot become part of itself: name another one.'));
  const joining = themes.flatMap(({ feedbackIds }) => feedbackIds);
  const shared = asShared(target, joining, (one) => deps.store.getFeedback(one));
  const { id, events } = merging(themes, shared, ulid);
  await deps.store.perform(events);
  return { id };
};
