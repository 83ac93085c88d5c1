import type { Git } from './git.ts';
import type { SpaceClone } from './types.ts';

/**
 * How many own events the remote does not have yet, as far as the last sync knows; erased lines that it still has
 * in full count, too. 0 for a space that is not shared. No network.
 */
export async function waiting(_git: Git, _clone: SpaceClone): Promise<number> {
  throw new Error('not there yet');
}
