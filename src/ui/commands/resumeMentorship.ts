import * as vscode from 'vscode';
import { needMentorship } from '../mentorship/place.ts';
import { sayBriefly, setStatus } from '../mentorship/status.ts';
import type { Command } from './deps.ts';

/** `cairn.resumeMentorship()`: a mentorship that was paused, or had ended, goes on. Resolves to `{ status, until }`. */
export const resumeMentorship: Command = async (deps) => {
  const { status } = await needMentorship(deps);
  if (status === 'active') {
    sayBriefly(vscode.l10n.t('The mentorship is running; nothing was changed.'));
    return { status, until: null };
  }
  const resumed = await setStatus(deps, 'active');
  sayBriefly(vscode.l10n.t('The mentorship goes on.'));
  return resumed;
};
