import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { type Knower, whoKnows } from '../../programme/help/index.ts';
import { ownWaitingQuestions } from '../help/questions.ts';
import { type About, fileAt, fileAtHand, sourcesFor } from '../help/sources.ts';
import { fileTopic, knowerWords, messageFor } from '../help/words.ts';
import { label } from '../playbooks/words.ts';
import { askOne } from '../sessions/questions.ts';
import { isMe, loadSessions } from '../sessions/texts.ts';
import { plural } from '../words/language.ts';
import { nameWord } from '../words/whose.ts';
import { ask, booleanArgument, invalid, objectArgument, textArgument } from './ask.ts';
import type { Command, Deps } from './deps.ts';
import { back } from './steps.ts';
import { thankForHelp } from './thankForHelp.ts';

const longest = { topic: 1000, path: 4000, name: 200, text: 4000 };

type Asked = { topic: string; about: About | null };

/**
 * `cairn.askForHelp({ topic, path?, of?, text?, isPrivate? }?)`: "who can show me …": names people by what they offer, did and
 * wrote, each with the reasons, notes the question in the space and puts words to send onto the clipboard; nothing is sent.
 * `path` is relative to its repository. Resolves to `{ id, text, people: [{ name, reasons }] }`.
 */
export const askForHelp: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  await loadSessions(deps);
  if (!given) return askPerson(deps);
  const path = textArgument(given.path, 'path', longest.path);
  const topic =
    textArgument(given.topic, 'topic', longest.topic) ?? (path && fileTopic(path).slice(0, longest.topic));
  if (topic === undefined) throw invalid(vscode.l10n.t('"topic" is missing: what shall somebody show you?'));
  if (path && (path.startsWith('/') || path.split(/[\\/]/).includes('..')))
    throw invalid(vscode.l10n.t('"path" must be relative to its repository.'));
  const of = textArgument(given.of, 'of', longest.name)?.trim() ?? null;
  const asked = { topic, about: path === undefined ? null : await fileAt(path) };
  const people = await peopleFor(deps, asked);
  const knower = people.find(({ name }) => name.toLowerCase() === of?.toLowerCase());
  const text = textArgument(given.text, 'text', longest.text) ?? messageOf(asked, of, knower);
  const id = await keep(deps, asked, of, booleanArgument(given.isPrivate, 'isPrivate') ?? false);
  await vscode.env.clipboard.writeText(text);
  return { id, text, people: people.map((one) => ({ name: one.name, reasons: knowerWords(one) })) };
};

async function askPerson(deps: Deps): Promise<unknown> {
  const asked = await askTopic(deps);
  if (asked === 'thank') return thankForHelp(deps);
  const people = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Cairn: looking who may know') },
    () => peopleFor(deps, asked),
  );
  const of = await askWhom(people);
  const knower = people.find(({ name }) => name === of);
  const text = await ask({
    prompt:
      of === null
        ? vscode.l10n.t('Words to send: make them your own. Enter copies them, nothing is sent.')
        : vscode.l10n.t(
            'Words to {0}: make them your own. Enter copies them, nothing is sent.',
            label(nameWord(of)),
          ),
    value: messageOf(asked, of, knower),
    validate: (typed) =>
      typed.trim() === '' || typed.length > longest.text
        ? vscode.l10n.t('Write 1 to {0} characters.', longest.text)
        : undefined,
  });
  const id = await keep(deps, asked, of, false);
  await vscode.env.clipboard.writeText(text.trim());
  const words = vscode.l10n.t(
    'Copied, to be sent where you two talk. "Cairn: Thank for Help" closes the loop.',
  );
  vscode.window.setStatusBarMessage(`$(copy) ${words}`, 10_000);
  return {
    id,
    text: text.trim(),
    people: people.map((one) => ({ name: one.name, reasons: knowerWords(one) })),
  };
}

/** What it is about: typed, or the file at hand; what waits for a thank-you is offered, too. Throws 'cancelled'. */
async function askTopic(deps: Deps): Promise<Asked | 'thank'> {
  const about = await fileAtHand();
  const waiting = ownWaitingQuestions(deps);
  const items: (vscode.QuickPickItem & { value: Asked | 'thank' })[] = [];
  if (about)
    items.push({
      label: `$(file) ${label(fileTopic(about.path))}`,
      description: vscode.l10n.t('the file at hand'),
      value: { topic: fileTopic(about.path).slice(0, longest.topic), about },
    });
  if (waiting.length > 0)
    items.push({
      label: `$(heart) ${vscode.l10n.t('Thank somebody who helped…')}`,
      description: plural(
        waiting.length,
        vscode.l10n.t('a question of yours is open for two weeks'),
        vscode.l10n.t('{0} questions of yours are open for two weeks', waiting.length),
      ),
      value: 'thank',
    });
  const title = vscode.l10n.t('Who can show me …');
  const answer = await askOne<Asked | 'thank'>(
    { title, step: 1, totalSteps: 2 },
    {
      placeholder: vscode.l10n.t('Type what you want to understand: how the retry queue is drained'),
      items,
      typed: (text) => ({
        label: `$(question) ${label(text)}`,
        description: about ? vscode.l10n.t('came up in {0}', label(about.path, 60)) : '',
        value: { topic: text.slice(0, longest.topic), about },
      }),
    },
  );
  if (answer === back) throw new CairnError('cancelled', vscode.l10n.t('Cancelled.'));
  return answer;
}

/** One of those who may know, somebody else by name, or nobody yet (`null`). Throws 'cancelled'. */
async function askWhom(people: readonly Knower[]): Promise<string | null> {
  const answer = await askOne<string | null>(
    { title: vscode.l10n.t('Who can show me …'), step: 1, totalSteps: 2 },
    {
      placeholder:
        people.length > 0
          ? vscode.l10n.t('Those who offer it come first, the others by name. Choose, or type a name')
          : vscode.l10n.t('Nothing here tells who knows. Type a name, or ask where your team talks'),
      items: [
        ...people.map((one) => ({
          label: `$(person) ${label(one.name, 60)}`,
          detail: label(knowerWords(one), 300),
          value: one.name as string | null,
        })),
        { label: `$(megaphone) ${vscode.l10n.t('Nobody yet: words for everybody')}`, value: null },
      ],
      typed: (text) => ({
        label: `$(person-add) ${vscode.l10n.t('Ask {0}', label(text, 60))}`,
        value: text.replace(/^@/, '').slice(0, longest.name),
      }),
    },
  );
  if (answer === back) throw new CairnError('cancelled', vscode.l10n.t('Cancelled.'));
  return answer;
}

async function peopleFor(deps: Deps, { topic, about }: Asked): Promise<Knower[]> {
  const sources = await sourcesFor(deps, about);
  return whoKnows({ topic, path: about?.path ?? null }, sources, (name) => isMe(deps, name));
}

const messageOf = ({ topic, about }: Asked, of: string | null, knower: Knower | undefined) =>
  messageFor(of, { topic, path: about?.path ?? null }, knower?.reasons ?? []);

async function keep(
  deps: Deps,
  { topic, about }: Asked,
  of: string | null,
  isPrivate: boolean,
): Promise<string> {
  const help = ulid();
  const payload = { help, topic, path: about?.path ?? null, of, askedAt: new Date().toISOString() };
  await deps.store.perform([{ type: 'help.asked', payload }], { isPrivate });
  return help;
}
