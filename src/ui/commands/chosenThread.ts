import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { type ThreadKey, threadKeyOf } from '../conversation/talk.ts';
import { invalid } from './ask.ts';
import { chosenFeedback } from './chosenFeedback.ts';
import type { Deps } from './deps.ts';

/** What a thread's menu hands over: the thread, with the words in its box where it is a button below that. */
type FromThread = { thread?: unknown; comments?: unknown; text?: unknown };

/**
 * The thread that a command is about: one in the editor, the one of a row or a piece of feedback, or
 * `{thread, repository?, number?}` / `{feedback}`; else the user picks feedback. Throws 'not-found',
 * 'invalid-argument' and 'cancelled'.
 */
export async function chosenThread(deps: Deps, args: unknown[]): Promise<ThreadKey> {
  const [first] = args;
  const drawn = drawnThread(first);
  if (drawn) return drawn;
  await deps.store.load();
  const named = namedThread(deps, first);
  if (named) return named;
  const about = has(first, 'feedback') ? [first.feedback] : args;
  const [item] = await chosenFeedback(deps, about);
  const key = item && threadKeyOf(item);
  if (!key)
    throw new CairnError(
      'not-found',
      vscode.l10n.t('This feedback is not part of a thread on lines of code.'),
    );
  return key;
}

/** The words below a thread, for its buttons. */
export function typedWords(first: unknown): string | undefined {
  return has(first, 'text') && typeof first.text === 'string' ? first.text : undefined;
}

function drawnThread(first: unknown): ThreadKey | null {
  if (typeof first !== 'object' || first === null) return null;
  const { thread = first } = first as FromThread;
  const { comments } = (thread ?? {}) as FromThread;
  for (const comment of Array.isArray(comments) ? comments : [])
    if (has(comment, 'threadKey')) return comment.threadKey as ThreadKey;
  return null;
}

function namedThread({ store, pullRequests }: Deps, first: unknown): ThreadKey | null {
  if (!has(first, 'thread')) return null;
  const { thread, repository, number } = first as { thread: unknown; repository?: unknown; number?: unknown };
  if (typeof thread !== 'string') throw invalid(vscode.l10n.t('A thread is named by its id.'));
  if (typeof repository === 'string' && typeof number === 'number')
    return { repository, number, threadId: thread };
  const opened = pullRequests.now?.pullRequests.all ?? [];
  const record = [...opened, ...store.pullRequests].find(({ threads }) =>
    threads.some(({ id }) => id === thread),
  );
  if (!record) throw new CairnError('not-found', vscode.l10n.t('There is no such thread. Pull first?'));
  return { repository: record.repository, number: record.number, threadId: thread };
}

function has<K extends string>(value: unknown, key: K): value is Record<K, unknown> {
  return typeof value === 'object' && value !== null && key in value;
}
