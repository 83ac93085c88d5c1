import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import envPaths from 'env-paths';

/** The folder that keeps VS Code and a browser for the tests: of the user, so that every clone shares it. */
export const cacheFolder = envPaths('cairn-test', { suffix: '' }).cache;

/** One line on stderr about a step that takes long; stdout is left to results. */
export function progress(message: string): void {
  process.stderr.write(`cairn: ${message}\n`);
}

/**
 * Returns the cached folder `name`, calling `fill` with an empty folder first where it is not there yet.
 * The folder appears complete or not at all (it is filled elsewhere and renamed), and of several processes
 * one fills it while the others wait. Throws what `fill` throws.
 */
export async function cached(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cacheFolder, name);
  if (existsSync(folder)) return folder;
  await mkdir(cacheFolder, { recursive: true });
  const unlock = await lock(`${folder}.lock`, () => existsSync(folder));
  try {
    if (existsSync(folder)) return folder;
    const temporary = await mkdtemp(`${folder}-`);
    try {
      await fill(temporary);
      await rename(temporary, folder);
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
    return folder;
  } finally {
    await unlock();
  }
}

/** Takes the lock folder, waiting while a living process holds it, or until `done` makes it needless. */
async function lock(path: string, done: () => boolean): Promise<() => Promise<void>> {
  const started = Date.now();
  for (let waits = 0; ; waits++) {
    try {
      await mkdir(path);
      await writeFile(join(path, 'pid'), String(process.pid));
      return () => rm(path, { recursive: true, force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (done()) return async () => {};
    if (waits % 10 === 0) {
      progress(`another process is installing into ${dirname(path)}, waiting (${seconds(started)} s)`);
    }
    await sleep(1000);
    const holder = Number(await readFile(join(path, 'pid'), 'utf8').catch(() => ''));
    if (holder === 0 ? waits > 5 : !isAlive(holder)) await rm(path, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whole seconds since `Date.now()` gave that. */
export function seconds(since: number): number {
  return Math.round((Date.now() - since) / 1000);
}
