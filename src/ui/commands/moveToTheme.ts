import { ulid } from 'ulid';
import * as vscode from 'vscode';
import type { Theme } from '../../model/growth.ts';
import type { Feedback } from '../../model/state.ts';
import { argumentAfter } from '../feedback/targets.ts';
import { asShared, longestName, made, moving, placing, type ThemeAct } from '../growth/themeActs.ts';
import { objectArgument, pick, textArgument } from './ask.ts';
import { chosenFeedback } from './chosenFeedback.ts';
import { askName, themeBy, themeItem } from './chosenTheme.ts';
import type { Command, Deps } from './deps.ts';

/**
 * `cairn.moveToTheme(feedback?, theme?)`: puts feedback into a theme (by its id), into a new one (`{ name }`), or out of all
 * (`null`). Resolves to `{ id }` of the theme, `null` for none.
 */
export const moveToTheme: Command = async (deps, ...args) => {
  const items = await chosenFeedback(deps, args);
  const themes = await deps.growth.themes();
  const { id, events } = await target(deps, items, argumentAfter(args), themes);
  const ids = items.map((item) => item.id);
  const open = themes.map((theme) => asShared(theme, [], (one) => deps.store.getFeedback(one)));
  const moved = id === null ? placing(ids, null) : moving(ids, id, open, deps.store.themeDecisions, ulid);
  await deps.store.perform([...events, ...moved]);
  return { id };
};

type Target = Omit<ThemeAct, 'id'> & { id: string | null };

async function target(
  deps: Deps,
  items: Feedback[],
  given: unknown,
  themes: readonly Theme[],
): Promise<Target> {
  if (given === null) return { id: null, events: [] };
  if (typeof given === 'string') return made(asTarget(deps, themeBy(themes, given), items), ulid);
  const name = textArgument(objectArgument(given)?.name, 'name', longestName)?.trim();
  return given === undefined ? askTarget(deps, items) : fresh(name ?? (await askNewName()));
}

function fresh(name: string): Target {
  const id = ulid();
  return { id, events: [{ type: 'theme.made', payload: { theme: id, name } }] };
}

const askNewName = () => askName(vscode.l10n.t('Name of the new theme'));

function asTarget({ store }: Deps, theme: Theme, items: readonly Feedback[]): Theme {
  const joining = items.map(({ id }) => id);
  return asShared(theme, joining, (one) => store.getFeedback(one));
}

async function askTarget(deps: Deps, items: Feedback[]): Promise<Target> {
  const { growth } = deps;
  const themes = await growth.themes();
  const now = new Set(items.map((item) => growth.themeOf(item.id)));
  const isIn = [...now].some((theme) => theme !== undefined);
  // Where all of it is already is no place to put it.
  const offered = themes.filter((theme) => !(now.size === 1 && now.has(theme)));
  const choices = [
    { label: `$(add) ${vscode.l10n.t('A new theme…')}`, description: '', value: 'new' as const },
    ...(isIn
      ? [{ label: `$(close) ${vscode.l10n.t('In no theme')}`, description: '', value: 'none' as const }]
      : []),
    ...offered.map((theme) => themeItem(theme, growth.now?.standing(theme.id))),
  ];
  const picked = await pick<(typeof choices)[number]['value']>(vscode.l10n.t('Which theme is it?'), choices);
  if (picked === 'new') return fresh(await askNewName());
  return picked === 'none' ? { id: null, events: [] } : made(asTarget(deps, picked, items), ulid);
}
