import * as vscode from 'vscode';
import type { Draft, MakingStep } from '../../programme/playbooks/index.ts';
import { cancelled } from '../commands/ask.ts';
import type { Deps } from '../commands/deps.ts';
import type { Whole } from './cast.ts';
import { type MadeRecord, make } from './make.ts';
import { madeHere } from './standing.ts';
import { countWords, draftWords } from './words.ts';

/** What was made now, and what had been made before by the same steps. */
export type Ran = { made: MadeRecord[]; there: MadeRecord[] };

/** What steps have made before, each with the newest of its records. */
export async function thereBefore(deps: Deps, steps: readonly MakingStep[]): Promise<MadeRecord[]> {
  const made = await madeHere(deps.store);
  return steps.flatMap((step) => {
    const id = made(step).at(-1);
    return id === undefined ? [] : [{ kind: step.kind, id, line: step.line }];
  });
}

/** Says what would be made, all of it ticked; only what stays ticked is made. Throws 'cancelled'. */
export async function confirm(title: string, drafts: readonly Draft[]): Promise<Draft[]> {
  const items = drafts.map((draft) => ({ ...draftWords(draft), picked: true, draft }));
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('This will be made. Untick what does not fit, Enter makes the rest.'),
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked || picked.length === 0) throw cancelled();
  return picked.map(({ draft }) => draft);
}

/** Makes drafts as one act, and says so to a person. */
export async function run(
  deps: Deps,
  drafts: readonly Draft[],
  {
    cast,
    there,
    isPrivate,
    isProgram,
  }: { cast: Whole; there: MadeRecord[]; isPrivate: boolean; isProgram: boolean },
): Promise<Ran> {
  const goals = new Map(
    there.flatMap(({ kind, id, line }) => (kind === 'goal' ? [[line, id] as const] : [])),
  );
  const made = await make(deps, drafts, { people: [cast.me, ...cast.others], isPrivate, goals });
  if (!isProgram && made.length > 0) {
    const words = vscode.l10n.t('Made: {0}. "Cairn: Undo Last Act" takes it back.', countWords(made));
    vscode.window.setStatusBarMessage(`$(check) ${words}`, 10_000);
  }
  return { made, there };
}
