import { setImmediate as pause } from 'node:timers/promises';

/** Work in one go is shorter than this, in milliseconds: nothing else happens in the window meanwhile. */
const longest = 25;

/**
 * Runs work step by step, with a rest for others after some milliseconds.
 * @param isOver asked after each rest; the work is left where it is when it says so
 * @returns whether it was done to its end
 */
export async function inSteps(steps: Iterable<unknown>, isOver: () => boolean): Promise<boolean> {
  let begun = performance.now();
  for (const _ of steps) {
    if (performance.now() - begun < longest) continue;
    await pause();
    if (isOver()) return false;
    begun = performance.now();
  }
  return true;
}
