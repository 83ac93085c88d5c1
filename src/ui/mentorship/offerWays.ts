import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { sideOf, type Way, waysAfter } from '../../programme/health/index.ts';
import { pick } from '../commands/ask.ts';
import type { Deps } from '../commands/deps.ts';
import { wordsFor } from '../words/errors.ts';
import { lookAt } from './look.ts';
import { wayDetail, wayLabel } from './signWords.ts';
import { goWay } from './ways.ts';

type Answers = Readonly<Record<string, string | number | null>>;

/**
 * After a check or a pulse that says that something is not well: the ways out, for the user alone. Nothing waits for
 * it, and nothing is kept of it: whoever passes over it has answered, and that is all.
 */
export function offerWays({ store, log }: Pick<Deps, 'store' | 'log'>, answers: Answers): void {
  void offered(store, answers).catch((error: unknown) => {
    if (error instanceof CairnError && error.code === 'cancelled') return;
    log.error(error instanceof Error ? error : String(error));
    vscode.window.setStatusBarMessage(`$(warning) Cairn: ${wordsFor(error)}`, 8000);
  });
}

async function offered(store: Deps['store'], answers: Answers): Promise<void> {
  const { space } = store;
  const look = await lookAt(store);
  const side = look && sideOf(look);
  const ways = side ? waysAfter(answers, side) : [];
  if (ways.length === 0) return;
  const show = vscode.l10n.t('See What Helps');
  const words = vscode.l10n.t('Something could be better: there are ways to change it. Only you see this.');
  const answer = await vscode.window.showInformationMessage(words, show);
  if (answer !== show) return;
  const way = await pick<Way>(
    vscode.l10n.t('What would help?'),
    ways.map((one) => ({ label: wayLabel(one), description: wayDetail(one), value: one })),
  );
  const now = await lookAt(store);
  // The message may stand for long: in another space it would change another mentorship.
  if (now && store.space === space) await goWay(way, null, now);
}
