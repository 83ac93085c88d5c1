import { ulid } from 'ulid';
import * as vscode from 'vscode';
import type { Feedback } from '../../model/state.ts';
import { argumentAfter } from '../feedback/targets.ts';
import { ask, booleanArgument, invalid, objectArgument, pick, textArgument } from './ask.ts';
import { chosenFeedback } from './chosenFeedback.ts';
import type { Command, Deps } from './deps.ts';
import { releaseRows } from './openFeedback.ts';
import { excerptFor } from './tagFeedback.ts';

/** Characters of what somebody says with a rating. */
const longest = 1000;

type Wanted = { isHelpful: boolean | null; note: string | null };

/**
 * `cairn.rateFeedback(feedback?, { isHelpful: true | false | null, note? }?)`: what the user thinks of feedback; only
 * they see it until `cairn.sendRating`. `null` takes it back. Resolves to the ids of the ratings, in order.
 */
export const rateFeedback: Command = async (deps, ...args) => {
  const given = objectArgument(argumentAfter(args));
  const items = await chosenFeedback(deps, args);
  return rate(deps, items, given ? wantedOf(given) : await askWanted(items));
};

export const rateHelpful: Command = async (deps, ...args) =>
  rate(deps, await chosenFeedback(deps, args), { isHelpful: true, note: null });
export const rateNotHelpful: Command = async (deps, ...args) =>
  rate(deps, await chosenFeedback(deps, args), { isHelpful: false, note: null });

async function rate(deps: Deps, items: Feedback[], { isHelpful, note }: Wanted): Promise<string[]> {
  const { store } = deps;
  releaseRows();
  const me = deps.signIn.login()?.toLowerCase();
  if (items.some(({ author }) => author.toLowerCase() === me))
    throw invalid(vscode.l10n.t('This is your own feedback: whether it helped is for its reader to say.'));
  const ids = items.map(({ rating }) => rating?.id ?? ulid());
  const eventOf = (item: Feedback, at: number) => ({
    type: 'feedback.rated' as const,
    payload: { rating: ids[at]!, feedback: item.id, isHelpful, note, excerpt: excerptFor(store, item) },
  });
  const events = items.map((item, at) => ({ item, event: eventOf(item, at) }));
  const fresh = events.filter(({ item }) => item.rating === null).map(({ event }) => event);
  const again = events.filter(({ item }) => item.rating !== null).map(({ event }) => event);
  // What was sent already is told to its author as it changes.
  if (fresh.length > 0 && isHelpful !== null) await store.perform(fresh, { isPrivate: true });
  if (again.length > 0) await store.perform(again);
  vscode.window.setStatusBarMessage(
    isHelpful === null
      ? vscode.l10n.t('Cairn: the mark is taken away.')
      : vscode.l10n.t('Cairn: marked. Only you see it until you send it.'),
    6000,
  );
  return ids;
}

function wantedOf({ isHelpful, note }: Record<string, unknown>): Wanted {
  return {
    isHelpful: isHelpful === null ? null : (booleanArgument(isHelpful, 'isHelpful') ?? true),
    note: textArgument(note, 'note', longest) ?? null,
  };
}

async function askWanted(items: readonly Feedback[]): Promise<Wanted> {
  const old = items.length === 1 ? items[0]!.rating : null;
  const choices = [
    { label: `$(thumbsup) ${vscode.l10n.t('Helpful')}`, value: true as boolean | null },
    { label: `$(thumbsdown) ${vscode.l10n.t('Not helpful')}`, value: false },
    ...(items.some(({ rating }) => rating)
      ? [{ label: `$(close) ${vscode.l10n.t('Take the mark away')}`, value: null }]
      : []),
  ];
  const isHelpful = await pick(
    vscode.l10n.t('Did it help you? Only you see this until you send it.'),
    choices,
  );
  if (isHelpful === null) return { isHelpful, note: null };
  const note = await ask({
    prompt: isHelpful
      ? vscode.l10n.t('What helped? (optional)')
      : vscode.l10n.t('What would have helped you more? (optional)'),
    value: old?.note ?? '',
    validate: (text) =>
      text.length > longest ? vscode.l10n.t('At most {0} characters.', longest) : undefined,
  });
  return { isHelpful, note: note.trim() || null };
}
