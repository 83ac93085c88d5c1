import fs from 'node:fs';
import path from 'node:path';
import { CairnError } from '../model/errors.ts';
import type { Where } from './environment.ts';
import type { Git } from './git.ts';
import { branch, incomingFolder, initRepository, lastSeen, scratchOf } from './repository.ts';

/** A lock file of git's this old, in milliseconds, was left behind by a git that was killed. */
const staleLock = 3000;
const staleScratch = 60 * 60_000;

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

/** Whether git complains of the repository here, not of the one at the other end. */
function isAboutHere(detail = ''): boolean {
  const lines = detail
    .split('\n')
    .filter((line) => !/remote: |remote side|upload-pack|receive-pack/.test(line));
  return broken.test(lines.join('\n'));
}

/**
 * Does `work`; where git stumbles over the repository here, as a power loss can leave it, the repository is made anew
 * and the work is done again. Nothing is lost: it is a cache of the journal and the remote.
 */
export async function withRepair<T>(git: Git, where: Where, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isBroken = error instanceof CairnError && error.code === 'git-failed' && isAboutHere(error.detail);
    if (!isBroken) throw error;
    git.options.log?.(`The repository is made anew: ${(error as CairnError).detail}`);
    for (const name of await fs.promises.readdir(where.gitDir)) {
      if (name === 'config') continue;
      await fs.promises.rm(path.join(where.gitDir, name), { recursive: true, force: true, maxRetries: 3 });
    }
    const config = await fs.promises.readFile(path.join(where.gitDir, 'config'), 'utf8');
    await initRepository(git, where.cwd, /^\s*objectformat\s*=\s*sha256/im.test(config) ? 32 : 20);
    return work();
  }
}

async function removeOld(file: string, before: number): Promise<void> {
  const stats = await fs.promises.lstat(file).catch(() => null);
  if (stats && stats.mtimeMs < before) await fs.promises.rm(file, { force: true });
}

/** Does `work`; a lock that a killed git left is waited out. */
export async function patiently<T>(where: Where, work: () => Promise<T>): Promise<T> {
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
