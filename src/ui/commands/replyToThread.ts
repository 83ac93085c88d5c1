import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { ThreadKey } from '../conversation/talk.ts';
import { ask, booleanArgument, cancelled, textArgument } from './ask.ts';
import { chosenThread, typedWords } from './chosenThread.ts';
import type { Command, Deps } from './deps.ts';

/** GitHub takes no longer comments. */
const longest = 65_536;

/**
 * `cairn.replyToThread({feedback | thread, body, isPending?})`, or the button below a thread: answers on GitHub, once.
 * `isPending` adds the answer to the user's pending review, where there is one. Resolves to what was published.
 */
export const replyToThread: Command = async (deps, ...args) => {
  const [first] = args;
  const key = await chosenThread(deps, args);
  const given = (typeof first === 'object' && first !== null ? first : {}) as Record<string, unknown>;
  const typed = typedWords(first);
  if (typed !== undefined && typed.trim() === '') throw cancelled();
  const isPending = booleanArgument(given.isPending, 'isPending');
  const body =
    typed ??
    textArgument(given.body, 'body', longest) ??
    (await ask({ prompt: vscode.l10n.t('Your answer, seen by everybody on GitHub') }));
  const outbox = await deps.outbox();
  const isPerson = given.body === undefined;
  if (isPending) return outbox.reply(key, body, await pendingReview(deps, key), isPerson);
  try {
    return await outbox.reply(key, body, null, isPerson);
  } catch (error) {
    if (!(isPerson && error instanceof CairnError && error.code === 'pending-review-exists')) throw error;
    await askToAdd(error);
    return outbox.reply(key, body, await pendingReview(deps, key));
  }
};

async function pendingReview(deps: Deps, key: ThreadKey) {
  const review = await (await deps.publisher()).pendingReview(key);
  if (review) return review;
  // Sent on its own it would be seen by all at once, which is not what was asked for.
  throw new CairnError('no-such-review', vscode.l10n.t('You have no pending review on this pull request.'));
}

/** GitHub takes no answer on its own while a review is pending: the user decides. Throws 'cancelled'. */
async function askToAdd(refusal: CairnError): Promise<void> {
  const add = vscode.l10n.t('Add to the Pending Review');
  const detail = vscode.l10n.t(
    'You have begun a review on this pull request and not submitted it yet. GitHub takes no answer on its own until then. As part of the review, others see it when you submit that.',
  );
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('Your answer was not sent.'),
    { modal: true, detail },
    add,
  );
  if (answer !== add) throw refusal;
}
