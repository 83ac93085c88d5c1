import type { Git } from './git.ts';
import type { SpaceClone, SyncResult } from './types.ts';

/**
 * Brings this clone and its remote into step: others' files come, own ones go. Never two at a time for one space
 * (hold a lock of your own around it, over processes). Killed or failed at any point, the next call goes on.
 * @throws CairnError 'git-missing', 'offline', 'sync-unauthorized', 'bad-remote' (no repository there, or the space
 * is not shared), 'not-a-space' and 'remote-not-empty' (something else, or another space, is at the remote now),
 * 'bad-space' (the folder or its .git is not as Cairn made it), 'git-failed', 'cancelled'
 */
export async function syncSpace(
  _git: Git,
  _clone: SpaceClone,
  _options: { signal?: AbortSignal } = {},
): Promise<SyncResult> {
  throw new Error('not there yet');
}
