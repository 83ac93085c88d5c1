import * as vscode from 'vscode';
import { newId } from '../../journal/id.ts';
import { CairnError } from '../../model/errors.ts';
import { topicsIn, withTopics } from '../../programme/knowledge/prefill.ts';
import { type Subject, subjectOf } from '../knowledge/subject.ts';
import { ask, booleanArgument, invalid, textArgument } from './ask.ts';
import { askKept } from './askKept.ts';
import type { Command, Deps } from './deps.ts';
import { releaseRows } from './openFeedback.ts';
import { excerptFor } from './tagFeedback.ts';

/** What the journal takes of each text. */
export const longestWords = 4000;

/**
 * `cairn.captureKnowledge({ what, why?, topics?, feedback?, session?, uri?, startLine?, endLine?, isPrivate? }?)`, a row of
 * feedback or of a session, a thread's menu, or the selection in an editor: a knowledge note, what it is and why it is
 * so, at the code that it is about. Without `what` a person is asked both, with what is known filled in. Resolves to
 * `{ id }`.
 */
export const captureKnowledge: Command = async (deps, ...args) => {
  try {
    return await capture(deps, args);
  } catch (error) {
    // The editor's menus hand an address over, as a program does; who leaves a question is told of no failure.
    if (error instanceof CairnError && error.code === 'cancelled') return undefined;
    throw error;
  }
};

async function capture(deps: Deps, args: readonly unknown[]): Promise<{ id: string }> {
  const [first] = args;
  const given = isPlain(first) ? first : {};
  const said = {
    what: textArgument(given.what, 'what', longestWords)?.trim(),
    why: textArgument(given.why, 'why', longestWords)?.trim(),
    topics: topicsArgument(given.topics),
    isPrivate: booleanArgument(given.isPrivate, 'isPrivate'),
  };
  await deps.store.load();
  const subject = await subjectOf(deps, args);
  releaseRows();
  const words = said.what === undefined ? await askWords(subject, said) : { ...said, what: said.what };
  const id = newId();
  await keep(deps, id, subject, {
    ...{ what: words.what, why: words.why ?? null, topics: words.topics ?? [] },
    isPrivate: words.isPrivate ?? subject.isPrivate,
  });
  const done = vscode.l10n.t('Cairn: noted. It is in the Knowledge view, and shown at its code.');
  vscode.window.setStatusBarMessage(`$(book) ${done}`, 6000);
  return { id };
}

type Words = { what: string; why: string | null; topics: string[]; isPrivate: boolean };

async function keep(deps: Deps, id: string, subject: Subject, words: Words): Promise<void> {
  const { what, why, topics } = words;
  const { anchor, feedback, session } = subject;
  const payload = {
    ...{ knowledge: id, what, why, anchor, topics },
    ...{ feedback: feedback?.id ?? null, session: session?.id ?? null },
    ...(feedback ? { excerpt: excerptFor(deps.store, feedback) } : {}),
  };
  await deps.store.perform([{ type: 'knowledge.noted', payload }], { isPrivate: words.isPrivate });
}

/** Two questions, both filled in with what is known. */
async function askWords(
  { proposal, topics, isPrivate }: Subject,
  given: { why?: string | undefined; topics?: string[] | undefined; isPrivate?: boolean | undefined },
): Promise<{ what: string; why: string | null; topics: string[]; isPrivate: boolean }> {
  const known = given.topics ?? topics;
  const first = await askKept({
    title: vscode.l10n.t('New knowledge note'),
    prompt: vscode.l10n.t('What should others know? Words such as #retry at the end become topics.'),
    placeHolder: vscode.l10n.t('Such as: the outbox retries twice, then it waits for a person #outbox'),
    value: withTopics(proposal.what, known),
    isPrivate: given.isPrivate ?? isPrivate,
    validate: (text) => wordsProblem(topicsIn(text).words, false),
  });
  const { words, topics: typed } = topicsIn(first.text, known);
  const why = given.why ?? (await askWhy(proposal.why));
  return { what: words, why: why === '' ? null : why, topics: typed, isPrivate: first.isPrivate };
}

/** What somebody had to live through to know; empty where there is nothing to say. */
export async function askWhy(value: string): Promise<string> {
  const why = await ask({
    prompt: vscode.l10n.t(
      'Why is it so? What one has to have lived through to know it; leave it empty if nothing.',
    ),
    placeHolder: vscode.l10n.t('Such as: with a third try the harbour office once got everything twice'),
    value,
    validate: (text) => wordsProblem(text, true),
  });
  return why.trim();
}

export function wordsProblem(text: string, mayBeEmpty: boolean): string | undefined {
  const { length } = text.trim();
  if (length === 0 && !mayBeEmpty) return vscode.l10n.t('Say in a sentence what it is.');
  return length > longestWords ? vscode.l10n.t('At most {0} characters.', longestWords) : undefined;
}

/** At most twenty words of up to a hundred signs. Throws 'invalid-argument'. */
export function topicsArgument(value: unknown): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value) || value.length > 20)
    throw invalid(vscode.l10n.t('"{0}" must be a list of up to 20 topics.', 'topics'));
  return [...new Set(value.map((topic) => (textArgument(topic, 'topics', 100) ?? '').trim()))].filter(
    Boolean,
  );
}

/** What a program hands over, or asks with; rows, threads and addresses are not. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return (
    !(value instanceof vscode.Uri) && !('row' in value) && !('comments' in value) && !('thread' in value)
  );
}
