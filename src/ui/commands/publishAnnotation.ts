import * as vscode from 'vscode';
import type { Draft } from '../../journal/drafts/drafts.ts';
import { newId } from '../../journal/id.ts';
import type { Annotation } from '../../model/annotation.ts';
import { CairnError, type ErrorCode } from '../../model/errors.ts';
import type { Annotations } from '../annotations/annotations.ts';
import { linesOfRange } from '../annotations/noteThreads.ts';
import { fileOf } from '../annotations/place.ts';
import { type How, isPassing } from '../annotations/unsent.ts';
import { wordsFor } from '../words/errors.ts';
import { longestBody, placeArgument } from './addAnnotation.ts';
import { invalid, objectArgument, textArgument, wordArgument } from './ask.ts';
import { chosenAnnotation, type FromEditor, fromEditor } from './chosenAnnotation.ts';
import type { Command, Deps } from './deps.ts';
import { needOwnWords } from './ownWords.ts';
import { askHow, given, questions } from './publishQuestions.ts';

/**
 * `cairn.publishAnnotation(annotation?, {how?, pending?})`: makes a note a review comment of the open pull request that
 * has its lines. `how`: 'single' (seen at once) or 'review' (collected until "Submit Review"); `pending`: 'add' or
 * 'submit', what becomes of a pending review that is in the way. Also takes `{annotation, how, pending}`, and
 * `{uri, startLine, endLine, body, how, pending}` for words that are no note. Returns `{annotation, comment, url,
 * isPending}`.
 */
export const publishAnnotation: Command = async (deps, value, second) => {
  await deps.store.load();
  const annotations = await deps.annotations.load();
  const drawn = fromEditor(value);
  const waiting =
    drawn && annotations.publishing.unsent.get(drawn.draftId ?? annotations.threads.idOf(drawn.thread) ?? '');
  if (drawn && waiting && waiting.draft.annotation === null)
    return send(deps, waiting.draft, { ...waiting.how, pending: undefined }, true);
  if (drawn && annotations.threads.idOf(drawn.thread) === undefined)
    return publishBox(deps, annotations, drawn);
  const options = drawn
    ? {}
    : { ...objectArgument(isPlain(value) ? value : undefined), ...objectArgument(second) };
  const how = wordArgument(options.how, 'how', ['single', 'review'] as const);
  const pending = wordArgument(options.pending, 'pending', ['add', 'submit'] as const);
  const isProgram = how !== undefined;
  if (isPlain(value) && value.annotation === undefined) {
    const body = textArgument(value.body, 'body', longestBody);
    if (body === undefined) throw invalid(vscode.l10n.t('Name a note, or give the words and the lines.'));
    const { uri, range } = placeArgument(value);
    const { anchor } = await annotations.spot(uri, linesOfRange(range));
    const draft = waitingAt(annotations, body, anchor) ?? blank(newId(), body, uri.toString(), anchor);
    return send(deps, draft, { how: how ?? (await askHow()), pending }, !isProgram);
  }
  const note = await chosenAnnotation(deps, value);
  if (note.published) {
    const { number, isPending } = note.published;
    throw invalid(
      isPending
        ? vscode.l10n.t('It waits in your review of #{0}. “Cairn: Submit Review” publishes it.', number)
        : vscode.l10n.t('It is published already, to #{0}.', number),
    );
  }
  await needOwnWords(deps, note);
  const draft = await draftOf(annotations, note, drawn);
  return send(deps, draft, { how: how ?? (await askHow()), pending }, !isProgram);
};

/** "Publish…" below a comment box. */
export const publishNote: Command = (deps, box) => publishAnnotation(deps, box);

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !fromEditor(value);

/** What stands in a box: on failure it stays there, with what is the matter above it. */
async function publishBox(
  deps: Deps,
  annotations: Annotations,
  { thread, text = '' }: FromEditor,
): Promise<unknown> {
  if (text.trim() === '') throw invalid(vscode.l10n.t('Write something first.'));
  const how = await askHow();
  const { keeper, boxes, threads } = annotations;
  const id = keeper.take(boxes.boxOf(thread));
  threads.adopt(id, thread);
  try {
    const { uri, anchor } = await annotations.spotOf(thread);
    const made = await send(deps, blank(id, text, uri.toString(), anchor), { how }, true);
    await keeper.done(id);
    return made;
  } catch (error) {
    if (isPassing(error)) {
      // It is drawn as what waits to be sent; the box is for something else from now on.
      keeper.sentOff(id);
      await threads.draw();
      return undefined;
    }
    annotations.publishing.drop(id);
    threads.release(id);
    // Who changed their mind needs no telling.
    thread.label = isCode(error, 'cancelled') ? undefined : `⚠ ${wordsFor(error)}`;
    await keeper.giveBack(id);
    throw error;
  }
}

const isCode = (error: unknown, code: ErrorCode) => error instanceof CairnError && error.code === code;

/** The same words at the same lines, of which nobody knows yet whether they have arrived. */
function waitingAt(
  { publishing }: Annotations,
  words: string,
  at: Draft['place']['anchor'],
): Draft | undefined {
  for (const { draft } of publishing.unsent.values()) {
    const { annotation, attempt, body, place } = draft;
    const isThere = place.anchor.path === at.path && place.anchor.code === at.code;
    if (annotation === null && attempt !== null && body === words && isThere) return draft;
  }
  return undefined;
}

function blank(id: string, body: string, uri: string, anchor: Draft['place']['anchor']): Draft {
  const updatedAt = new Date().toISOString();
  return {
    ...{ id, body, updatedAt, place: { uri, anchor }, kind: 'publish' },
    ...{ annotation: null, thread: null, attempt: null },
  };
}

/** A note's words at the lines where it is by now; where it was tried before, that try goes on. */
async function draftOf(
  annotations: Annotations,
  note: Annotation,
  drawn: FromEditor | undefined,
): Promise<Draft> {
  const begun = annotations.publishing.unsentOf(note.id);
  if (begun?.draft.attempt && begun.draft.body === note.body) return begun.draft;
  const uri = drawn?.thread.uri ?? annotations.threads.threadsOf(note.id)[0]?.uri;
  const lines = uri && annotations.threads.linesOf(uri, note.id);
  const [newest] = note.anchors;
  const spot = uri && lines ? await annotations.spot(uri, lines) : undefined;
  const anchor = spot?.anchor ?? newest;
  if (!anchor) throw new CairnError('not-found', vscode.l10n.t('Nothing tells where this note belongs.'));
  const file = uri ?? (await fileOf(anchor));
  const draft = blank(begun?.draft.id ?? newId(), note.body, file?.toString() ?? '', anchor);
  return { ...draft, annotation: note.id };
}

async function send(deps: Deps, draft: Draft, how: How, isPerson: boolean): Promise<unknown> {
  const { publishing } = await deps.annotations.load();
  try {
    const { commentId, url, isPending } = await publishing.publish(draft, how, isPerson ? questions : given);
    return { annotation: draft.annotation ?? draft.id, comment: commentId, url, isPending };
  } catch (error) {
    // Nobody can choose beforehand how a program's words are kept: it has them. What may have arrived is still looked up.
    if (!isPerson && draft.annotation === null && !publishing.unsent.get(draft.id)?.draft.attempt)
      await publishing.forget(draft.id);
    throw error;
  }
}
