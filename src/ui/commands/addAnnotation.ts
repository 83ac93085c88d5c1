import * as vscode from 'vscode';
import { newId } from '../../journal/id.ts';
import { CairnError } from '../../model/errors.ts';
import { tags } from '../../model/state.ts';
import type { Spot } from '../annotations/annotations.ts';
import { linesOfRange, rangeOf } from '../annotations/noteThreads.ts';
import { added } from '../annotations/publishedNotes.ts';
import { canBeAnnotated } from '../annotations/register.ts';
import { booleanArgument, invalid, objectArgument, textArgument, wordArgument } from './ask.ts';
import { fromEditor } from './chosenAnnotation.ts';
import { goalById } from './chosenGoal.ts';
import type { Command, Deps } from './deps.ts';

/** As much as GitHub takes in a comment. */
export const longestBody = 65_536;

/**
 * `cairn.addAnnotation({uri?, startLine?, endLine?, body?, isPrivate?, tag?, goals?})`: puts a note to lines of a
 * file (1-based, both included). Without a body VS Code's comment box is opened there, at the selection where no
 * lines are given. Returns `{id}`.
 */
export const addAnnotation: Command = async (deps, ...args) => {
  const given = objectArgument(args[0] instanceof vscode.Uri ? { uri: args[0] } : args[0]) ?? {};
  const body = textArgument(given.body, 'body', longestBody);
  const { uri, range } = placeArgument(given);
  if (body === undefined) return openBox(deps, uri, range);
  const tag = wordArgument(given.tag, 'tag', tags) ?? null;
  const isPrivate = booleanArgument(given.isPrivate, 'isPrivate') ?? false;
  await deps.store.load();
  const goals = goalsArgument(deps, given.goals);
  const spot = await (await deps.annotations.load()).spot(uri, linesOfRange(range));
  return addNote(deps, { id: newId(), spot, body, isPrivate, tag, goals });
};

/** "Keep as Note" below a comment box. */
export const keepNote: Command = (deps, box) => keep(deps, box, false);

/** "Keep as Private Note" below a comment box. */
export const keepPrivateNote: Command = (deps, box) => keep(deps, box, true);

async function keep(deps: Deps, value: unknown, isPrivate: boolean): Promise<unknown> {
  const drawn = fromEditor(value);
  // A program has no box.
  if (!drawn) return addAnnotation(deps, { ...objectArgument(value), isPrivate });
  const annotations = await deps.annotations.load();
  const { thread } = drawn;
  const unsent = annotations.publishing.unsent.get(drawn.draftId ?? annotations.threads.idOf(thread) ?? '');
  const text = drawn.text ?? unsent?.draft.body ?? '';
  if (text.trim() === '') throw invalid(vscode.l10n.t('Write something first.'));
  const id = unsent?.draft.id ?? annotations.keeper.take(annotations.boxes.boxOf(thread));
  annotations.threads.adopt(id, thread);
  try {
    const spot = await annotations.spotOf(thread);
    const made = await addNote(deps, { id, spot, body: text, isPrivate, tag: null, goals: [] });
    if (unsent) await annotations.publishing.forget(id);
    await annotations.keeper.done(id);
    return made;
  } catch (error) {
    annotations.threads.release(id);
    await annotations.keeper.giveBack(id);
    throw error;
  }
}

type NewNote = {
  id: string;
  spot: Spot;
  body: string;
  isPrivate: boolean;
  tag: 'keep' | 'stop' | 'start' | null;
  goals: string[];
};

async function addNote(
  { store }: Deps,
  { id, spot, body, isPrivate, tag, goals }: NewNote,
): Promise<{ id: string }> {
  const { anchor, number } = spot;
  await store.perform(added(id, body, anchor, number, { tag, goals }), { isPrivate });
  return { id };
}

/** Where the arguments say, else the selection of the editor. */
export function placeArgument(given: Record<string, unknown>): { uri: vscode.Uri; range: vscode.Range } {
  const editor = vscode.window.activeTextEditor;
  const uri = uriArgument(given.uri) ?? editor?.document.uri;
  if (!uri || !canBeAnnotated(uri))
    throw new CairnError('not-found', vscode.l10n.t('Open a file first: a note belongs to lines of a file.'));
  // The menu of the line numbers names one line.
  const startLine = lineArgument(given.startLine ?? given.lineNumber, 'startLine');
  const endLine = lineArgument(given.endLine, 'endLine') ?? startLine;
  if (startLine !== undefined && endLine !== undefined) {
    if (endLine < startLine)
      throw invalid(vscode.l10n.t('"{0}" must not be before "{1}".', 'endLine', 'startLine'));
    return { uri, range: rangeOf({ startLine, endLine }) };
  }
  if (editor?.document.uri.toString() !== uri.toString())
    throw invalid(vscode.l10n.t('"{0}" must be a line of the file, from 1 on.', 'startLine'));
  const { start, end } = editor.selection;
  // A selection of whole lines ends at the beginning of the line after them.
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return { uri, range: new vscode.Range(start.line, 0, last, 0) };
}

function uriArgument(value: unknown): vscode.Uri | undefined {
  if (value === undefined || value === null) return undefined;
  if (value instanceof vscode.Uri) return value;
  const text = textArgument(value, 'uri', 20_000)!;
  try {
    return vscode.Uri.parse(text, true);
  } catch {
    throw invalid(vscode.l10n.t('"{0}" must be the address of a file, like file:///…', 'uri'));
  }
}

function lineArgument(value: unknown, name: string): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Number.isSafeInteger(value) || (value as number) < 1)
    throw invalid(vscode.l10n.t('"{0}" must be a line of the file, from 1 on.', name));
  return value as number;
}

function goalsArgument({ store }: Deps, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.length > 20)
    throw invalid(vscode.l10n.t('"{0}" must be a list of ids of goals.', 'goals'));
  return [...new Set(value.map((id) => goalById(store.goals, textArgument(id, 'goals', 200) ?? '').id))];
}

async function openBox(deps: Deps, uri: vscode.Uri, range: vscode.Range): Promise<void> {
  const { boxes, threads, ranges } = await deps.annotations.load();
  const key = uri.toString();
  const isShown = vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === key);
  if (!isShown) ranges.forget(uri);
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), {
    selection: new vscode.Range(range.end, range.end),
    preserveFocus: false,
  });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  if (!ranges.isOffered || threads.isTaken(uri, range.end.line + 1)) return boxes.openBeside(uri, range);
  await ranges.known(uri);
  await vscode.commands.executeCommand('workbench.action.addComment', {
    range: {
      startLineNumber: range.start.line + 1,
      startColumn: 1,
      endLineNumber: range.end.line + 1,
      endColumn: 1,
    },
    fileComment: false,
  });
  // Where a thread of somebody else stands on the line, VS Code has only folded or unfolded that.
  if (!(await boxes.isOpenAt(uri, range.end.line))) await boxes.openBeside(uri, range);
}
