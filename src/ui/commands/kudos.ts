import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { plainLine } from '../../model/plainLine.ts';
import type { Feedback } from '../../model/state.ts';
import { threadKeyOf } from '../conversation/talk.ts';
import { argumentAfter, feedbackOf } from '../feedback/targets.ts';
import { seenSince, type ThanksFacts, thanksFor } from '../report/thanks.ts';
import { nameWord } from '../words/whose.ts';
import { ask, booleanArgument, cancelled, invalid, objectArgument, pick, textArgument } from './ask.ts';
import { plainIcons } from './chosenRecord.ts';
import type { Command, Deps } from './deps.ts';
import { releaseRows } from './openFeedback.ts';
import { isMe } from './ownWords.ts';
import { replyToThread } from './replyToThread.ts';
import { excerptFor } from './tagFeedback.ts';

/** The journal takes no longer ones. */
const longest = 4000;

/**
 * `cairn.kudos(feedback?, { text?, reply? }?)`: a thank-you for something that was tagged keep, by id, tree item,
 * selection or thread: from the mentee to who said it, from a mentor to the mentee for what they keep doing. It is kept
 * in the space (in private where the keep is private) and put onto the clipboard; `reply: true` sends it as an answer in
 * the thread, too. Without options the words are proposed and a person is asked. Resolves to `{ id, text, url }`, `url` that of the
 * answer.
 */
export const kudos: Command = async (deps, ...args) => {
  const given = objectArgument(argumentAfter(args));
  await deps.store.load();
  const item = await chosenKeep(deps, args);
  releaseRows();
  const facts = await factsOf(deps, item);
  const canReply = threadKeyOf(item) !== null && !item.isPrivate;
  const wantsReply = booleanArgument(given?.reply, 'reply') ?? false;
  if (wantsReply && !canReply)
    throw invalid(vscode.l10n.t('There is no thread to answer in, or the feedback is private.'));
  const text = given
    ? (textArgument(given.text, 'text', longest) ?? thanksFor(facts, wantsReply))
    : await askText(facts);
  const how = given ? { isAnswer: wantsReply } : await askHow(item, canReply);
  // What others read on GitHub is asked for by itself: a goal stays in the space.
  const answer = !how.isAnswer ? null : given ? text : await askAnswer(facts, text);
  const id = await keep(deps, facts, text);
  await vscode.env.clipboard.writeText(text);
  const sent =
    answer === null
      ? null
      : ((await replyToThread(deps, { feedback: item.id, body: answer })) as { url: string });
  vscode.window.setStatusBarMessage(
    item.isPrivate
      ? vscode.l10n.t('Cairn: kept in private, and copied.')
      : vscode.l10n.t('Cairn: kept in the space, and copied.'),
    6000,
  );
  return { id, text, url: sent?.url ?? null };
};

async function keep({ store }: Deps, { feedback, to, goal }: ThanksFacts, text: string): Promise<string> {
  const id = ulid();
  const goals = store.goals.filter(({ title, isPrivate }) => title === goal && !isPrivate);
  const serves = goals.find(({ id: one }) => feedback.goalIds.includes(one))?.id ?? null;
  const about = { kudos: id, to: to.slice(0, 200), text, feedback: feedback.id, goal: serves };
  const payload = { ...about, excerpt: excerptFor(store, feedback), givenAt: new Date().toISOString() };
  await store.perform([{ type: 'kudos.given', payload }], { isPrivate: feedback.isPrivate });
  return id;
}

async function factsOf(deps: Deps, feedback: Feedback): Promise<ThanksFacts> {
  const { store, growth } = deps;
  const { mentee } = store;
  const isOwn = await isMe(deps);
  const login = deps.signIn.login();
  const isMentee = (name: string | null) => name !== null && name.toLowerCase() === mentee?.toLowerCase();
  const isFromMentee = isMentee(login) || (mentee !== null && isOwn(mentee)) || mentee === null;
  const goal = store.goals.find(({ id, isPrivate }) => feedback.goalIds.includes(id) && !isPrivate);
  const theme = growth.themeOf(feedback.id)?.feedbackIds ?? [];
  const items = theme.flatMap((id) => store.getFeedback(id) ?? []);
  return {
    ...{ feedback, isFromMentee, goal: goal?.title ?? null, since: seenSince(feedback, items) },
    to: isFromMentee ? feedback.author : mentee,
  };
}

/** The feedback that is named or selected, else one of those that were tagged keep, the newest first. */
async function chosenKeep({ store, feedbackView }: Deps, args: readonly unknown[]): Promise<Feedback> {
  const named = feedbackOf(args, { store, view: feedbackView });
  const isKeep = ({ tag, isSetAside }: Feedback) => tag === 'keep' && !isSetAside;
  const meant = named.find(isKeep);
  if (meant) return meant;
  if (args[0] !== undefined && args[0] !== null)
    throw invalid(vscode.l10n.t('A thank-you is for feedback that is tagged keep. Tag it first.'));
  const keeps = store.feedback.filter(isKeep);
  if (keeps.length === 0)
    throw new CairnError(
      'not-found',
      vscode.l10n.t('No feedback is tagged keep yet: tag what you want to thank for.'),
    );
  return pick(
    vscode.l10n.t('Thank for what?'),
    keeps.map((item) => ({
      label: plainIcons(plainLine(item.body, 80)),
      description: [nameWord(item.author), item.pullRequest && `#${item.pullRequest.number}`]
        .filter(Boolean)
        .join(' · '),
      value: item,
    })),
  );
}

async function askText(facts: ThanksFacts): Promise<string> {
  const text = await ask({
    prompt: vscode.l10n.t('Your thank-you to {0}: make it your own', nameWord(facts.to)),
    value: thanksFor(facts, false),
    validate: (typed) =>
      typed.trim() === '' || typed.length > longest
        ? vscode.l10n.t('Write 1 to {0} characters.', longest)
        : undefined,
  });
  return text.trim();
}

function askHow({ isPrivate }: Feedback, canReply: boolean): Promise<{ isAnswer: boolean }> {
  const keepIt = {
    label: isPrivate
      ? `$(lock) ${vscode.l10n.t('Keep it in private, and copy it')}`
      : `$(heart) ${vscode.l10n.t('Keep it in the space, and copy it')}`,
    value: { isAnswer: false },
  };
  if (!canReply) return Promise.resolve(keepIt.value);
  return pick(vscode.l10n.t('Where shall it go?'), [
    keepIt,
    {
      label: `$(comment) ${vscode.l10n.t('Answer in the thread, too…')}`,
      detail: vscode.l10n.t('Everybody who can read the pull request sees it.'),
      value: { isAnswer: true },
    },
  ]);
}

async function askAnswer(facts: ThanksFacts, text: string): Promise<string> {
  const isProposed = text === thanksFor(facts, false);
  const answer = await ask({
    prompt: vscode.l10n.t('Your answer, seen by everybody on GitHub'),
    value: isProposed ? thanksFor(facts, true) : text,
  });
  if (answer.trim() === '') throw cancelled();
  return answer.trim();
}
