import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { asShared, longestName, naming } from '../growth/themeActs.ts';
import { textArgument } from './ask.ts';
import { askName, chosenTheme } from './chosenTheme.ts';
import type { Command } from './deps.ts';

/** `cairn.nameTheme(theme?, name?)`: a theme by its id, or that of feedback in it. Resolves to `{ id }`, which stays. */
export const nameTheme: Command = async (deps, theme, given) => {
  const name = textArgument(given, 'name', longestName)?.trim();
  const chosen = await chosenTheme(deps, theme, vscode.l10n.t('Which theme gets a name?'));
  const proposed = asShared(chosen, [], (one) => deps.store.getFeedback(one)).name;
  const { id, events } = naming(
    chosen,
    name ?? (await askName(vscode.l10n.t('Name of the theme'), proposed)),
    ulid,
  );
  await deps.store.perform(events);
  return { id };
};
