import * as vscode from 'vscode';
import { wordsFor } from '../words/errors.ts';
import type { Unsent } from './unsent.ts';

/** Beside the author: how it stands. */
export function stateWords({ state }: Unsent): string {
  if (state === 'sending') return vscode.l10n.t('being published…');
  return state === 'waiting' ? vscode.l10n.t('waiting to be sent') : vscode.l10n.t('not published');
}

/** Below the words: why, and what to do. In Markdown. */
export function adviceWords({ state, problem }: Unsent): string {
  if (state === 'sending') return vscode.l10n.t('Cairn is publishing this.');
  const why = problem === null ? '' : `${wordsFor(problem).replace(/[\\`*_[\]<>#]/g, '\\$&')} `;
  return state === 'waiting'
    ? `${why}${vscode.l10n.t('Your words are kept. Cairn tries again by itself, and looks first whether they have arrived.')}`
    : `${why}${vscode.l10n.t('Your words are kept. Try again, keep them as a note, or discard them.')}`;
}
