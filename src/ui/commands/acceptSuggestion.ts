import * as vscode from 'vscode';
import type { NewEvent } from '../../model/events.ts';
import { suggestedFor } from '../../model/suggested.ts';
import { chosenFeedback } from './chosenFeedback.ts';
import type { Command } from './deps.ts';
import { releaseRows } from './openFeedback.ts';
import { excerptFor } from './tagFeedback.ts';

/**
 * `cairn.acceptSuggestion(feedback?)`: tags feedback, or sets it aside, as Cairn suggests. Resolves to how many pieces
 * that were: what is tagged or set aside already, and what nothing is suggested for, stays as it is.
 */
export const acceptSuggestion: Command = async (deps, ...args) => {
  const { store, feedbackView } = deps;
  const chosen = await chosenFeedback(deps, args);
  const items = chosen.filter((item) => suggestedFor(item) !== null);
  if (items.length === 0) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Cairn: nothing is suggested here.'), 4000);
    return 0;
  }
  releaseRows();
  const events = items.map((item): NewEvent => {
    const about = { feedback: item.id, excerpt: excerptFor(store, item) };
    return item.suggestedTag === null
      ? { type: 'feedback.setAside', payload: { ...about, isSetAside: true } }
      : { type: 'feedback.tagged', payload: { ...about, tag: item.suggestedTag } };
  });
  await feedbackView.moveOn(items, async () => {
    await store.perform(events);
  });
  return items.length;
};
