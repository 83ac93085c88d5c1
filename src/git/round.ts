import { CairnError } from '../model/errors.ts';
import { buildCommit } from './build.ts';
import { listJournal } from './disk.ts';
import type { Where } from './environment.ts';
import type { Git } from './git.ts';
import { Objects } from './objects.ts';
import { takeOthers } from './others.ts';
import { readOwn } from './own.ts';
import { moveRef } from './references.ts';
import { renew } from './renew.ts';
import { lastSeen } from './repository.ts';
import { readShared, type Shared } from './shared.ts';
import { fetchHead, pushCommit } from './transfer.ts';
import type { Remote, SpaceClone, SyncResult } from './types.ts';

/** How often a sync starts again since somebody else was faster. */
const mostRounds = 12;

/**
 * Fetch, take, build, push; again while others are faster. Everything is decided from what was just fetched and what
 * is on the disk: what an earlier sync left half done makes no difference.
 * @param check throws where what is at the remote is not what belongs there
 */
export async function syncRounds(
  git: Git,
  where: Where,
  clone: SpaceClone,
  remote: Remote,
  check: (shared: Shared) => void,
  signal?: AbortSignal,
): Promise<SyncResult> {
  const received = new Set<string>();
  const forced = new Map<string, Buffer>();
  const result: SyncResult = { pushed: 0, received: [], skipped: [], renewed: false, restored: false };
  for (let round = 0; round < mostRounds; round++) {
    if (round > 0) await pause(round);
    const { name, forget } = await fetchHead(git, where, remote, { signal });
    const objects = new Objects(git, where, signal);
    try {
      const shared = await readShared(objects, name, (await listJournal(where.cwd)).writers);
      check(shared);
      let own = await readOwn(git, where, clone, shared, objects);
      for (let times = 0; own.isTaken && times < 3; times++) {
        for (const [at, bytes] of await renew(where, clone, shared, objects)) forced.set(at, bytes);
        result.renewed = true;
        own = await readOwn(git, where, clone, shared, objects);
      }
      const others = await takeOthers(git, where, shared, objects, own.writer, forced);
      for (const file of others.received) received.add(file);
      const built = await buildCommit(git, where, shared, own, others.putBack);
      const isWhole = shared.commit === null;
      if (built !== null && !(await pushCommit(git, where, remote, built, { isWhole, signal }))) continue;
      await remember(git, where, objects, (built ?? shared.commit) as string);
      return {
        ...result,
        pushed: own.news,
        received: [...received].sort(),
        skipped: [...shared.skipped, ...others.skipped],
        restored: others.putBack.size > 0,
      };
    } finally {
      objects.close();
      await forget();
    }
  }
  throw new CairnError(
    'git-failed',
    `Others keep sending to ${remote.label} at the same time. Sync again later.`,
  );
}

/** Only `waiting` looks at it, and git when it clears up: a sync goes without. */
async function remember(git: Git, where: Where, objects: Objects, commit: string): Promise<void> {
  try {
    const before = (await objects.find([lastSeen])).get(lastSeen)?.oid ?? null;
    if (before !== commit) await moveRef(git, where, lastSeen, commit, before);
  } catch (error) {
    if (!(error instanceof CairnError) || error.code !== 'git-failed') throw error;
    git.options.log?.(`${lastSeen} was not moved: ${error.detail}`);
  }
}

function pause(round: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 60 * round));
}
