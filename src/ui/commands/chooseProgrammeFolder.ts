import { promises as fs } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { settings } from '../ids.ts';
import { programmeFolder } from '../programme/folder.ts';
import { cancelled, invalid, objectArgument, pick } from './ask.ts';
import type { Command, Deps } from './deps.ts';

/**
 * `cairn.chooseProgrammeFolder({ folder }?)`: the folder that the people of a programme share, a whole path; an empty one
 * chooses none. Kept in the user's own settings of this machine. Resolves to `{ folder }`, `null` for none.
 */
export const chooseProgrammeFolder: Command = async (_deps, argument) => {
  const given = objectArgument(argument);
  const folder = given ? await named(given.folder) : await asked();
  await vscode.workspace
    .getConfiguration('cairn')
    .update(settings.programmeFolder, folder ?? undefined, vscode.ConfigurationTarget.Global);
  return { folder };
};

/** Whoever is asked for a programme that was not chosen yet chooses it now. Throws 'cancelled'. */
export async function needFolder(deps: Deps): Promise<void> {
  if (programmeFolder() !== null) return;
  await pick(vscode.l10n.t('Your programme has no folder here yet'), [
    {
      label: `$(folder-opened) ${vscode.l10n.t('Choose the folder…')}`,
      detail: vscode.l10n.t(
        'A clone of the repository, or the drive, that your team shares for it. An empty folder begins a programme.',
      ),
      value: true,
    },
  ]);
  await chooseProgrammeFolder(deps);
}

async function named(value: unknown): Promise<string | null> {
  if (value === '' || value === null) return null;
  if (typeof value !== 'string' || value.length > 4000 || !isAbsolute(value))
    throw invalid(vscode.l10n.t('"folder" must be a whole path.'));
  const stat = await fs.stat(value).catch(() => null);
  if (!stat?.isDirectory())
    throw new CairnError('not-found', vscode.l10n.t('There is no folder {0}.', value));
  return resolve(value);
}

async function asked(): Promise<string> {
  const before = programmeFolder();
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('The folder that your programme shares: a clone of its repository, or a drive'),
    openLabel: vscode.l10n.t('Choose'),
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
    defaultUri: before === null ? undefined : vscode.Uri.file(before),
  });
  if (!chosen?.[0]) throw cancelled();
  return chosen[0].fsPath;
}
