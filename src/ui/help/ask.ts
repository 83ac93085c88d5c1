import * as vscode from 'vscode';
import type { Knower } from '../../programme/help/index.ts';
import { ask, cancelled } from '../commands/ask.ts';
import type { Deps } from '../commands/deps.ts';
import { back } from '../commands/steps.ts';
import { label } from '../playbooks/words.ts';
import { askOne } from '../sessions/questions.ts';
import { plural } from '../words/language.ts';
import { nameWord } from '../words/whose.ts';
import { ownWaitingQuestions } from './questions.ts';
import { type About, fileAtHand } from './sources.ts';
import { fileTopic, knowerWords } from './words.ts';

/** In UTF-16 code units, as the journal takes them. */
export const longest = { topic: 1000, path: 4000, name: 200, text: 4000 };

export type Asked = { topic: string; about: About | null };

const title = () => vscode.l10n.t('Who can show me …');

/** What it is about: typed, or the file at hand; what waits for a thank-you is offered, too. Throws 'cancelled'. */
export async function askTopic(deps: Deps): Promise<Asked | 'thank'> {
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
        vscode.l10n.t('a question of yours has been open for two weeks'),
        vscode.l10n.t('{0} questions of yours have been open for two weeks', waiting.length),
      ),
      value: 'thank',
    });
  const answer = await askOne<Asked | 'thank'>(
    { title: title(), step: 1, totalSteps: 2 },
    {
      placeholder: vscode.l10n.t('Type what you want to understand: how the retry queue is drained'),
      items,
      typed: (text) => ({
        label: `$(question) ${label(text)}`,
        value: { topic: text.slice(0, longest.topic), about: null },
      }),
    },
  );
  if (answer === back) throw cancelled();
  return answer;
}

/** One of those who may know, somebody else by name, or nobody yet (`null`). Throws 'cancelled'. */
export function askWhom(people: readonly Knower[]): Promise<string | null | typeof back> {
  return askOne<string | null>(
    { title: title(), step: 2, totalSteps: 2 },
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
}

/** Words to be sent, all of them shown below the box: a single line shows but the first ones. Throws 'cancelled'. */
export async function askWords(of: string | null, value: string): Promise<string> {
  const what =
    of === null
      ? vscode.l10n.t(
          'Make these words your own. Enter copies them and notes your question in this space; nothing is sent.',
        )
      : vscode.l10n.t(
          'Words to {0}: make them your own. Enter copies them and notes your question in this space; nothing is sent.',
          label(nameWord(of)),
        );
  const whole = (text: string) => `${what} “${label(text, longest.text)}”`;
  const text = await ask({
    prompt: whole(value),
    value,
    validate: (typed) =>
      typed.trim() === '' || typed.length > longest.text
        ? vscode.l10n.t('Write 1 to {0} characters.', longest.text)
        : { hint: whole(typed) },
  });
  return text.trim();
}
