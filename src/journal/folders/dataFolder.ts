import { isAbsolute, join } from 'node:path';
import { CairnError } from '../../model/errors.ts';

/**
 * The folder that the setting cairn.dataFolder means, `null` where it is empty. `~` stands for the home folder.
 * Throws CairnError 'bad-data-folder' for anything else that does not begin at the root: it would lie wherever VS Code
 * was started.
 */
export function parseDataFolder(setting: string, home: string): string | null {
  const text = setting.trim();
  if (text === '') return null;
  const path = /^~(?=[\\/]|$)/.test(text) ? join(home, text.slice(1)) : text;
  if (isAbsolute(path)) return path;
  throw new CairnError(
    'bad-data-folder',
    `“${text.slice(0, 200)}” is no folder for your journals: cairn.dataFolder must be a whole path, from the root or from ~ on.`,
  );
}
