import { randomBytes } from 'node:crypto';
import os from 'node:os';
import { codeOf, type Files, inTheWay } from './files.ts';

/** A lock this old was left behind, in milliseconds, whatever process has its holder's number now ... */
const longestHold = 30_000;
/** ... but not before it was watched this long: after the sleep of the whole machine its holder goes on, too. */
const shortestWatch = 1_000;
/** A lock file without a holder's name is one that was just made, or whose maker died in that moment. */
const longestNameless = 2_000;

/** Locks that this process could not remove when it was done with them. */
export const leftBehind = new Set<string>();

/** `name` is "process number, random id, machine"; `madeAt` in milliseconds since 1970. */
export type Holder = { name: string; madeAt: number };
/** Since when somebody sees this holder, by `performance.now()`. */
export type Watched = Holder & { since: number };

/** A name for one lock: this process, unlike any other name of it. */
export const ownName = () => `${process.pid} ${randomBytes(9).toString('base64url')} ${os.hostname()}`;

/**
 * Makes a file that only one process can make, with its maker's name in it from the first moment where the platform
 * lets it: a symbolic link that points to the name. Elsewhere (Windows, FAT) it is a plain file.
 * @returns false where it is there already
 */
export async function makeMark(files: Files, file: string, name: string): Promise<boolean> {
  if (process.platform !== 'win32') {
    try {
      await files.symlink(name, file);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL'].includes(codeOf(error))) throw error;
    }
  }
  try {
    const handle = await files.open(file, 'wx', 0o600);
    try {
      await handle.writeFile(name);
    } catch (error) {
      await files.unlink(file).catch(() => {});
      throw error;
    } finally {
      await handle.close();
    }
  } catch (error) {
    // EPERM and EACCES: Windows says so while another process is just removing the file.
    const code = codeOf(error);
    if (code === 'EEXIST' || (process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES')))
      return false;
    throw error;
  }
  // A process that slept between making and naming the file may have been taken for dead.
  return (await holder(files, file))?.name === name;
}

/** Whose lock it is, `null` where there is none. */
export async function holder(files: Files, file: string): Promise<Holder | null> {
  try {
    const there = await files.lstat(file);
    if (!there.isSymbolicLink() && !there.isFile()) throw inTheWay(file);
    const name = there.isFile() ? await files.readFile(file, 'utf8') : await files.readlink(file);
    return { name, madeAt: there.mtimeMs };
  } catch (error) {
    // EINVAL: a link when it was looked at, no link any more.
    if (['ENOENT', 'EINVAL'].includes(codeOf(error))) return null;
    throw error;
  }
}

/** Whether the holder is dead, or has had the lock for longer than anybody needs it. */
export function isStale({ name, madeAt, since }: Watched): boolean {
  const watched = performance.now() - since;
  const age = Math.max(Date.now() - madeAt, watched);
  const [pid = '', id, host] = name.split(' ');
  if (!id || !host) return age > longestNameless;
  if (leftBehind.has(name)) return true;
  if (host === os.hostname() && !isAlive(Number(pid))) return true;
  return age > longestHold && watched > shortestWatch;
}

/** A process may have ended and not be cleared away yet; who is asked does not know. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/**
 * Removes a stale lock, and never another one: who wants to remove it must first make a mark that names this very
 * lock, and only one can. The mark of one who died over it is broken in the same way.
 */
export async function breakStale(files: Files, file: string, stale: Watched): Promise<void> {
  const id = (stale.name.split(' ')[1] ?? '').replace(/[^\w-]/g, '');
  const mark = `${file.replace(/\.break-[\w-]*$/, '')}.break-${id || 'nameless'}`;
  const name = ownName();
  if (!(await makeMark(files, mark, name))) {
    const other = await holder(files, mark);
    const since = performance.now() - (other ? Date.now() - other.madeAt : 0);
    if (other && isStale({ ...other, since })) await breakStale(files, mark, { ...other, since });
    return;
  }
  try {
    const found = await holder(files, file);
    if (found?.name === stale.name && found.madeAt === stale.madeAt) await files.unlink(file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  } finally {
    await files.unlink(mark).catch(() => leftBehind.add(name));
  }
}
