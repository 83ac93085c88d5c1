import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { refsOf } from '../../model/refs.ts';
import { argumentAfter } from '../feedback/targets.ts';
import { nameWord } from '../words/whose.ts';
import { booleanArgument, cancelled } from './ask.ts';
import { type ChosenRecord, chosenRecords } from './chosenRecord.ts';
import type { Command, Deps } from './deps.ts';
import { releaseRows } from './openFeedback.ts';
import { isMe, isOwn } from './ownWords.ts';

/**
 * `cairn.togglePrivate(record?, isPrivate?)`: keeps what the user says about a goal, feedback or a next action to
 * themselves, or shares it. A person is asked where it reaches others; who says what it shall be (`isPrivate`) is not.
 */
export const togglePrivate: Command = async (deps, ...args) => {
  releaseRows();
  const wanted = booleanArgument(isMenu(args[0]) ? undefined : argumentAfter(args), 'isPrivate');
  const records = await chosenRecords(deps, args);
  const isPrivate = wanted ?? records.some((record) => !record.isPrivate);
  const changing = records.filter((record) => record.isPrivate !== isPrivate);
  if (changing.length === 0) return;
  if (wanted === undefined) await confirm(deps, changing, isPrivate);
  const promised = isPrivate ? await promisedFor(deps, changing) : [];
  for (const id of [...promised, ...changing.map((record) => record.id)])
    await deps.store.setPrivate(id, isPrivate);
  vscode.window.setStatusBarMessage(
    isPrivate
      ? `$(lock) ${vscode.l10n.t('Cairn: private now, only you see it.')}`
      : `$(unlock) ${vscode.l10n.t('Cairn: shared from now on.')}`,
    6000,
  );
};

/** The user's own next actions for goals that become private: what is promised for a goal tells of it. */
async function promisedFor(deps: Deps, records: readonly ChosenRecord[]): Promise<string[]> {
  const goals = new Set(records.flatMap(({ kind, id }) => (kind === 'goal' ? [id] : [])));
  if (goals.size === 0) return [];
  const me = await isMe(deps);
  return deps.store.actions
    .filter(
      ({ goalId, createdBy, isPrivate }) =>
        !isPrivate && goalId !== null && goals.has(goalId) && me(createdBy),
    )
    .map(({ id }) => id);
}

/** The menu of the page hands its context over, and after it what the editor likes. */
const isMenu = (value: unknown) => typeof value === 'object' && value !== null && 'webview' in value;

async function confirm(deps: Deps, records: ChosenRecord[], isPrivate: boolean): Promise<void> {
  const isShared = existsSync(join(deps.store.space?.folder ?? '', '.git'));
  const known = isPrivate ? await whatOthersKnow(deps, records) : null;
  if (known && (!isShared || !known.isKnown)) return;
  const name = records.length === 1 ? records[0]!.name : undefined;
  const details = known
    ? [
        vscode.l10n.t('From now on the others do not see what you say about it.'),
        vscode.l10n.t(
          'What was shared before cannot be taken back: the history of the remote keeps it, and so do the clones that others have.',
        ),
        known.others.length > 0 &&
          vscode.l10n.t(
            'What others said about it stays theirs, and visible: {0}.',
            known.others.map(nameWord).join(', '),
          ),
      ]
    : [
        isShared
          ? vscode.l10n.t(
              'Everybody who can read the space will see it, with all that you said about it while it was private.',
            )
          : vscode.l10n.t(
              'Everybody with whom you share the space later will see it, with all that you said about it while it was private.',
            ),
      ];
  const question = isPrivate
    ? name === undefined
      ? vscode.l10n.t('Make these {0} private?', records.length)
      : vscode.l10n.t('Make “{0}” private?', name)
    : name === undefined
      ? vscode.l10n.t('Share these {0}?', records.length)
      : vscode.l10n.t('Share “{0}”?', name);
  const yes = isPrivate ? vscode.l10n.t('Make Private') : vscode.l10n.t('Share');
  const detail = details.filter(Boolean).join('\n\n');
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, yes);
  if (answer !== yes) throw cancelled();
}

/** Whether the shared journal speaks of these records, and who else has spoken of them there. */
async function whatOthersKnow(
  deps: Deps,
  records: ChosenRecord[],
): Promise<{ isKnown: boolean; others: string[] }> {
  const ids = new Set(records.map(({ id }) => id));
  const own = await isOwn(deps);
  const about = (await deps.store.events()).filter(
    (event) => event.isPrivate !== true && refsOf(event).some((ref) => ids.has(ref)),
  );
  const others = about.filter((event) => !own(event) && event.type !== 'record.hidden');
  return { isKnown: about.length > 0, others: [...new Set(others.map(({ author }) => author))] };
}
