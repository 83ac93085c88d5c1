import * as vscode from 'vscode';
import type { Annotation } from '../../model/annotation.ts';
import { CairnError } from '../../model/errors.ts';
import { plainLine } from '../../model/plainLine.ts';
import { nameWord } from '../words/whose.ts';
import { invalid, pick } from './ask.ts';
import { plainIcons } from './chosenRecord.ts';
import type { Deps } from './deps.ts';

/** A thread of ours, a comment in it, or what VS Code makes of its box. */
export type FromEditor = {
  thread: vscode.CommentThread;
  /** What stands in its box, where one of that box's buttons was used. */
  text?: string;
  /** Of the comment whose button was used; see `DrawnNote`. */
  replyId?: string | null;
  draftId?: string | null;
};

/** What a button of a thread, a comment or a comment box hands over; `undefined` for anything else. */
export function fromEditor(value: unknown): FromEditor | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('collapsibleState' in value) return { thread: value as vscode.CommentThread };
  if ('thread' in value && typeof value.thread === 'object' && value.thread !== null)
    return value as FromEditor;
  return undefined;
}

/**
 * The annotation that a command is about: by its id, `{annotation: id}`, a thread or a comment of it; else the one at
 * the cursor, else the one that the user picks. Throws 'not-found', 'invalid-argument', 'cancelled'.
 * @param isMeant of those that nobody named, the ones with which the command can do something
 */
export async function chosenAnnotation(
  deps: Deps,
  value: unknown,
  isMeant: (note: Annotation) => boolean = () => true,
): Promise<Annotation> {
  const { store } = deps;
  await store.load();
  const byId = (id: unknown) => store.annotations.find((one) => one.id === id);
  const drawn = fromEditor(value);
  if (drawn) {
    const found = byId((await deps.annotations.load()).threads.idOf(drawn.thread));
    if (found) return found;
    throw new CairnError('not-found', vscode.l10n.t('There is no note here yet.'));
  }
  const id = typeof value === 'object' && value !== null && 'annotation' in value ? value.annotation : value;
  if (id !== undefined && id !== null) {
    if (typeof id !== 'string') throw invalid(vscode.l10n.t('A note is named by its id.'));
    const found = byId(id);
    if (found) return found;
    throw new CairnError('not-found', vscode.l10n.t('There is no note with the id {0}.', id.slice(0, 80)));
  }
  return (await atCursor(deps, isMeant)) ?? (await askAnnotation(deps, isMeant));
}

/** The only annotation on the lines of the selection. */
async function atCursor(
  { store, annotations }: Deps,
  isMeant: (note: Annotation) => boolean,
): Promise<Annotation | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { threads } = await annotations.load();
  const { start, end } = editor.selection;
  const found = store.annotations.filter((note) => {
    const lines = threads.linesOf(editor.document.uri, note.id);
    return isMeant(note) && lines !== null && lines.startLine <= end.line + 1 && lines.endLine > start.line;
  });
  return found.length === 1 ? found[0] : undefined;
}

function askAnnotation({ store }: Deps, isMeant: (note: Annotation) => boolean): Promise<Annotation> {
  const all = store.annotations.filter(({ isDeleted }) => !isDeleted);
  if (all.length === 0) throw new CairnError('not-found', vscode.l10n.t('There is no note yet.'));
  const notes = all.filter(isMeant);
  if (notes.length === 0)
    throw new CairnError('not-found', vscode.l10n.t('There is no note with which this could be done.'));
  // The newest first, those that are still to be dealt with before the others.
  const ordered = [...notes].reverse().sort((a, b) => Number(a.isResolved) - Number(b.isResolved));
  return pick(
    vscode.l10n.t('Which note?'),
    ordered.map((note) => ({
      label: plainIcons(plainLine(note.body, 80)),
      description: [
        nameWord(note.createdBy ?? ''),
        note.isPrivate ? vscode.l10n.t('private') : '',
        note.isResolved ? vscode.l10n.t('resolved') : '',
      ]
        .filter(Boolean)
        .join(' · '),
      detail: note.anchors[0] && `${note.anchors[0].path}:${note.anchors[0].startLine}`,
      value: note,
    })),
  );
}
