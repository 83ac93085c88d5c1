import * as vscode from 'vscode';
import type { Recurrence } from '../../model/growth.ts';
import { plural } from '../words/language.ts';
import { age } from '../words/time.ts';

/** Where a theme stands, in a few words: behind its row. */
export function standingWords({ standing, clear, needed, occurrences }: Recurrence): string {
  const last = age(occurrences.at(-1)?.at ?? '');
  switch (standing) {
    case 'learned':
      return plural(
        clear.length,
        vscode.l10n.t('learned: 1 pull request without it'),
        vscode.l10n.t('learned: {0} pull requests without it', clear.length),
      );
    case 'recurred':
      return vscode.l10n.t('came up again {0}, after it was learned', last);
    case 'open': {
      const came = plural(
        occurrences.length,
        vscode.l10n.t('came up on 1 pull request, {0}', last),
        vscode.l10n.t('came up on {0} pull requests, the last one {1}', occurrences.length, last),
      );
      const without = vscode.l10n.t('{0} of {1} without it since', clear.length, needed);
      return clear.length === 0 ? came : `${came}; ${without}`;
    }
    case 'not-enough':
      return vscode.l10n.t('not enough yet');
  }
}
