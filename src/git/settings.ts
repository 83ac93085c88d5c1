import fs from 'node:fs';
import path from 'node:path';
import { CairnError } from '../model/errors.ts';
import type { Where } from './environment.ts';
import type { Git } from './git.ts';
import { parseRemote } from './remote.ts';
import { hasRepository, whereOf } from './repository.ts';
import type { Remote } from './types.ts';
import { patiently } from './upkeep.ts';

/** Nobody but Cairn writes to the repository of a space; settings that could start programs are somebody else's. */
const trusted =
  /^(core\.(repositoryformatversion|filemode|bare|logallrefupdates|ignorecase|precomposeunicode|symlinks)|extensions\.(objectformat|refstorage)|remote\.origin\.(url|fetch)|branch\..*|user\.(name|email))$/;

/**
 * The settings in the space's own repository.
 * @throws CairnError 'bad-space' where one of them is none of Cairn's
 */
export async function readSettings(git: Git, where: Where): Promise<Map<string, string>> {
  const file = path.join(where.gitDir, 'config');
  const stamp = await stampOf(file);
  const known = readBefore.get(file);
  if (known && known.stamp === stamp && stamp !== '') return known.settings;
  const { stdout } = await git.local(where, ['config', '--file', file, '--no-includes', '--list', '-z'], {
    accepts: () => !fs.existsSync(file),
  });
  const settings = new Map<string, string>();
  for (const entry of stdout.toString('utf8').split('\0')) {
    if (entry === '') continue;
    const [name = '', ...value] = entry.split('\n');
    if (!trusted.test(name)) {
      throw new CairnError(
        'bad-space',
        `The settings of this space's repository hold “${name.slice(0, 100)}”, which Cairn does not trust. Take it out, or put it into your own git settings (git config --global).`,
        { detail: file },
      );
    }
    settings.set(name, value.join('\n'));
  }
  if (readBefore.size > 100) readBefore.clear();
  readBefore.set(file, { stamp, settings });
  return settings;
}

const readBefore = new Map<string, { stamp: string; settings: Map<string, string> }>();

async function stampOf(file: string): Promise<string> {
  const stats = await fs.promises.lstat(file, { bigint: true }).catch(() => null);
  return stats?.isFile() ? `${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}` : '';
}

/** The remote in the space's settings; `null` where the space is not shared. @throws CairnError 'bad-remote', 'bad-space' */
export async function remoteInSettings(git: Git, space: string): Promise<Remote | null> {
  if (!(await hasRepository(space))) return null;
  const url = (await readSettings(git, whereOf(space))).get('remote.origin.url');
  return url === undefined ? null : parseRemote(url);
}

export async function saveRemote(git: Git, where: Where, remote: Remote): Promise<void> {
  await patiently(where, () => git.local(where, ['config', '--local', 'remote.origin.url', remote.url]));
  // The one thing in here that cannot be made anew.
  const handle = await fs.promises.open(path.join(where.gitDir, 'config'), 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
