import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { type Knower, whoKnows } from '../../programme/help/index.ts';
import { type Asked, askTopic, askWhom, askWords, longest } from '../help/ask.ts';
import { fileAt, sourcesFor } from '../help/sources.ts';
import { fileTopic, knowerWords, messageFor } from '../help/words.ts';
import { isMe, loadSessions } from '../sessions/texts.ts';
import { booleanArgument, invalid, objectArgument, textArgument } from './ask.ts';
import type { Command, Deps } from './deps.ts';
import { back } from './steps.ts';
import { thankForHelp } from './thankForHelp.ts';

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
  for (;;) {
    const topic = await askTopic(deps);
    if (topic === 'thank') return thankForHelp(deps);
    const people = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Cairn: looking who may know') },
      () => peopleFor(deps, topic),
    );
    const of = await askWhom(people);
    if (of === back) continue;
    const knower = people.find(({ name }) => name === of);
    const text = await askWords(of, messageOf(topic, of, knower));
    const id = await keep(deps, topic, of, false);
    await vscode.env.clipboard.writeText(text);
    const words = vscode.l10n.t(
      'Copied, to be sent where you two talk. "Cairn: Thank for Help" closes the loop.',
    );
    vscode.window.setStatusBarMessage(`$(copy) ${words}`, 10_000);
    return { id, text, people: people.map((one) => ({ name: one.name, reasons: knowerWords(one) })) };
  }
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
