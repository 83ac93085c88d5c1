import { promises as files } from 'node:fs';
import { homedir } from 'node:os';
import * as vscode from 'vscode';
import type { ImportPlan } from '../../journal/import/importSpace.ts';
import { CairnError } from '../../model/errors.ts';
import type { JournalEvent } from '../../model/events.ts';
import { authorName } from '../author.ts';
import { activePlaces, nameOf } from './activePlaces.ts';
import { cancelled, invalid, objectArgument } from './ask.ts';
import type { Command } from './deps.ts';
import { fileArgument } from './fileInput.ts';

/**
 * `cairn.importSpace({ file }?)`: merges what `cairn.exportSpace` wrote as JSON into the active space, each event
 * once. Resolves to `{ added, known, byOthers, isPrivate, problems: [{ index, message }] }`; rejects with 'bad-import'.
 */
export const importSpace: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  const named = fileArgument(given?.file);
  if (given && !named) throw invalid(vscode.l10n.t('"file" is missing: which export?'));
  const file = named ?? (await askFile());
  const [{ parseExport }, { planImport }, { framed }] = await Promise.all([
    import('../../journal/import/importFile.ts'),
    import('../../journal/import/importSpace.ts'),
    import('../../journal/import/importFrame.ts'),
  ]);
  const { readFound } = await import('../../journal/backup/spaceFiles.ts');
  const parsed = parseExport(await textOf(file));
  const { space } = await activePlaces(deps);
  const here = {
    found: await readFound(files, space),
    writer: await space.writer(),
    author: authorName(deps.signIn),
    isPrivate: space.records.isPrivate,
  };
  const plan = planImport(parsed, here);
  for (const { index, message } of plan.problems) {
    deps.log.warn(`${file.fsPath}: event ${index} was not imported: ${message}`);
  }
  if (!given) await confirm(plan, (await nameOf(space.folder)).name);
  if (plan.events.length > 0) await deps.store.addEvents(framed(plan, here) as unknown as JournalEvent[]);
  if (!given) say(plan);
  const { events, known, byOthers, isPrivate, problems } = plan;
  return { added: events.length, known, byOthers, isPrivate, problems };
};

async function textOf(file: vscode.Uri): Promise<string> {
  const { largestImport } = await import('../../journal/import/importFile.ts');
  let bytes: Uint8Array;
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > largestImport) throw tooLarge();
    bytes = await vscode.workspace.fs.readFile(file);
  } catch (error) {
    if (error instanceof CairnError) throw error;
    throw new CairnError('not-found', vscode.l10n.t('The file cannot be read: {0}.', file.fsPath), {
      cause: error,
    });
  }
  if (bytes.length > largestImport) throw tooLarge();
  return new TextDecoder().decode(bytes);
}

const tooLarge = () =>
  new CairnError('bad-import', vscode.l10n.t('The file is larger than 256 MB; Cairn does not read it.'));

async function askFile(): Promise<vscode.Uri> {
  const [file] =
    (await vscode.window.showOpenDialog({
      defaultUri: vscode.Uri.file(homedir()),
      filters: { JSON: ['json'] },
      title: vscode.l10n.t('Import a space'),
      openLabel: vscode.l10n.t('Import'),
    })) ?? [];
  if (!file) throw cancelled();
  return file;
}

/** Nothing is added before somebody has read how much it is, and from whom. */
async function confirm(plan: ImportPlan, into: string): Promise<void> {
  const { events, known, problems, byOthers, isPrivate, name } = plan;
  const counts = vscode.l10n.t(
    'New events: {0}, known: {1}, cannot be read: {2}.',
    events.length,
    known,
    problems.length,
  );
  if (events.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing to import: {0}', counts));
    throw cancelled();
  }
  const details = [
    counts,
    isPrivate > 0 &&
      vscode.l10n.t('Private among them: {0}. They stay so, and only you see them.', isPrivate),
    byOthers > 0 &&
      vscode.l10n.t(
        'Written by others: {0}. They come in through you, so Cairn shows them as unverified.',
        byOthers,
      ),
    problems.length > 0 && vscode.l10n.t('"Cairn: Show Log" names what cannot be read, and why.'),
  ];
  const add = vscode.l10n.t('Add');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('Add what “{0}” holds to the space “{1}”?', name || '?', into),
    { modal: true, detail: details.filter(Boolean).join('\n\n') },
    add,
  );
  if (answer !== add) throw cancelled();
}

function say({ events, byOthers }: ImportPlan): void {
  const message =
    byOthers > 0
      ? vscode.l10n.t(
          'Cairn: imported events: {0}; by others, and so unverified: {1}.',
          events.length,
          byOthers,
        )
      : vscode.l10n.t('Cairn: imported events: {0}.', events.length);
  vscode.window.setStatusBarMessage(message, 8000);
}
