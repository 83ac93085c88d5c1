import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { plainLine } from '../../model/plainLine.ts';
import type { Feedback } from '../../model/state.ts';
import { feedbackOf } from '../feedback/targets.ts';
import { pick } from './ask.ts';
import type { Deps } from './deps.ts';

/**
 * The feedback that a command is about: what its arguments name, else what is selected in the view, else what
 * the user picks from a list. Throws 'not-found', 'invalid-argument' and 'cancelled'.
 */
export async function chosenFeedback({ store, feedbackView }: Deps, args: unknown[]): Promise<Feedback[]> {
  await store.load();
  const named = feedbackOf(args, { store, view: feedbackView });
  if (named.length > 0) return named;
  if (store.feedback.length === 0)
    throw new CairnError('not-found', vscode.l10n.t('There is no feedback yet: pull it, or add it by hand.'));
  const untaggedFirst = [...store.feedback].sort((a, b) => Number(a.tag !== null) - Number(b.tag !== null));
  return [
    await pick(
      vscode.l10n.t('Which feedback?'),
      untaggedFirst.map((item) => ({
        label: plainLine(item.body, 80),
        description: [item.author, item.pullRequest && `#${item.pullRequest.number}`, item.tag]
          .filter(Boolean)
          .join(' · '),
        value: item,
      })),
    ),
  ];
}
