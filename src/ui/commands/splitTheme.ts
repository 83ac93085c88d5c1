import { ulid } from 'ulid';
import * as vscode from 'vscode';
import type { Theme } from '../../model/growth.ts';
import { plainLine } from '../../model/plainLine.ts';
import { asShared, longestName, splitting } from '../growth/themeActs.ts';
import { cancelled, invalid, textArgument } from './ask.ts';
import { plainIcons } from './chosenRecord.ts';
import { askName, chosenTheme } from './chosenTheme.ts';
import type { Command, Deps } from './deps.ts';

/**
 * `cairn.splitTheme(theme?, feedback?, name?)`: makes a theme of its own out of a part of one, by the ids of the feedback
 * that leaves. Resolves to the `{ id }` of the new one.
 */
export const splitTheme: Command = async (deps, theme, feedback, given) => {
  const name = textArgument(given, 'name', longestName)?.trim();
  const chosen = await chosenTheme(deps, theme, vscode.l10n.t('Which theme is more than one?'));
  const leaving = feedback == null ? await askLeaving(deps, chosen) : leavingOf(feedback, chosen);
  if (leaving.length === 0 || leaving.length === chosen.feedbackIds.length)
    throw invalid(vscode.l10n.t('A part of the theme makes a new one: not nothing, and not all of it.'));
  const { id, events } = splitting(
    asShared(chosen, [], (one) => deps.store.getFeedback(one)),
    leaving,
    name ?? (await askName(vscode.l10n.t('Name of the new theme'))),
    deps.store.themeDecisions,
    ulid,
  );
  await deps.store.perform(events);
  return { id };
};

function leavingOf(feedback: unknown, { feedbackIds }: Theme): string[] {
  const ids: unknown[] = Array.isArray(feedback) ? feedback : [feedback];
  if (!ids.every((id): id is string => typeof id === 'string' && feedbackIds.includes(id)))
    throw invalid(vscode.l10n.t('What leaves the theme is named by the ids of feedback that is in it.'));
  return [...new Set(ids)];
}

async function askLeaving({ store }: Deps, theme: Theme): Promise<string[]> {
  const items = theme.feedbackIds.flatMap((id) => store.getFeedback(id) ?? []);
  const picked = await vscode.window.showQuickPick(
    items.map((item) => ({
      label: plainIcons(plainLine(item.body, 90)),
      description: [item.author, item.pullRequest && `#${item.pullRequest.number}`]
        .filter(Boolean)
        .join(' · '),
      id: item.id,
    })),
    {
      canPickMany: true,
      matchOnDescription: true,
      title: vscode.l10n.t('Split “{0}”', plainLine(theme.name, 60)),
      placeHolder: vscode.l10n.t('What goes into a new theme?'),
    },
  );
  if (!picked || picked.length === 0) throw cancelled();
  return picked.map(({ id }) => id);
}
