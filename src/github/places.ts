import { join } from 'node:path';
import { CairnError } from '../model/errors.ts';

/** Devices that Windows finds under these names in every folder. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/;

/**
 * The cache's folder for a repository. Names come from settings and from servers, so that they are checked:
 * no name leads out of the folder. Names differ by more than case on no host, and by case on no Mac.
 *
 * @throws CairnError `invalid-argument` for what is not `owner/name`
 */
export function folderOf(folder: string, host: string, repository: string): string {
  const { owner, name } = splitRepository(repository);
  const server = host
    .toLowerCase()
    .replace(/[^a-z0-9.-]/g, '_')
    .replace(/^\.+/, '_');
  return join(folder, server || '_', safe(owner), safe(name));
}

/**
 * The two parts of `owner/name`.
 *
 * @throws CairnError `invalid-argument` for anything that GitHub would not take as such a name
 */
export function splitRepository(repository: string): { owner: string; name: string } {
  const [, owner, name] =
    /^([A-Za-z0-9][A-Za-z0-9_-]{0,99})\/([A-Za-z0-9._-]{1,100})$/.exec(repository) ?? [];
  if (owner === undefined || name === undefined || /^\.{1,2}$/.test(name)) {
    const shown = repository.slice(0, 100);
    throw new CairnError('invalid-argument', `“${shown}” is not a repository. Write it as owner/name.`);
  }
  return { owner, name };
}

/**
 * Checks that a login can stand in a search without becoming a part of it.
 *
 * @throws CairnError `invalid-argument`
 */
export function checkLogin(login: string): string {
  if (/^[A-Za-z0-9_-]{1,100}$/.test(login)) return login;
  throw new CairnError('invalid-argument', `“${login.slice(0, 100)}” is not a GitHub login.`);
}

function safe(name: string): string {
  const lower = name.toLowerCase().replace(/\.$/, '._');
  return reserved.test(lower) ? `_${lower}` : lower;
}
