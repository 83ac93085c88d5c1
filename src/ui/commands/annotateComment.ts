import * as vscode from 'vscode';
import { newId } from '../../journal/id.ts';
import { CairnError } from '../../model/errors.ts';
import type { Anchor } from '../../model/events.ts';
import { tags } from '../../model/state.ts';
import type { DrawnComment } from '../conversation/comments.ts';
import { anchorOfComment } from '../conversation/hunk.ts';
import { commentIdOf, type Talk, talkOf, threadKeyOf } from '../conversation/talk.ts';
import { ask, booleanArgument, cancelled, textArgument, wordArgument } from './ask.ts';
import { chosenFeedback } from './chosenFeedback.ts';
import { typedWords } from './chosenThread.ts';
import type { Command, Deps } from './deps.ts';

/**
 * `cairn.annotateComment({feedback, body, tag?, isPrivate?})`, a comment's or a thread's menu: a note about a comment,
 * kept in the space and not on GitHub. Resolves to `{id}` of the annotation.
 */
export const annotateComment: Command = async (deps, ...args) => {
  const [first] = args;
  const given = (typeof first === 'object' && first !== null ? first : {}) as Record<string, unknown>;
  const typed = typedWords(first);
  if (typed !== undefined && typed.trim() === '') throw cancelled();
  await deps.store.load();
  const about = meantComment(first);
  const { feedback, anchor, number } = await subject(
    deps,
    about,
    'feedback' in given ? [given.feedback] : args,
  );
  const isPrivate = booleanArgument(given.isPrivate, 'isPrivate') ?? false;
  const tag = wordArgument(given.tag, 'tag', tags) ?? null;
  const body =
    typed ??
    // A drawn comment has words of its own.
    textArgument(about ? undefined : given.body, 'body', 65_536) ??
    (await ask({
      prompt: vscode.l10n.t('Your note about this comment, kept in the space and not on GitHub'),
    }));
  if (body.trim() === '') throw cancelled();
  const id = newId();
  const payload = { annotation: id, body, anchor, number, feedback, tag };
  await deps.store.perform([{ type: 'annotation.added', payload }], { isPrivate });
  return { id };
};

/** The comment whose menu it was; of a thread the one that it was opened for, or the last feedback. */
function meantComment(first: unknown): DrawnComment | null {
  if (typeof first !== 'object' || first === null) return null;
  if ('commentId' in first) return first as DrawnComment;
  const { thread = first } = first as { thread?: unknown };
  const { comments } = (thread ?? {}) as { comments?: unknown };
  if (!Array.isArray(comments)) return null;
  const drawn = (comments as DrawnComment[]).filter(({ commentId }) => commentId !== undefined);
  const meant =
    drawn.find(({ isMeant }) => isMeant) ?? drawn.findLast(({ feedbackId }) => feedbackId !== undefined);
  return meant ?? drawn.at(-1) ?? null;
}

async function subject(
  deps: Deps,
  about: DrawnComment | null,
  args: unknown[],
): Promise<{ feedback: string; anchor: Anchor; number: number | null }> {
  const sources = { store: deps.store, pullRequests: () => deps.pullRequests.now?.pullRequests };
  const [item] = about?.threadKey
    ? []
    : await chosenFeedback(deps, about?.commentId ? [about.commentId] : args);
  const key = about?.threadKey ?? (item && threadKeyOf(item));
  const talk: Talk | undefined = key ? talkOf(sources, key) : undefined;
  const id = about?.commentId ?? item!.id;
  const comment = talk?.thread.comments.find((one) => commentIdOf(talk, one) === id);
  if (talk && comment) {
    return { feedback: id, anchor: anchorOfComment(talk, comment), number: talk.record.number };
  }
  if (!item?.path) {
    throw new CairnError('not-found', vscode.l10n.t('Only comments on lines of code can be annotated.'));
  }
  // What is left of a comment whose pull request is not here: its place without the code.
  const line = Math.max(1, item.originalLine ?? item.line ?? 1);
  const anchor: Anchor = {
    path: item.path.slice(0, 4000),
    repository: item.pullRequest?.repository ?? null,
    side: item.side ?? 'RIGHT',
    commit: null,
    startLine: line,
    endLine: line,
    code: '',
    before: '',
    after: '',
  };
  return { feedback: id, anchor, number: item.pullRequest?.number ?? null };
}
