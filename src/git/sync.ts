import { existsSync } from 'node:fs';
import { CairnError } from '../model/errors.ts';
import { sayingDisk } from './failure.ts';
import type { Git } from './git.ts';
import { localIdentity } from './identity.ts';
import { whereOf } from './repository.ts';
import { syncRounds } from './round.ts';
import { remoteInSettings } from './settings.ts';
import type { Shared } from './shared.ts';
import type { Remote, SpaceClone, SpaceIdentity, SyncResult } from './types.ts';
import { clearUp, tidy, withRepair } from './upkeep.ts';

/**
 * Brings this clone and its remote into step: others' files come, own ones go. Never two at a time for one space
 * (hold a lock of your own around it, over processes). Killed or failed at any point, the next call goes on.
 * @throws CairnError 'git-missing', 'offline', 'sync-unauthorized', 'bad-remote' (no repository there, or the space
 * is not shared), 'not-a-space' and 'remote-not-empty' (something else, or another space, is at the remote now),
 * 'bad-space' (the folder or its .git is not as Cairn made it), 'journal-unwritable' (the disk), 'git-failed',
 * 'cancelled'
 */
export async function syncSpace(
  git: Git,
  clone: SpaceClone,
  { signal }: { signal?: AbortSignal } = {},
): Promise<SyncResult> {
  return sayingDisk(clone.folder, () => sync(git, clone, signal));
}

async function sync(git: Git, clone: SpaceClone, signal?: AbortSignal): Promise<SyncResult> {
  const identity = await localIdentity(clone.folder);
  const remote = await remoteInSettings(git, clone.folder);
  if (!remote) throw new CairnError('bad-remote', 'This space is not shared yet. Share it first.');
  const where = whereOf(clone.folder);
  await tidy(where);
  try {
    const result = await withRepair(git, where, () =>
      syncRounds(git, where, clone, remote, isSame(identity, remote), signal),
    );
    if (result.pushed > 0 || result.received.length > 0) await clearUp(git, where, signal);
    return result;
  } catch (error) {
    throw isAway(error, remote) ? away(remote) : error;
  }
}

/** What is at the remote has to be this very space; nothing at all is taken for a remote that was emptied. */
function isSame(identity: SpaceIdentity, remote: Remote): (shared: Shared) => void {
  return (shared) => {
    if (shared.commit === null) return;
    if (!shared.identity) {
      throw new CairnError(
        'not-a-space',
        `What is at ${remote.label} now is no space of Cairn. Nothing was sent or taken; ask who changed it, or share the space somewhere else.`,
      );
    }
    if (shared.identity.id !== identity.id) {
      throw new CairnError(
        'remote-not-empty',
        `Another space is at ${remote.label} now. Nothing was sent or taken; ask who changed it, or share this space somewhere else.`,
      );
    }
  };
}

/** A folder of a drive or a network share that is not mounted just now. */
function isAway(error: unknown, remote: Remote): boolean {
  const isMissing = error instanceof CairnError && error.code === 'bad-remote';
  return isMissing && remote.kind === 'path' && !existsSync(remote.url);
}

function away(remote: Remote): CairnError {
  return new CairnError(
    'offline',
    `${remote.label} is not there just now. Nothing is lost; Cairn tries again later.`,
  );
}
