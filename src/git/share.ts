import type { Git } from './git.ts';
import type { Remote, SpaceClone, SyncResult } from './types.ts';

/**
 * Shares a space for the first time, or goes on with a share that was interrupted, or moves it to another remote.
 * The folder counts as shared (`remoteOf`) only when all of it is there.
 * @throws CairnError as `syncSpace`; 'remote-not-empty' where anything but this very space is at the remote;
 * 'bad-space' where the folder has no space.json
 */
export async function shareSpace(
  _git: Git,
  _clone: SpaceClone,
  _remote: Remote,
  _options: { signal?: AbortSignal } = {},
): Promise<SyncResult> {
  throw new Error('not there yet');
}

/** The remote that a space is shared through; `null` where it is not shared. No network. */
export async function remoteOf(_git: Git, _folder: string): Promise<Remote | null> {
  throw new Error('not there yet');
}
