import { randomUUID } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { TemplateFile } from '../programme/templates.ts';

/** What happens with a file that is there: it goes, it stays and that is an error, or somebody is asked. */
type WhenThere = boolean | 'refuse' | (() => Promise<boolean>);

/**
 * Copies a shipped file into a team's folder; whole or not at all, and never through a link.
 * @returns whether it was written; `false` where what is there stays
 * @throws CairnError 'invalid-argument' where it is there and must stay; 'bad-programme' where the disk refuses
 */
export async function copyToTeam(file: TemplateFile, folder: string, whenThere: WhenThere): Promise<boolean> {
  const { name, text } = file;
  const path = join(folder, name);
  try {
    await fs.mkdir(folder, { recursive: true });
    try {
      // Fails where anything of that name is there, a link that leads nowhere included.
      await fs.writeFile(path, text, { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const isReplaced = typeof whenThere === 'function' ? await whenThere() : whenThere;
    if (isReplaced === 'refuse')
      throw new CairnError(
        'invalid-argument',
        vscode.l10n.t('Your team has a file “{0}” already. Say "replace" to write over it.', name),
      );
    if (!isReplaced) return false;
    const temporary = join(folder, `.${name}.${randomUUID()}.tmp`);
    await fs.writeFile(temporary, text, { flag: 'wx' });
    await fs.rename(temporary, path);
    return true;
  } catch (error) {
    if (error instanceof CairnError) throw error;
    throw new CairnError(
      'bad-programme',
      vscode.l10n.t('The file could not be written into {0}. Check the disk and your rights.', folder),
      { detail: error instanceof Error ? error.message : String(error), cause: error },
    );
  }
}
