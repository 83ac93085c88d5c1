import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { Help } from '../../model/mentorship.ts';
import { ownOpenQuestions } from '../help/questions.ts';
import { thanksWords } from '../help/words.ts';
import { label } from '../playbooks/words.ts';
import { loadSessions } from '../sessions/texts.ts';
import { age } from '../words/time.ts';
import { nameWord } from '../words/whose.ts';
import { ask, booleanArgument, invalid, objectArgument, pick, textArgument } from './ask.ts';
import type { Command, Deps } from './deps.ts';

const longest = 4000;

/**
 * `cairn.thankForHelp({ help?, to?, text?, takeBack? }?)`: closes a question of the user's with a thank-you, which is kept in
 * the space and put onto the clipboard; `takeBack: true` takes the question back instead. Without `help` the only open
 * one, else a person chooses. Resolves to `{ id, text }`, of a question that was taken back to `{ id: null, text: null }`.
 */
export const thankForHelp: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  await loadSessions(deps);
  const open = ownOpenQuestions(deps);
  if (given) {
    const help = namedIn(open, textArgument(given.help, 'help', 200));
    if (booleanArgument(given.takeBack, 'takeBack')) return takeBack(deps, help);
    const to = textArgument(given.to, 'to', 200)?.trim() ?? help.of;
    if (to === null) throw invalid(vscode.l10n.t('"to" is missing: who helped?'));
    return thank(
      deps,
      help,
      to,
      textArgument(given.text, 'text', longest) ?? thanksWords(to, help.topic).trim(),
    );
  }
  if (open.length === 0) throw nothing();
  const chosen = await choose(open);
  if (chosen.isTakenBack) return takeBack(deps, chosen.help);
  const { help } = chosen;
  const to = (await askWho(help)).trim().replace(/^@/, '');
  const text = await ask({
    prompt: vscode.l10n.t(
      'Your thank-you: say what exactly helped. Enter keeps it in the space and copies it.',
    ),
    value: thanksWords(to, help.topic),
    validate: (typed) =>
      typed.trim() === '' || typed.length > longest
        ? vscode.l10n.t('Write 1 to {0} characters.', longest)
        : undefined,
  });
  const thanked = await thank(deps, help, to, text.trim());
  vscode.window.setStatusBarMessage(
    `$(heart) ${vscode.l10n.t('Cairn: kept in the space, and copied.')}`,
    6000,
  );
  return thanked;
};

async function thank(
  { store }: Deps,
  help: Help,
  to: string,
  text: string,
): Promise<{ id: string; text: string }> {
  const kudos = ulid();
  const about = { kudos, to: to.slice(0, 200), text, feedback: null, goal: null, help: help.id };
  const payload = { ...about, givenAt: new Date().toISOString() };
  await store.perform([{ type: 'kudos.given', payload }], { isPrivate: help.isPrivate });
  await vscode.env.clipboard.writeText(text);
  return { id: kudos, text };
}

async function takeBack({ store }: Deps, { id, isPrivate }: Help): Promise<{ id: null; text: null }> {
  await store.perform([{ type: 'record.withdrawn', payload: { record: id, isWithdrawn: true } }], {
    isPrivate,
  });
  return { id: null, text: null };
}

const nothing = () =>
  new CairnError(
    'not-found',
    vscode.l10n.t('No question of yours is open. "Cairn: Ask for Help: Who Can Show Me" begins one.'),
  );

/** Throws 'not-found', and 'invalid-argument' where it is not said which of several. */
function namedIn(open: readonly Help[], id: string | undefined): Help {
  const found = id === undefined ? open : open.filter((one) => one.id === id);
  if (found.length > 1) throw invalid(vscode.l10n.t('"help" is missing: several questions are open.'));
  if (!found[0]) throw nothing();
  return found[0];
}

type Chosen = { help: Help; isTakenBack: boolean };

async function choose(open: readonly Help[]): Promise<Chosen> {
  const row = (help: Help, isTakenBack: boolean) => ({
    label: isTakenBack
      ? `$(discard) ${vscode.l10n.t('Take back: {0}', label(help.topic, 100))}`
      : `$(heart) ${label(help.topic, 100)}`,
    description: [help.of === null ? '' : label(nameWord(help.of)), age(help.askedAt)]
      .filter(Boolean)
      .join(' · '),
    value: { help, isTakenBack },
  });
  const separator = {
    label: vscode.l10n.t('No longer needed'),
    kind: vscode.QuickPickItemKind.Separator,
  } as never;
  return pick<Chosen>(vscode.l10n.t('Thank for what?'), [
    ...open.map((help) => row(help, false)),
    separator,
    ...open.map((help) => row(help, true)),
  ]);
}

/** Often it is somebody else than was asked. */
function askWho({ of }: Help): Promise<string> {
  return ask({
    prompt: vscode.l10n.t('Who helped? Login or name'),
    value: of ?? '',
    validate: (text) =>
      text.trim() === '' || text.length > 200 ? vscode.l10n.t('Write a login or a name.') : undefined,
  });
}
