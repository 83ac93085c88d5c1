import * as vscode from 'vscode';
import type { Earlier } from '../../growth/recurrence/index.ts';
import { plural } from '../words/language.ts';
import { age } from '../words/time.ts';

/**
 * "This came up before, on #12 three months ago; it had not come up in 5 later pull requests that touched such code."
 * @param where how the pull request is named: its number, or a link
 */
export function earlierWords({ occurrence, clear }: Earlier, where = `#${occurrence.number}`): string {
  const before = vscode.l10n.t('This came up before, on {0} {1}', where, age(occurrence.at));
  if (clear === 0) return `${before}.`;
  const since = plural(
    clear,
    vscode.l10n.t('it had not come up in 1 later pull request that touched such code'),
    vscode.l10n.t('it had not come up in {0} later pull requests that touched such code', clear),
  );
  return `${before}; ${since}.`;
}
