import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { Feedback } from '../../model/state.ts';
import { argumentAfter } from '../feedback/targets.ts';
import { nameWord } from '../words/whose.ts';
import { cancelled, objectArgument } from './ask.ts';
import { chosenFeedback } from './chosenFeedback.ts';
import type { Command, Deps } from './deps.ts';
import { releaseRows } from './openFeedback.ts';

/**
 * `cairn.sendRating(feedback?)`: shares what the user thinks of feedback with its author, in the space. A person is
 * asked first; a caller that names the feedback and gives `{ isSure: true }` is not. Throws 'not-found' where the
 * feedback was not marked.
 */
export const sendRating: Command = async (deps, ...args) => {
  const isSure = objectArgument(argumentAfter(args))?.isSure === true;
  const items = await chosenFeedback(deps, args);
  releaseRows();
  const waiting = items.filter(({ rating }) => rating?.isSent === false);
  // What is said about private feedback stays private with it: it would be called sent, and reach nobody.
  if (waiting.some(({ isPrivate }) => isPrivate)) {
    throw new CairnError(
      'invalid-argument',
      vscode.l10n.t(
        'This feedback is private, and so is what you think of it: nothing was sent. Share the feedback first (“Make Private or Share”).',
      ),
    );
  }
  if (waiting.length === 0) {
    if (items.some(({ rating }) => rating)) return;
    throw new CairnError(
      'not-found',
      vscode.l10n.t('Nothing to send: mark the feedback as helpful or not first.'),
    );
  }
  if (!isSure) await confirm(deps, waiting);
  for (const { rating } of waiting) await deps.store.setPrivate(rating!.id, false);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Cairn: sent with the next sync.'), 6000);
};

async function confirm({ store }: Deps, items: readonly Feedback[]): Promise<void> {
  const authors = [...new Set(items.map(({ author }) => author))];
  const known = peopleOf(store);
  const strangers = authors.filter((author) => !known.has(author.toLowerCase()));
  const detail = [
    vscode.l10n.t('Everybody who can read the space will see it, with the note that you wrote.'),
    strangers.length > 0 &&
      vscode.l10n.t(
        'Not in this space, as far as it says: {0}. They see it only once they have joined it.',
        strangers.map(nameWord).join(', '),
      ),
  ];
  const question =
    items.length === 1
      ? vscode.l10n.t('Send what you think of this feedback to {0}?', nameWord(authors[0]!))
      : vscode.l10n.t('Send what you think of these {0} pieces of feedback?', items.length);
  const send = vscode.l10n.t('Send');
  const options = { modal: true, detail: detail.filter(Boolean).join('\n\n') };
  if ((await vscode.window.showWarningMessage(question, options, send)) !== send) throw cancelled();
}

/** Names in small letters of those who are part of the space or have written in it. */
function peopleOf({ records, goals, actions, feedback, annotations }: Deps['store']): Set<string> {
  const { mentors = [], mentees = [] } = records.mentorship ?? {};
  const written = [...goals, ...actions, ...annotations, ...feedback].map(({ createdBy }) => createdBy);
  const tagged = feedback.map(({ taggedBy }) => taggedBy);
  const names = [...mentors, ...mentees, ...written, ...tagged].filter((name) => name !== null);
  return new Set(names.map((name) => name.toLowerCase()));
}
