import * as vscode from 'vscode';
import { hunkAnchor } from '../../growth/recall/hunkAnchor.ts';
import { findAnchor } from '../../model/anchor/index.ts';
import type { Anchor } from '../../model/events.ts';
import type { KnowledgeNote } from '../../model/mentorship.ts';
import { plainLine } from '../../model/plainLine.ts';
import type { Feedback } from '../../model/state.ts';
import type { Stop } from '../../programme/knowledge/tour/tour.ts';
import { fileOf } from '../annotations/place.ts';
import type { Store } from '../store.ts';
import { nameWord } from '../words/whose.ts';

/** A stop before it is known in which folder the tour will stand. */
export type Draft = Omit<Stop, 'place'> & { at: { file: vscode.Uri; text: string; line: number } | null };

const longestTitle = 100;

/** A knowledge note: what it is, and why it is so. */
export async function stopOfNote({ what, why, anchor, excerpt }: KnowledgeNote): Promise<Draft> {
  const at = anchor && (await placeNow(anchor));
  const parts = [
    { name: null, words: what },
    ...(why === null ? [] : [{ name: vscode.l10n.t('Why'), words: why }]),
    ...(anchor && !at ? gone(anchor) : []),
  ];
  return { title: plainLine(what, longestTitle), parts, url: excerpt?.url ?? null, at };
}

/** A piece of feedback with the whole conversation in its thread. */
export async function stopOfFeedback(store: Store, feedback: Feedback): Promise<Draft> {
  const { comments } = store.thread(feedback.id)?.thread ?? { comments: [] };
  const said = comments.filter(({ isMinimized }) => !isMinimized);
  const anchor = hunkAnchor(feedback);
  const at = anchor && (await placeNow(anchor));
  const spoken =
    said.length > 0
      ? said.map(({ author, body }) => ({ name: nameWord(author?.login ?? 'ghost'), words: body }))
      : [{ name: nameWord(feedback.author), words: feedback.body }];
  return {
    title: plainLine(said[0]?.body ?? feedback.body, longestTitle),
    parts: [...spoken, ...(anchor && !at ? gone(anchor) : [])],
    url: feedback.url,
    at,
  };
}

/** Where the code is by now, in the file as it is open or on the disk; `null` where that cannot be told. */
async function placeNow(anchor: Anchor): Promise<Draft['at']> {
  if (anchor.code.trim() === '') return null;
  const file = await fileOf(anchor);
  if (!file) return null;
  const document = await vscode.workspace.openTextDocument(file).then(
    (opened) => opened,
    () => null,
  );
  const text = document?.getText() ?? '';
  const lines = findAnchor(text, [anchor]);
  if (!lines) return null;
  // A step stands at a line that says something.
  const all = text.split(/\r\n|\r|\n/);
  let line = lines.startLine;
  while (line < lines.endLine && all[line - 1]?.trim() === '') line++;
  return { file, text, line };
}

const gone = ({ path, startLine, code }: Anchor): Stop['parts'] =>
  code.trim() === ''
    ? []
    : [{ name: vscode.l10n.t('The code then, {0}', `${path}:${startLine}`), words: code }];
