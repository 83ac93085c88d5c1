import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { plainLine } from '../../model/plainLine.ts';
import { meantFor } from '../../programme/knowledge/tour/leaveOut.ts';
import { mostStops } from '../../programme/knowledge/tour/tour.ts';
import { folderFor, tourFile, tourText } from '../knowledge/tourFile.ts';
import { type Draft, stopOfFeedback, stopOfNote } from '../knowledge/tourStops.ts';
import { ask, booleanArgument, cancelled, invalid, objectArgument, textArgument } from './ask.ts';
import { knowledgeById } from './chosenKnowledge.ts';
import type { Command, Deps } from './deps.ts';
import { askPrivate, refusePrivate } from './privateInTour.ts';
import { askSource, conversationOf, type Source } from './tourInput.ts';

/**
 * `cairn.exportTour({ knowledge?: ids, feedback?: ids, conversation?: id, theme?: id, title?, ref?, isOverwriting?, includesPrivate? }?)`:
 * writes `.tours/<title>.tour` for CodeTour, a step for each knowledge note, each piece of feedback with its thread, each
 * thread of the pull request that `conversation` is part of, or each piece of a theme's feedback, in that order. `ref` is a
 * commit, tag or branch at which the code is shown; without it the steps follow the code. A person is asked what, for a
 * title, and whether others shall read what is private. Resolves to `{ file, steps, withoutCode }`. Throws
 * 'invalid-argument' where there is such a tour already, or something is private, and the arguments do not say that this
 * is meant.
 */
export const exportTour: Command = async (deps, argument, options) => {
  const given = objectArgument(argument) ?? {};
  const isPerson = (argument ?? null) === null || (typeof options === 'object' && options !== null);
  const title = textArgument(given.title, 'title', 200)?.trim();
  const ref = textArgument(given.ref, 'ref', 200) ?? null;
  if (ref !== null && !/^\w[\w./-]*$/.test(ref))
    throw invalid(vscode.l10n.t('"{0}" must be the name of a commit, a tag or a branch.', 'ref'));
  await deps.store.load();
  const chosen = (await sourceArgument(deps, given)) ?? (isPerson ? await askSource(deps) : null);
  if (!chosen)
    throw invalid(
      vscode.l10n.t('Name what the tour is made of: knowledge, feedback, a conversation or a theme.'),
    );
  const source = await meantFor(chosen, {
    threadOf: ({ id }) => threadOf(deps, id),
    all: deps.store.allFeedback,
    isMeant: booleanArgument(given.includesPrivate, 'includesPrivate') ?? false,
    ask: isPerson ? askPrivate : refusePrivate,
  });
  const drafts = await draftsOf(deps, source);
  const name = title ?? (isPerson ? await askTitle(source) : source.title);
  const folder = folderFor(drafts);
  const text = tourText(folder, { title: name, ref, drafts });
  const isOverwriting = booleanArgument(given.isOverwriting, 'isOverwriting') ?? false;
  const file = await freeFile(folder, name, { isPerson, isOverwriting });
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const withoutCode = drafts.filter(({ at }) => at === null).length;
  if (isPerson) void say(file, drafts.length, withoutCode);
  return { file: file.toString(), steps: drafts.length, withoutCode };
};

async function sourceArgument(deps: Deps, given: Record<string, unknown>): Promise<Source | null> {
  if (given.knowledge !== undefined) {
    const notes = idsArgument(given.knowledge, 'knowledge').map((id) => knowledgeById(deps, id));
    return { title: vscode.l10n.t('Good to know'), notes, feedback: [] };
  }
  const title = vscode.l10n.t('A review');
  const byId = (id: string) => {
    const found = deps.store.getFeedback(id);
    if (found && deps.store.feedback.includes(found)) return found;
    throw new CairnError('not-found', `There is no feedback with the id ${id.slice(0, 80)}. Pull first?`);
  };
  if (given.feedback !== undefined)
    return { title, notes: [], feedback: idsArgument(given.feedback, 'feedback').map(byId) };
  const conversation = textArgument(given.conversation, 'conversation', 200);
  if (conversation !== undefined) return conversationOf(deps, byId(conversation));
  const theme = textArgument(given.theme, 'theme', 200);
  if (theme === undefined) return null;
  const { themeBy } = await import('./chosenTheme.ts');
  const found = themeBy(await deps.growth.themes(), theme);
  const feedback = found.feedbackIds.flatMap((id) => deps.store.feedback.find((one) => one.id === id) ?? []);
  return { title: plainLine(found.name, 80), notes: [], feedback };
}

function idsArgument(value: unknown, name: string): string[] {
  const ids = Array.isArray(value) ? value : [value];
  if (ids.length === 0 || ids.length > mostStops || ids.some((id) => typeof id !== 'string'))
    throw invalid(vscode.l10n.t('"{0}" must be a list of 1 to {1} ids.', name, mostStops));
  return [...new Set(ids as string[])];
}

const threadOf = ({ store }: Deps, id: string): string => store.thread(id)?.thread.id ?? id;

async function draftsOf(deps: Deps, { notes, feedback }: Source): Promise<Draft[]> {
  const drafts: Draft[] = [];
  for (const note of notes) drafts.push(await stopOfNote(note));
  // Of a thread one step is enough.
  const told = new Set<string>();
  for (const item of feedback) {
    const thread = threadOf(deps, item.id);
    if (told.has(thread)) continue;
    told.add(thread);
    drafts.push(await stopOfFeedback(deps.store, item));
  }
  if (drafts.length === 0)
    throw new CairnError('not-found', vscode.l10n.t('There is nothing to make a tour of.'));
  return drafts.slice(0, mostStops);
}

const askTitle = async ({ title }: Source): Promise<string> =>
  (
    await ask({
      prompt: vscode.l10n.t('Title of the tour; its file is named after it'),
      value: title,
      validate: (text) => (text.trim() === '' ? vscode.l10n.t('A tour needs a title.') : undefined),
    })
  ).trim();

async function freeFile(
  folder: vscode.WorkspaceFolder,
  title: string,
  { isPerson, isOverwriting }: { isPerson: boolean; isOverwriting: boolean },
): Promise<vscode.Uri> {
  for (let name = title, n = 2; ; name = `${title} ${n++}`) {
    const { file, isThere } = await tourFile(folder, name);
    if (!isThere || isOverwriting) return file;
    const said = vscode.l10n.t('There is a tour {0} already.', vscode.workspace.asRelativePath(file));
    if (!isPerson) throw invalid(vscode.l10n.t('{0} Say "isOverwriting: true" to replace it.', said));
    const [replace, another] = [vscode.l10n.t('Replace It'), vscode.l10n.t('Write Another One')];
    const answer = await vscode.window.showWarningMessage(said, { modal: true }, another, replace);
    if (answer === replace) return file;
    if (answer !== another) throw cancelled();
  }
}

async function say(file: vscode.Uri, steps: number, withoutCode: number): Promise<void> {
  const where = vscode.workspace.asRelativePath(file);
  const done = vscode.l10n.t(
    'The tour is in {0} (steps: {1}). The extension CodeTour plays it.',
    where,
    steps,
  );
  const left = vscode.l10n.t('Steps whose code was not found, told in words alone: {0}.', withoutCode);
  const open = vscode.l10n.t('Open File');
  const answer = await vscode.window.showInformationMessage(withoutCode > 0 ? `${done} ${left}` : done, open);
  if (answer === open) await vscode.window.showTextDocument(file);
}
