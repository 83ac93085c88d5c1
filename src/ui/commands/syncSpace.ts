import { CairnError } from '../../model/errors.ts';
import type { Command } from './deps.ts';

/**
 * `cairn.syncSpace({})`: brings what was written up to now to the remote of the active space and takes in what others
 * wrote. Resolves to `{ pushed, received, skipped }` (own events, others' files, what was left alone) when all is on
 * disk and in the views. Called with an argument, it rejects with 'offline', 'sync-unauthorized', 'bad-remote' (also
 * for a space that is not shared), 'git-missing' and the like.
 */
export const syncSpace: Command = async ({ syncing }, options) => {
  try {
    const { pushed, received, skipped } = await syncing.syncNow();
    return { pushed, received, skipped };
  } catch (error) {
    // Nothing that a person could mend: the status bar says it, and what waits goes out later by itself.
    if (options === undefined && error instanceof CairnError && error.code === 'offline') return undefined;
    throw error;
  }
};
