import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { KnowledgeNote } from '../../model/mentorship.ts';
import { plainName, whatWords } from '../knowledge/words.ts';
import { invalid, pick } from './ask.ts';
import { plainIcons } from './chosenRecord.ts';
import type { Deps } from './deps.ts';

/**
 * The knowledge note that a command is about: by its id or `{ knowledge: id }`; else the one at the cursor, else the
 * one that the user picks. Throws 'not-found', 'invalid-argument', 'cancelled'.
 * @param isMeant of those that nobody named, the ones with which the command can do something
 */
export async function chosenKnowledge(
  deps: Deps,
  value: unknown,
  isMeant: (note: KnowledgeNote) => boolean = () => true,
): Promise<KnowledgeNote> {
  const { store } = deps;
  await store.load();
  const id = typeof value === 'object' && value !== null && 'knowledge' in value ? value.knowledge : value;
  if (id !== undefined && id !== null) {
    if (typeof id !== 'string') throw invalid(vscode.l10n.t('A knowledge note is named by its id.'));
    return knowledgeById(deps, id);
  }
  const meant = store.knowledge.filter(isMeant);
  const here = await atCursor(deps, meant);
  if (here) return here;
  if (meant.length === 0)
    throw new CairnError(
      'not-found',
      store.knowledge.length === 0
        ? vscode.l10n.t(
            'There is no knowledge note yet. Write one with "Cairn: Note What Others Should Know".',
          )
        : vscode.l10n.t('There is no knowledge note with which this could be done.'),
    );
  return pick(vscode.l10n.t('Which knowledge note?'), meant.toReversed().map(knowledgeItem));
}

/** Throws 'not-found'. */
export function knowledgeById({ store }: Pick<Deps, 'store'>, id: string): KnowledgeNote {
  const found = store.knowledge.find((note) => note.id === id);
  if (found) return found;
  throw new CairnError(
    'not-found',
    vscode.l10n.t('There is no knowledge note with the id {0}.', id.slice(0, 80)),
  );
}

/** A note in a list. */
export function knowledgeItem(note: KnowledgeNote): vscode.QuickPickItem & { value: KnowledgeNote } {
  const { anchor, isPrivate, topics } = note;
  const about = [
    anchor && `${plainName(anchor.path)}:${anchor.startLine}`,
    topics.map(plainName).join(', '),
    isPrivate && vscode.l10n.t('private'),
  ];
  return {
    label: `$(${isPrivate ? 'lock' : 'book'}) ${plainIcons(whatWords(note, 100))}`,
    description: plainIcons(about.filter(Boolean).join(' · ')),
    value: note,
  };
}

/** The only note whose lines the selection touches. */
async function atCursor(
  { knowledge }: Deps,
  meant: readonly KnowledgeNote[],
): Promise<KnowledgeNote | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || meant.length === 0) return undefined;
  const marks = await (await knowledge.load()).marks();
  await marks.draw();
  const { start, end } = editor.selection;
  const found = meant.filter(({ id }) => {
    const lines = marks.linesOf(editor.document.uri, id);
    return lines !== null && lines.startLine <= end.line + 1 && lines.endLine > start.line;
  });
  return found.length === 1 ? found[0] : undefined;
}
