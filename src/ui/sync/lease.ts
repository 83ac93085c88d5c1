import fs from 'node:fs/promises';
import { join } from 'node:path';
import {
  breakStale,
  holder,
  isStale,
  makeMark,
  ownName,
  type Watched,
} from '../../journal/disk/staleLock.ts';

/** Beside the journal of a space; never shared. */
export const syncLock = '.sync-lock';

/** While another one holds it, in milliseconds. */
const lookEvery = 100;

export type LeaseOptions = {
  /** How long to wait for another holder, in milliseconds. More than a second, or a dead one is not noticed. */
  patience: number;
  signal?: AbortSignal;
  /** How often a holder says that it lives, in milliseconds; one that did not for half a minute counts as dead. */
  renewEvery?: number;
};

/**
 * Runs `work` while no other window of this machine, or of one that shares the disk, syncs this space. Unlike the
 * journal's lock it may be held for as long as a slow network takes. `work` gets a signal that is also aborted when
 * this machine slept for so long that another one took over. What a dead holder left is broken.
 * @param folder the space's folder, which must be there
 * @returns 'busy' where another holder was not done in time: then `work` was not run
 * @throws what `work` throws, the signal's reason, and errors of the file system
 */
export async function withLease<T>(
  folder: string,
  { patience, signal, renewEvery = 8000 }: LeaseOptions,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<{ result: T } | 'busy'> {
  const file = join(folder, syncLock);
  const name = ownName();
  if (!(await take(file, name, patience, signal))) return 'busy';
  const lost = new AbortController();
  const isOurs = async () => (await holder(fs, file))?.name === name;
  const renewing = setInterval(async () => {
    try {
      const now = new Date();
      if (await isOurs()) await fs.lutimes(file, now, now);
      else lost.abort(new Error('another window has taken over the sync'));
    } catch {
      // A disk that cannot be had just now: the next turn looks again.
    }
  }, renewEvery);
  renewing.unref();
  try {
    return { result: await work(signal ? AbortSignal.any([signal, lost.signal]) : lost.signal) };
  } finally {
    clearInterval(renewing);
    await isOurs()
      .then((ours) => (ours ? fs.unlink(file) : undefined))
      .catch(() => {});
  }
}

async function take(file: string, name: string, patience: number, signal?: AbortSignal): Promise<boolean> {
  // By the clock that neither a person nor the network sets.
  const begun = performance.now();
  let watched: Watched | undefined;
  for (;;) {
    signal?.throwIfAborted();
    if (await makeMark(fs, file, name)) return true;
    const found = await holder(fs, file);
    const since: number = watched && watched.name === found?.name ? watched.since : performance.now();
    watched = found ? { ...found, since } : undefined;
    if (watched && isStale(watched)) {
      await breakStale(fs, file, watched);
      continue;
    }
    if (performance.now() - begun > patience) return false;
    await new Promise((resolve) => setTimeout(resolve, lookEvery));
  }
}
