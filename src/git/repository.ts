import fs from 'node:fs';
import path from 'node:path';
import { CairnError } from '../model/errors.ts';
import type { Where } from './environment.ts';
import type { Git } from './git.ts';
import { parseRemote } from './remote.ts';
import type { Remote } from './types.ts';

/** The branch of a shared space, at the remote. */
export const branch = 'refs/heads/main';
/** What the remote had when a sync last ended well. */
export const lastSeen = 'refs/remotes/origin/main';

/** Nobody but Cairn writes to the repository of a space; settings that could start programs are somebody else's. */
const trusted =
  /^(core\.(repositoryformatversion|filemode|bare|logallrefupdates|ignorecase|precomposeunicode|symlinks)|extensions\.(objectformat|refstorage)|remote\.origin\.(url|fetch)|branch\..*|user\.(name|email)|gc\..*)$/;

/** A lock file of git's this old, in milliseconds, was left behind by a git that was killed. */
const staleLock = 3000;
const staleScratch = 60 * 60_000;

export function whereOf(space: string): Where {
  return { gitDir: path.join(space, '.git'), cwd: space };
}

/** A folder in the repository for files that are being written. */
export function scratchOf({ gitDir }: Where): string {
  return path.join(gitDir, 'cairn');
}

/** Whether the folder has a repository at all. @throws CairnError 'bad-space' where its `.git` is no folder */
export async function hasRepository(space: string): Promise<boolean> {
  const { gitDir } = whereOf(space);
  const stats = await fs.promises.lstat(gitDir).catch(() => null);
  if (!stats) return false;
  if (!stats.isDirectory()) {
    throw new CairnError(
      'bad-space',
      'The .git of this space is no folder. Remove it, then share the space again.',
      {
        detail: gitDir,
      },
    );
  }
  return fs.existsSync(path.join(gitDir, 'config'));
}

/** Makes the repository, or completes one whose making was cut off. Nothing is checked out, ever. */
export async function initRepository(git: Git, space: string, oidLength = 20): Promise<Where> {
  await hasRepository(space);
  const where = whereOf(space);
  const format = oidLength === 32 ? ['--object-format=sha256'] : [];
  const settings = ['-c', 'init.defaultBranch=main', '-c', 'init.defaultObjectFormat=sha1'];
  await git.local(where, [...settings, 'init', '--quiet', '--template=', ...format]);
  return where;
}

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

/** Sets a reference where it still has the value that it had; a lock that a killed git left is waited out. */
export async function moveRef(
  git: Git,
  where: Where,
  name: string,
  to: string,
  from: string | null,
): Promise<void> {
  const old = from ?? '0'.repeat(to.length);
  await patiently(where, () => git.local(where, ['update-ref', '--no-deref', name, to, old]));
}

/** The object that a reference names, `null` while there is none. */
export async function readRef(git: Git, where: Where, name: string): Promise<string | null> {
  const { stdout } = await git.local(where, ['rev-parse', '--verify', '--quiet', name], {
    accepts: ({ code }) => code === 1,
  });
  return stdout.toString().trim() || null;
}

/** Removes what a git or a Cairn that was killed left behind. */
export async function tidy(where: Where, now = Date.now()): Promise<void> {
  const { gitDir } = where;
  for (const name of ['index', 'HEAD', 'config', 'packed-refs', 'shallow', lastSeen, branch]) {
    await removeOld(path.join(gitDir, `${name}.lock`), now - staleLock);
  }
  for (const folder of [scratchOf(where), path.join(gitDir, incomingFolder)]) {
    for (const name of await fs.promises.readdir(folder).catch(() => [])) {
      await removeOld(path.join(folder, name), now - staleScratch);
    }
  }
}

const broken =
  /bad object|corrupt|broken|missing (blob|tree|commit|object)|did not send all necessary objects|unable to (read|resolve|find|unpack)|could not read|invalid (sha1|object|packfile|index-pack)|bad (ref|tree|config)|loose object|not a git repository/i;

/**
 * Does `work`; where git stumbles over the repository here, as a power loss can leave it, the repository is made anew
 * and the work is done again. Nothing is lost: it is a cache of the journal and the remote.
 */
export async function withRepair<T>(git: Git, where: Where, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isBroken =
      error instanceof CairnError && error.code === 'git-failed' && broken.test(error.detail ?? '');
    if (!isBroken) throw error;
    git.options.log?.(`The repository is made anew: ${error.detail}`);
    const settings = await readSettings(git, where);
    for (const name of await fs.promises.readdir(where.gitDir)) {
      if (name === 'config') continue;
      await fs.promises.rm(path.join(where.gitDir, name), { recursive: true, force: true, maxRetries: 3 });
    }
    await initRepository(git, where.cwd, settings.get('extensions.objectformat') === 'sha256' ? 32 : 20);
    return work();
  }
}

/** Where fetched heads are named while a sync works on them: each by a name of its own, so that no two collide. */
export const incomingFolder = 'refs/cairn';

async function removeOld(file: string, before: number): Promise<void> {
  const stats = await fs.promises.lstat(file).catch(() => null);
  if (stats && stats.mtimeMs < before) await fs.promises.rm(file, { force: true });
}

async function patiently<T>(where: Where, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CairnError) || !/\.lock'?: File exists|could not lock/i.test(error.detail ?? ''))
      throw error;
    await new Promise((resolve) => setTimeout(resolve, staleLock));
    await tidy(where);
    return work();
  }
}

/**
 * Packs what has come together, when it is much: each sync leaves some objects. Nothing depends on it.
 * The sync's own objects of the last hour stay, whoever needs them.
 */
export async function clearUp(git: Git, where: Where, signal?: AbortSignal): Promise<void> {
  const settings = ['gc.auto=400', 'gc.autoPackLimit=20', 'gc.pruneExpire=1.hour.ago', 'gc.packRefs=false'];
  try {
    await git.local(where, [...settings.flatMap((setting) => ['-c', setting]), 'gc', '--auto', '--quiet'], {
      signal,
    });
  } catch (error) {
    git.options.log?.(`Not packed: ${error instanceof CairnError ? error.detail : error}`);
  }
}
