import * as vscode from 'vscode';
import type { Note, PeekedTakeOver } from '../../git/pairing/index.ts';
import { clean } from '../../model/cleanText.ts';
import { cancelled } from '../commands/ask.ts';
import { age } from '../words/time.ts';
import { nameWord } from '../words/whose.ts';
import { filesWords } from './preview.ts';

/** Shows what whoever drove has left to know, and asks whether to go on. Throws 'cancelled'. */
export async function askToTakeOver(peeked: PeekedTakeOver, goal: string | null): Promise<void> {
  const { by, at, message, files } = peeked;
  const who = nameWord(by?.name ?? '');
  const title =
    at === null
      ? vscode.l10n.t('{0} has handed off.', who)
      : vscode.l10n.t('{0} has handed off, {1}.', who, age(at));
  const words = message ? noteWords(message.note) : [];
  const detail = [
    ...(words.length > 0 ? words : [vscode.l10n.t('There is no note.')]),
    ...(goal === null ? [] : [vscode.l10n.t('Goal: {0}', clean(goal))]),
    filesWords(files),
  ].join('\n\n');
  const go = vscode.l10n.t('Take Over');
  if ((await vscode.window.showInformationMessage(title, { modal: true, detail }, go)) !== go)
    throw cancelled();
}

/** The parts of a note that say something, each with its name. */
export function noteWords({ done, todo, unclear, failing }: Note): string[] {
  const parts = [
    done && vscode.l10n.t('Done: {0}', clean(done)),
    todo && vscode.l10n.t('Next: {0}', clean(todo)),
    unclear && vscode.l10n.t('Unclear: {0}', clean(unclear)),
    failing && vscode.l10n.t('Failing: {0}', clean(failing)),
  ];
  return parts.filter((part) => part !== '');
}
