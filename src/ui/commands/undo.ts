import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { JournalEvent } from '../../model/events.ts';
import { historyOf } from '../../model/history.ts';
import { refsOf } from '../../model/refs.ts';
import { changeWords } from '../words/history.ts';
import { textArgument } from './ask.ts';
import { plainIcons, recordById } from './chosenRecord.ts';
import type { Command, Deps } from './deps.ts';
import { isOwn } from './ownWords.ts';

/**
 * `cairn.undo(actId?)`: takes the newest act of this user back, or the one that is named, by a newer event: nothing
 * is ever deleted. Says what it took back.
 */
export const undo: Command = async (deps, actId) => undoAct(deps, textArgument(actId, 'actId', 200));

/** Undoes one act and says in the status bar what that was. Throws 'nothing-to-undo', 'journal-unwritable'. */
export async function undoAct(deps: Deps, act?: string): Promise<void> {
  const { store } = deps;
  if (!(await store.undo(act))) {
    throw new CairnError(
      'nothing-to-undo',
      act === undefined
        ? vscode.l10n.t('There is nothing of yours to undo.')
        : vscode.l10n.t('There is no such act to undo.'),
    );
  }
  const events = await store.events();
  const target = act ?? (await newestUndone(deps, events));
  const words = target === undefined ? undefined : undoneWords(deps, events, target);
  if (words !== undefined) vscode.window.setStatusBarMessage(plainIcons(`Cairn: ${words}`), 8000);
}

/** The act that this clone has undone last. */
async function newestUndone(deps: Deps, events: readonly JournalEvent[]): Promise<string | undefined> {
  const own = await isOwn(deps);
  const last = events.findLast((event) => event.type === 'act.undone' && own(event));
  return last?.type === 'act.undone' ? last.payload.act : undefined;
}

/** What undoing an act has done, in words; the undo of an undo does the act again. */
function undoneWords(deps: Deps, events: readonly JournalEvent[], act: string): string | undefined {
  const undone = events.find((event) => event.act === act && event.type === 'act.undone');
  if (undone?.type === 'act.undone') {
    const words = actWords(deps, events, undone.payload.act);
    return words && vscode.l10n.t('done again: {0}', words);
  }
  const words = actWords(deps, events, act);
  return words && vscode.l10n.t('undone: {0}', words);
}

function actWords(deps: Deps, events: readonly JournalEvent[], act: string): string | undefined {
  const records = [
    ...new Set(events.flatMap((event) => (event.act === act ? refsOf(event).slice(0, 1) : []))),
  ];
  const [first] = records;
  const entry =
    first === undefined ? undefined : historyOf(events, first).find((candidate) => candidate.act === act);
  if (first === undefined || !entry) return undefined;
  const nameOf = (id: string) => recordById(deps, id)?.name ?? '';
  const words = entry.changes.map((change) => changeWords(change, first, nameOf)).join('; ');
  const name = entry.changes.some(({ what }) => what === 'created') ? '' : nameOf(first);
  const whole = name === '' ? words : vscode.l10n.t('{0}, on “{1}”', words, name);
  return records.length > 1 ? vscode.l10n.t('{0}, and {1} more', whole, records.length - 1) : whole;
}
