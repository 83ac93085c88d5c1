import * as vscode from 'vscode';
import { ask, cancelled } from '../commands/ask.ts';
import { plainIcons } from '../commands/chosenRecord.ts';
import type { Deps } from '../commands/deps.ts';
import { evidenceOf, isAddress } from './evidence.ts';

/** Of each kind the newest; an older one is found by its address. */
const onOffer = 40;
const icons = { feedback: 'comment', session: 'notebook', goal: 'target', address: 'link', gone: 'question' };

type Row = vscode.QuickPickItem & { id: string | null };

/** What shows it: any of the linked feedback, sessions, goals, or an address. Throws 'cancelled'. */
export async function askEvidenceList(
  deps: Pick<Deps, 'store'>,
  before: readonly string[],
): Promise<string[]> {
  const { store } = deps;
  const row = (id: string): Row => {
    const { kind, label, about } = evidenceOf(deps, id);
    return {
      ...{ label: `$(${icons[kind]}) ${plainIcons(label)}`, description: plainIcons(about) },
      ...{ picked: before.includes(id), id },
    };
  };
  const group = (label: string, ids: string[]): Row[] =>
    ids.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator, id: null }, ...ids.map(row)];
  const linked = store.feedback.filter(
    ({ goalIds, tag, isSetAside }) => !isSetAside && (goalIds.length > 0 || tag !== null),
  );
  const held = store.sessions.filter(({ heldAt }) => heldAt !== null).toReversed();
  const offered = {
    feedback: linked.slice(0, onOffer).map(({ id }) => id),
    sessions: held.slice(0, onOffer).map(({ id }) => id),
    goals: store.goals.map(({ id }) => id),
  };
  const others = before.filter((id) => !Object.values(offered).some((ids) => ids.includes(id)));
  const another: Row = { label: `$(link) ${vscode.l10n.t('Another address…')}`, id: null };
  const picked = await vscode.window.showQuickPick(
    [
      ...group(vscode.l10n.t('So far'), others),
      ...group(vscode.l10n.t('Feedback'), offered.feedback),
      ...group(vscode.l10n.t('Sessions'), offered.sessions),
      ...group(vscode.l10n.t('Goals'), offered.goals),
      { label: '', kind: vscode.QuickPickItemKind.Separator, id: null },
      another,
    ],
    {
      ...{ canPickMany: true, ignoreFocusOut: true, matchOnDescription: true },
      placeHolder: vscode.l10n.t('What shows it? Pick any, or none'),
    },
  );
  if (!picked) throw cancelled();
  const ids = picked.flatMap(({ id }) => id ?? []);
  if (!picked.includes(another)) return ids;
  const address = await ask({
    prompt: vscode.l10n.t('Which address shows it?'),
    placeHolder: 'https://github.com/owner/name/pull/12',
    validate: (text) =>
      isAddress(text.trim()) ? undefined : vscode.l10n.t('An address begins with https://.'),
  });
  return [...new Set([...ids, address.trim()])];
}
