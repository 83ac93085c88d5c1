import { CairnError } from '../../model/errors.ts';
import type { Files } from './files.ts';
import { breakStale, holder, isStale, leftBehind, makeMark, ownName, type Watched } from './staleLock.ts';

/** A holder keeps the lock for one append. From then on, in milliseconds, it asks whether it was taken for dead. */
const longestUnasked = 10_000;
/** How often a holder that works for longer says that it is there, in milliseconds. */
const sign = 5_000;
const longestWait = 60_000;
/** Who has waited this long asks the others to let it have a turn, in milliseconds; how long they then stand back. */
const patience = 30;
const turn = 8;
/** One look at a lock's holder for this many tries to take it. */
const triesPerLook = 4;

/** The lock, for those who hold it. */
export type Lock = {
  /** False where this process was asleep for so long that others took it for dead: it must write nothing more. */
  isHeld(): Promise<boolean>;
};

/** Until when this process stands back, since another one has been waiting; by lock file. */
const standBack = new Map<string, number>();

/**
 * Runs `work` while holding the lock file, so that of several windows (processes) one appends at a time, each in
 * its turn. The lock of a dead process is broken by one of those who wait.
 * @throws CairnError 'journal-unwritable' when the lock cannot be had within a minute; errors of the file layer
 */
export async function withLock<T>(files: Files, file: string, work: (lock: Lock) => Promise<T>): Promise<T> {
  const name = ownName();
  await wait(files, file, name);
  const since = Date.now();
  const isHeld = async () =>
    Math.abs(Date.now() - since) < longestUnasked || (await holder(files, file))?.name === name;
  const signs = setInterval(async () => {
    const at = new Date();
    if ((await holder(files, file).catch(() => null))?.name === name) {
      await files.lutimes(file, at, at).catch(() => {});
    }
  }, sign).unref();
  try {
    return await work({ isHeld });
  } finally {
    clearInterval(signs);
    try {
      // Who waits left a sign: then the next turn is theirs.
      const isAsked = await files.unlink(signOf(file)).then(
        () => true,
        () => false,
      );
      if (isAsked) standBack.set(file, performance.now() + turn);
      if (await isHeld()) await files.unlink(file);
    } catch {
      // The append itself is done and on disk; a lock left behind is broken by the next one who wants it.
      leftBehind.add(name);
    }
  }
}

async function wait(files: Files, file: string, name: string): Promise<void> {
  const rest = (standBack.get(file) ?? 0) - performance.now();
  if (standBack.delete(file) && rest > 0) await pause(rest);
  // By the clock that neither a person nor the network sets.
  const begun = performance.now();
  let watched: Watched | null = null;
  let hasAsked = false;
  for (let tries = 1; !(await makeMark(files, file, name)); tries++) {
    const waited = performance.now() - begun;
    if (waited > longestWait) {
      throw new CairnError(
        'journal-unwritable',
        'Nothing was recorded: another window keeps the journal locked. Close the other windows, then do it again.',
        { detail: file },
      );
    }
    if (tries % triesPerLook === 1) {
      watched = await watch(files, file, watched);
      if (watched && isStale(watched)) {
        await breakStale(files, file, watched);
        continue;
      }
    }
    if (waited > patience && !hasAsked) {
      hasAsked = true;
      await makeMark(files, signOf(file), name).catch(() => {});
    }
    await pause(1 + Math.random() * 3);
  }
}

async function watch(files: Files, file: string, before: Watched | null): Promise<Watched | null> {
  const found = await holder(files, file);
  const isSame = before?.name === found?.name && before?.madeAt === found?.madeAt;
  return found && { ...found, since: before && isSame ? before.since : performance.now() };
}

const signOf = (file: string) => `${file}.wait`;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
