import { CairnError } from '../model/errors.ts';
import { putIgnore } from './build.ts';
import { sayingDisk } from './failure.ts';
import type { Git } from './git.ts';
import { localIdentity } from './identity.ts';
import { hasRepository, initRepository, whereOf } from './repository.ts';
import { syncRounds } from './round.ts';
import { readSettings, remoteInSettings, saveRemote } from './settings.ts';
import type { Shared } from './shared.ts';
import { lookAtRemote } from './transfer.ts';
import type { Remote, SpaceClone, SyncResult } from './types.ts';
import { tidy, withRepair } from './upkeep.ts';

/**
 * Shares a space for the first time, or goes on with a share that was interrupted, or moves it to another remote.
 * The folder counts as shared (`remoteOf`) only when all of it is there.
 * @throws CairnError as `syncSpace`; 'remote-not-empty' where anything but this very space is at the remote;
 * 'bad-space' where the folder has no space.json
 */
export async function shareSpace(
  git: Git,
  clone: SpaceClone,
  remote: Remote,
  { signal }: { signal?: AbortSignal } = {},
): Promise<SyncResult> {
  return sayingDisk(clone.folder, () => share(git, clone, remote, signal));
}

async function share(git: Git, clone: SpaceClone, remote: Remote, signal?: AbortSignal): Promise<SyncResult> {
  const identity = await localIdentity(clone.folder);
  if (await hasRepository(clone.folder)) {
    await readSettings(git, whereOf(clone.folder));
    await tidy(whereOf(clone.folder));
  }
  const where = await initRepository(git, clone.folder);
  await readSettings(git, where);
  await putIgnore(where);
  const { isEmpty } = await lookAtRemote(git, where, remote, signal);
  const check = (shared: Shared) => {
    if (shared.commit === null ? isEmpty : shared.identity?.id === identity.id) return;
    throw new CairnError(
      'remote-not-empty',
      shared.identity
        ? `Another space is at ${remote.label} already. Choose an empty repository; to take part in that space, join it.`
        : `There is something at ${remote.label} already. Choose an empty repository, without a README.`,
    );
  };
  const result = await withRepair(git, where, () => syncRounds(git, where, clone, remote, check, signal));
  await saveRemote(git, where, remote);
  return result;
}

/**
 * The remote that a space is shared through; `null` where it is not shared. No network.
 * @throws CairnError 'bad-space', 'bad-remote' where somebody changed the settings of the space's repository
 */
export function remoteOf(git: Git, folder: string): Promise<Remote | null> {
  return remoteInSettings(git, folder);
}
