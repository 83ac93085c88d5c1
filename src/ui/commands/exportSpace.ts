import { promises as files } from 'node:fs';
import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { Pairing } from '../../model/session.ts';
import { exportWords } from '../words/exportWords.ts';
import { activePlaces, nameOf } from './activePlaces.ts';
import { booleanArgument, cancelled, invalid, objectArgument, pick, wordArgument } from './ask.ts';
import type { Command, Deps } from './deps.ts';
import { fileArgument } from './fileInput.ts';

const formats = ['markdown', 'json'] as const;
type Format = (typeof formats)[number];
/** Larger files are not imported, in bytes. */
const largest = 256 * 1024 * 1024;
/** Characters that some system has no room for in a file's name. */
const noName = /[^\p{L}\p{N} ._-]+/gu;

/**
 * `cairn.exportSpace({ format, file, includePrivate? }?)`: the active space as a page to read (`markdown`) or as
 * everything that was said in it, event by event (`json`). What is private goes along where that is asked for.
 * Resolves to `{ file }`.
 */
export const exportSpace: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  const wanted = {
    format: wordArgument(given?.format, 'format', formats),
    file: fileArgument(given?.file),
    includePrivate: booleanArgument(given?.includePrivate, 'includePrivate'),
  };
  if (given && !wanted.format) throw invalid(vscode.l10n.t('"format" is missing: markdown or json?'));
  if (given && !wanted.file) throw invalid(vscode.l10n.t('"file" is missing: where to?'));
  const { space } = await activePlaces(deps);
  const named = await nameOf(space.folder);
  const format = wanted.format ?? (await askFormat());
  const includePrivate = wanted.includePrivate ?? (given ? false : await askPrivate(deps));
  const file = wanted.file ?? (await askFile(named.name, format));
  const text =
    format === 'json'
      ? await asJson(deps, named, includePrivate)
      : await asPage(deps, named.name, includePrivate);
  try {
    await vscode.workspace.fs.writeFile(file, Buffer.from(text));
  } catch (error) {
    throw new CairnError(
      'not-found',
      vscode.l10n.t('The file cannot be written: {0}. Choose another place.', file.fsPath),
      { cause: error },
    );
  }
  if (!given) void show(file, format, includePrivate);
  if (format === 'json' && Buffer.byteLength(text) > largest) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The file is larger than 256 MB: it is whole, but Cairn does not import it.'),
    );
  }
  return { file: file.fsPath };
};

/** Everything that was said: also the lines that only a newer Cairn knows, which is why the files are read. */
async function asJson(
  deps: Deps,
  named: { id: string | null; name: string },
  includePrivate: boolean,
): Promise<string> {
  const [{ exportText, toExport }, { readFound }] = await Promise.all([
    import('../../model/exportSpace.ts'),
    import('../../journal/backup/spaceFiles.ts'),
  ]);
  const { space } = await activePlaces(deps);
  const found = await readFound(files, space, (file, error) =>
    deps.log.warn(`${file} is not in the export: ${error}`),
  );
  const exportedAt = new Date().toISOString();
  return exportText(toExport(found, space.records.isPrivate, { ...named, exportedAt, includePrivate }));
}

async function asPage({ store }: Deps, name: string, includePrivate: boolean): Promise<string> {
  const [{ toMarkdown }, { shownState }, { timeAtKeyboard }] = await Promise.all([
    import('../../model/exportMarkdown.ts'),
    import('../../model/shownState.ts'),
    import('../../sessions/keyboard.ts'),
  ]);
  const events = await store.events();
  const { isPrivate } = store.records;
  const state = shownState(events, isPrivate, includePrivate, (id) => store.getFeedback(id));
  const now = new Date();
  const keyboard = (pairing: Pairing) => timeAtKeyboard([pairing], now).people;
  const exportedOn = now.toISOString().slice(0, 10);
  return toMarkdown({ ...state, name, exportedOn, keyboard }, exportWords());
}

const askFormat = (): Promise<Format> =>
  pick<Format>(vscode.l10n.t('How do you want to take the space along?'), [
    {
      label: `$(markdown) ${vscode.l10n.t('To read')}`,
      description: 'Markdown',
      detail: vscode.l10n.t('Goals, next actions, sessions and feedback on one page.'),
      value: 'markdown',
    },
    {
      label: `$(json) ${vscode.l10n.t('To keep, or to import elsewhere')}`,
      description: 'JSON',
      detail: vscode.l10n.t('Everything that was said, event by event.'),
      value: 'json',
    },
  ]);

/** Nobody is asked who keeps nothing private. */
export async function askPrivate({ store }: Deps): Promise<boolean> {
  const hasPrivate = (await store.events()).some((event) => event.isPrivate);
  if (!hasPrivate) return false;
  return pick(vscode.l10n.t('Shall what you keep private go along?'), [
    {
      label: vscode.l10n.t('No'),
      description: vscode.l10n.t('only what is shared, or may be'),
      value: false,
    },
    {
      label: vscode.l10n.t('Yes, with my private words'),
      description: vscode.l10n.t('marked as private; whoever gets the file can read them'),
      value: true,
    },
  ]);
}

async function askFile(name: string, format: Format): Promise<vscode.Uri> {
  // Not the open folder: what is said in a mentorship does not belong among code that others read.
  const folder = vscode.Uri.file(homedir());
  const file = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folder, `${fileName(name)}.${format === 'json' ? 'cairn.json' : 'md'}`),
    filters: format === 'json' ? { JSON: ['json'] } : { Markdown: ['md'] },
    title: vscode.l10n.t('Export the space'),
  });
  if (!file) throw cancelled();
  return file;
}

/** The name of a space as that of a file. */
export const fileName = (name: string): string =>
  name.replace(noName, ' ').replace(/\s+/g, ' ').trim().slice(0, 100) || 'space';

async function show(file: vscode.Uri, format: Format, includePrivate: boolean): Promise<void> {
  vscode.window.setStatusBarMessage(
    includePrivate
      ? `$(lock) ${vscode.l10n.t('Cairn: exported, with your private words.')}`
      : vscode.l10n.t('Cairn: exported, without what you keep private.'),
    8000,
  );
  if (format === 'markdown') await vscode.window.showTextDocument(file, { preview: true });
}
