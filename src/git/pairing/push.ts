import { CairnError } from '../../model/errors.ts';
import { scrub } from '../failure.ts';
import type { Work } from '../work/work.ts';
import { oneLine } from './oneLine.ts';
import { localRef } from './refs.ts';

type Push = {
  branch: string;
  /** What the branch shall be; `null` takes it away. */
  oid: string | null;
  /**
   * What the branch is at the remote, as far as it was seen; `null`: it is not there. Has to be an ancestor of `oid`,
   * so that nothing that was pushed gets lost. Where the remote has anything else, nothing is pushed.
   */
  seen: string | null;
  signal?: AbortSignal;
};

/** The remote as the user's settings have it. @throws CairnError 'pairing-blocked' where there is none */
export function remoteFor(work: Work, name: string): { name: string; url: string } {
  const url = work.setting(`remote.${name}.url`);
  if (url !== null) return { name, url };
  throw new CairnError('pairing-blocked', `This repository has no remote ${name}.`, { detail: 'no-remote' });
}

/**
 * Brings one branch to the remote, or nothing at all; nothing changes here but what is known of the remote.
 * @throws CairnError 'pairing-newer-push' where the branch there is not as it was seen, 'pairing-rejected' where the
 *   remote or a hook refused it, 'offline', 'sync-unauthorized', 'bad-remote', 'cancelled'
 */
export async function pushBranch(work: Work, name: string, push: Push): Promise<void> {
  const ref = localRef(push.branch);
  const ran = await work.network(
    remoteFor(work, name),
    [
      ...['push', '--porcelain', '--no-follow-tags', '--no-recurse-submodules'],
      `--force-with-lease=${ref}:${push.seen ?? ''}`,
      ...['--end-of-options', name, `${push.oid ?? ''}:${ref}`],
    ],
    { codes: [0, 1], ...(push.signal ? { signal: push.signal } : {}) },
  );
  if (ran.code === 0) return;
  const said = ran.stdout.toString('utf8');
  const line = said.split('\n').find((one) => one.startsWith('!')) ?? '';
  // The second: somebody else's push arrived while this one was under way.
  if (
    /\[rejected\] \((stale info|fetch first|non-fast-forward|already exists)\)/.test(line) ||
    /\[remote rejected\] \((failed to update ref|cannot lock ref|incorrect old value)/.test(line)
  ) {
    throw new CairnError(
      'pairing-newer-push',
      'A teammate has changed this branch at the remote since you last looked. Nothing has changed here. Look at what is new, then try again.',
      { detail: line },
    );
  }
  const reason = reasonOf(scrub(ran.stderr), line);
  throw new CairnError(
    'pairing-rejected',
    /protected branch|GH006|not allowed to (force )?push|protected_branch/i.test(`${line}\n${ran.stderr}`)
      ? `The remote protects this branch and refused the push. Nothing has changed here. It said: ${reason}`
      : `The push was refused. Nothing has changed here. The reason given: ${reason}`,
    { detail: scrub(`${line}\n${ran.stderr}`).slice(-1500) },
  );
}

/** What the server or a hook said; a stranger's words. */
function reasonOf(stderr: string, line: string): string {
  const words = stderr
    .split(/[\r\n]+/)
    .filter((one) => one.trim() !== '' && !/^(To |error: failed to push|hint:)/.test(one))
    .map((one) => one.replace(/^remote:\s*/, '').trim())
    .filter((one) => one !== '');
  const given = /\(([^()]*)\)\s*$/.exec(line)?.[1] ?? '';
  return oneLine([...words, given].join(' '), 500) || 'none';
}
