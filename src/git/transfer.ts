import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { CairnError } from '../model/errors.ts';
import { programsOf, type Where, withoutDeltas } from './environment.ts';
import { failure } from './failure.ts';
import type { Git } from './git.ts';
import { branch, incomingFolder } from './repository.ts';
import type { Remote } from './types.ts';

/**
 * Fetches the remote's branch, whatever it was before.
 * @param isWhole nothing of it is here yet
 * @returns the name under which it is here, `null` where the remote has no such branch, and a function that forgets it
 */
export async function fetchHead(
  git: Git,
  where: Where,
  remote: Remote,
  { isWhole = false, signal }: { isWhole?: boolean; signal?: AbortSignal | undefined } = {},
) {
  const name = `${incomingFolder}/${randomUUID()}`;
  const forget = async () => {
    await fs.promises.rm(path.join(where.gitDir, name), { force: true });
  };
  try {
    const ran = await git.network(
      where,
      remote,
      [
        'fetch',
        '--progress',
        '--no-tags',
        '--no-recurse-submodules',
        '--refmap=',
        ...programsOf(remote, 'upload-pack', isWhole),
        '--',
        remote.url,
        `+${branch}:${name}`,
      ],
      {
        signal,
        accepts: ({ stderr }) => /^fatal: couldn't find remote ref refs\/heads\/main/im.test(stderr),
      },
    );
    return { name: ran.code === 0 ? name : null, forget };
  } catch (error) {
    await forget();
    throw error;
  }
}

/** Whether the remote has nothing at all yet, and how many bytes its objects' ids have. */
export async function lookAtRemote(git: Git, where: Where, remote: Remote, signal?: AbortSignal) {
  const args = ['ls-remote', ...programsOf(remote, 'upload-pack'), '--', remote.url];
  const { stdout } = await git.network(where, remote, args, { signal, limit: 256 * 1024 * 1024 });
  const first = /^([0-9a-f]+)\t/.exec(stdout.toString('latin1'))?.[1];
  return { isEmpty: first === undefined, oidLength: first?.length === 64 ? 32 : 20 };
}

/**
 * Pushes a commit without force.
 * @returns false where the remote moved on meanwhile: fetch, build and push again
 */
export async function pushCommit(
  git: Git,
  where: Where,
  remote: Remote,
  commit: string,
  { isWhole = false, signal }: { isWhole?: boolean; signal?: AbortSignal | undefined } = {},
): Promise<boolean> {
  const ran = await git.network(
    where,
    remote,
    [
      ...(isWhole ? withoutDeltas : []),
      'push',
      '--porcelain',
      '--progress',
      '--no-verify',
      '--recurse-submodules=no',
      '--no-signed',
      ...programsOf(remote, 'receive-pack'),
      '--',
      remote.url,
      `${commit}:${branch}`,
    ],
    { signal, accepts: ({ stdout }) => /^!\t/m.test(stdout.toString()) },
  );
  if (ran.code === 0) return true;
  const answer = ran.stdout.toString();
  if (moved.test(answer)) return false;
  const why = /^!\t[^\t]*\t(.*)$/m.exec(answer)?.[1] ?? '';
  const words = failure(ran, 'push', remote);
  throw new CairnError(
    'git-failed',
    `${remote.label} refused what Cairn sent. Ask who runs it whether you may write to its branch main.`,
    { detail: `${why}\n${words.detail ?? ''}`.trim() },
  );
}

/** What git and servers say when somebody else was faster. */
const moved =
  /\[rejected\]|cannot lock ref|failed to update ref|failed to lock|incorrect old value|reference already exists|is at [0-9a-f]+ but expected|fetch first|non-fast-forward|stale info|remote ref updated since checkout/i;
