import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { askShare, sayWhoSees, shareArgument } from '../mentorship/askShare.ts';
import { ownOf, shareFields } from '../mentorship/forms.ts';
import { objectArgument, textArgument } from './ask.ts';
import type { Command } from './deps.ts';

/**
 * `cairn.sharePulse({ pulse?, share? }?)`: chooses anew what the others in the space see of a pulse of the user's own, the
 * newest one where none is named: `'nothing'`, `'everything'`, or the names of fields. What they have seen may stay in
 * their copies. Resolves to `{ pulse, shared }`.
 */
export const sharePulse: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  const wanted = textArgument(given?.pulse, 'pulse', 200);
  const share = shareArgument('pulse', given?.share);
  await deps.store.load();
  const own = ownOf('pulse', deps.store);
  const one = wanted === undefined ? own.at(-1) : own.find(({ id }) => id === wanted);
  if (!one)
    throw new CairnError(
      'not-found',
      wanted === undefined
        ? vscode.l10n.t('There is no pulse of yours for this space on this machine.')
        : vscode.l10n.t('There is no pulse of yours with the id {0}.', wanted.slice(0, 80)),
    );
  const shared = share
    ? await shareFields('pulse', deps.store, one.id, share)
    : await askShare(deps, 'pulse', one.id);
  sayWhoSees(shared);
  return { pulse: one.id, shared };
};
