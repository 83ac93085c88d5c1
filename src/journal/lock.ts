import { randomUUID } from 'node:crypto';
import os from 'node:os';
import { CairnError } from '../model/errors.ts';
import { codeOf, type Files } from './files.ts';

/** A holder keeps the lock for one append. One this old was left behind, whatever process has its number now. */
const longestHold = 30_000;
/** A lock file without a holder's name is one that was just made, or whose maker died in that moment. */
const longestNameless = 2_000;
const longestWait = 60_000;

/**
 * Runs `work` while holding the lock file, so that of several windows (processes) one appends at a time.
 * The lock of a dead process is broken; only one waiting process at a time may break it.
 * @throws CairnError 'journal-unwritable' when the lock cannot be had within a minute; errors of the file layer
 */
export async function withLock<T>(files: Files, file: string, work: () => Promise<T>): Promise<T> {
  const name = `${process.pid} ${randomUUID()} ${os.hostname()}`;
  const until = Date.now() + longestWait;
  while (!(await take(files, file, name))) {
    if (Date.now() > until) {
      throw new CairnError(
        'journal-unwritable',
        'Nothing was recorded: another window keeps the journal locked. Close the other windows, then do it again.',
        { detail: file },
      );
    }
    await breakStale(files, file);
    await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 8));
  }
  try {
    return await work();
  } finally {
    await release(files, file, name);
  }
}

async function take(files: Files, file: string, name: string): Promise<boolean> {
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

async function release(files: Files, file: string, name: string): Promise<void> {
  try {
    if ((await holder(files, file))?.name === name) await files.unlink(file);
  } catch {
    // The append itself is done and on disk; a lock left behind is broken by the next one who wants it.
  }
}

type Holder = { name: string; madeAt: number };

async function holder(files: Files, file: string): Promise<Holder | null> {
  try {
    const { mtimeMs } = await files.stat(file);
    return { name: await files.readFile(file, 'utf8'), madeAt: mtimeMs };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function isStale({ name, madeAt }: Holder): boolean {
  const age = Date.now() - madeAt;
  const [pid = '', , host = ''] = name.split(' ');
  if (host === '') return age > longestNameless;
  if (age > longestHold) return true;
  return host === os.hostname() && !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** Removes the lock of a dead process. A second lock keeps two breakers from removing each other's fresh one. */
async function breakStale(files: Files, file: string): Promise<void> {
  const found = await holder(files, file);
  if (!found || !isStale(found)) return;
  const breaker = `${file}.break`;
  try {
    await (await files.open(breaker, 'wx', 0o600)).close();
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const other = await holder(files, breaker);
    if (other && Date.now() - other.madeAt > longestHold) await files.unlink(breaker).catch(() => {});
    return;
  }
  try {
    const again = await holder(files, file);
    if (again && again.name === found.name && isStale(again)) await files.unlink(file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  } finally {
    await files.unlink(breaker).catch(() => {});
  }
}
