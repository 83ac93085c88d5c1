import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { chosenFeedback } from './chosenFeedback.ts';
import type { Command } from './deps.ts';

/** `cairn.openEarlier(feedback?)`: shows where the theme of this feedback had come up before; resolves to its id. */
export const openEarlier: Command = async (deps, ...args) => {
  const [item] = await chosenFeedback(deps, args);
  const growth = await deps.growth.load();
  await growth.themes();
  const before = growth.earlier(item!.id)?.occurrence;
  const earlier = before && deps.store.getFeedback(before.feedbackId);
  if (!earlier)
    throw new CairnError(
      'not-found',
      vscode.l10n.t('Nothing of its theme came up before on another pull request.'),
    );
  await deps.open(earlier);
  return { id: earlier.id };
};
