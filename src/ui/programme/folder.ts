import { promises as fs } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { OwnKind } from '../../programme/roster/disk.ts';
import type { Programme } from '../../programme/roster/types.ts';
import { settings } from '../ids.ts';

/**
 * The folder that a programme's people share, from the user's own settings; `null` where none is chosen or the setting
 * is no whole path. The setting is machine-scoped, so that a repository can never name a folder to write into.
 */
export function programmeFolder(): string | null {
  const found: unknown = vscode.workspace.getConfiguration('cairn').get(settings.programmeFolder);
  const written = typeof found === 'string' ? found.trim() : '';
  const path = /^~(?=[\\/]|$)/.test(written) ? join(homedir(), written.slice(1)) : written;
  return isAbsolute(path) ? resolve(path) : null;
}

/**
 * What the programme's folder holds, read anew. Files that cannot be read are among its `problems`. Throws CairnError
 * 'no-programme' where no folder is chosen, and 'bad-programme' where there is none.
 */
export async function readProgramme(): Promise<Programme> {
  const folder = await existing();
  const { readProgrammeFolder } = await import('../../programme/roster/programme.ts');
  return readProgrammeFolder(folder);
}

/**
 * Writes a file of one's own as pretty JSON, whole or not at all, and resolves to its path. `name` is a login or the id
 * of a space. Throws as `readProgramme` does, and CairnError 'bad-programme' where the disk refuses.
 */
export async function writeOwn(kind: OwnKind, name: string, json: unknown): Promise<string> {
  const folder = await existing();
  const { isOwnName, writeOwnFile } = await import('../../programme/roster/disk.ts');
  if (!isOwnName(name))
    throw new CairnError('invalid-argument', vscode.l10n.t('A file of a programme cannot be called this.'));
  try {
    return await writeOwnFile(folder, kind, name, json);
  } catch (error) {
    throw new CairnError(
      'bad-programme',
      vscode.l10n.t('Your file could not be written into {0}. Check the disk and your rights.', folder),
      { detail: error instanceof Error ? error.message : String(error), cause: error },
    );
  }
}

/** Checked at each use: a network drive comes and goes. */
async function existing(): Promise<string> {
  const folder = programmeFolder();
  if (folder === null)
    throw new CairnError(
      'no-programme',
      vscode.l10n.t('No programme folder is chosen. Use "Cairn: Choose Programme Folder".'),
    );
  const stat = await fs.stat(folder).catch(() => null);
  if (!stat?.isDirectory())
    throw new CairnError(
      'bad-programme',
      vscode.l10n.t(
        'The programme folder {0} is not there. Connect the drive, clone it again, or use "Cairn: Choose Programme Folder".',
        folder,
      ),
      { detail: folder },
    );
  return folder;
}
