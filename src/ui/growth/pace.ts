import { setImmediate } from 'node:timers/promises';

/** To be awaited between steps of a long work. */
export type Pace = () => Promise<void> | undefined;

/** Milliseconds of work in one go. */
const stint = 8;

/** Lets others have their turn after some milliseconds of work: the extension host must stay responsive. */
export function pacer(): Pace {
  let begun = performance.now();
  return () => {
    if (performance.now() - begun < stint) return undefined;
    return setImmediate().then(() => {
      begun = performance.now();
    });
  };
}
