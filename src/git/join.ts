import fs from 'node:fs';
import path from 'node:path';
import { CairnError } from '../model/errors.ts';
import { putIgnore } from './build.ts';
import { putFile } from './disk.ts';
import type { Where } from './environment.ts';
import { sayingDisk } from './failure.ts';
import type { Git } from './git.ts';
import { Objects } from './objects.ts';
import { takeOthers } from './others.ts';
import { moveRef, readRef } from './references.ts';
import { initRepository, lastSeen, scratchOf, whereOf } from './repository.ts';
import { saveRemote } from './settings.ts';
import { readShared } from './shared.ts';
import { fetchHead, lookAtRemote } from './transfer.ts';
import type { JoinResult, Remote } from './types.ts';
import { tidy } from './upkeep.ts';

/** Says that a folder's repository was made by a join that has not ended. */
const marker = 'cairn-joining';

/**
 * Fetches a shared space into a folder that does not exist yet, is empty, or holds a join that was interrupted.
 * It is a space (has its space.json) only when all of it is there; after an error nothing stays behind.
 * @throws CairnError as `syncSpace`; 'not-a-space' where the remote is empty or holds something else;
 * 'bad-space' where something else is in the folder
 */
export async function joinSpace(
  git: Git,
  folder: string,
  remote: Remote,
  { signal }: { signal?: AbortSignal } = {},
): Promise<JoinResult> {
  await sayingDisk(folder, () => claim(folder));
  const where = whereOf(folder);
  try {
    return await sayingDisk(folder, () => join(git, where, remote, signal));
  } catch (error) {
    await fs.promises.rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
    throw error;
  }
}

async function join(git: Git, where: Where, remote: Remote, signal?: AbortSignal): Promise<JoinResult> {
  await tidy(where);
  const { isEmpty, oidLength } = await lookAtRemote(git, where, remote, signal);
  if (isEmpty) {
    throw new CairnError(
      'not-a-space',
      `${remote.label} is empty: nobody has shared a space there yet. Ask for the address again, or share yours there.`,
    );
  }
  await initRepository(git, where.cwd, oidLength);
  const { name, forget } = await fetchHead(git, where, remote, { isWhole: true, signal });
  const objects = new Objects(git, where, signal);
  try {
    const shared = await readShared(objects, name);
    if (shared.commit === null || !shared.identity || !shared.spaceFile) {
      throw new CairnError(
        'not-a-space',
        `What is at ${remote.label} is no space of Cairn. Ask for the address again.`,
      );
    }
    const { received, skipped } = await takeOthers(git, where, shared, objects, null);
    await putIgnore(where);
    await saveRemote(git, where, remote);
    await moveRef(git, where, lastSeen, shared.commit, await readRef(git, where, lastSeen));
    await putFile(where.cwd, 'space.json', shared.spaceFile, scratchOf(where), true);
    await fs.promises.rm(path.join(where.gitDir, marker), { force: true });
    return { ...shared.identity, received: received.sort(), skipped: [...shared.skipped, ...skipped] };
  } finally {
    objects.close();
    await forget();
  }
}

/** Makes the folder and marks it as Cairn's to fill and, after an error, to remove. */
async function claim(folder: string): Promise<void> {
  const { gitDir } = whereOf(folder);
  const names = await fs.promises.readdir(folder).catch((error: { code?: string }): string[] => {
    if (error.code === 'ENOENT') return [];
    throw new CairnError('bad-space', 'The folder for this space cannot be used.', {
      detail: folder,
      cause: error,
    });
  });
  const isUnfinished = fs.existsSync(path.join(gitDir, marker)) && !names.includes('space.json');
  if (names.length > 0 && !isUnfinished) {
    throw new CairnError(
      'bad-space',
      'There is something in the folder for this space already. Choose another name.',
      {
        detail: folder,
      },
    );
  }
  await fs.promises.mkdir(gitDir, { recursive: true, mode: 0o700 });
  await fs.promises.writeFile(path.join(gitDir, marker), '');
}
