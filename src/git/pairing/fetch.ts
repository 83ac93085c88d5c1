import { CairnError } from '../../model/errors.ts';
import type { Ran } from '../spawn.ts';
import type { Work } from '../work/work.ts';
import { keepTip } from './backup.ts';
import { localRef, readRefs, remoteRef } from './refs.ts';

/**
 * Asks the remote for these branches and nothing else. A branch that is gone there stays known here; one that was
 * rewound there is kept under a backup ref, since nobody else may have the commits.
 * @returns which of them are there; `null` where the remote gives no answer
 * @throws CairnError 'sync-unauthorized', 'bad-remote', 'git-failed', 'cancelled'
 */
export async function fetchBranches(
  work: Work,
  remote: { name: string; url: string },
  branches: readonly string[],
  signal?: AbortSignal,
): Promise<Set<string> | null> {
  const call = signal ? { signal } : {};
  const get = (names: readonly string[], force: string) =>
    work.network(
      remote,
      [
        ...[
          'fetch',
          '--quiet',
          '--no-tags',
          '--no-prune',
          '--no-recurse-submodules',
          '--no-write-fetch-head',
        ],
        // Nothing but what is asked for, whatever the settings map.
        ...['--refmap=', '--end-of-options', remote.name],
        ...names.map((name) => `${force}${localRef(name)}:${remoteRef(remote.name, name)}`),
      ],
      { ...call, codes: [0, 1], accepts: isMissing },
    );
  try {
    let there = [...new Set(branches)];
    let ran = await get(there, '');
    if (isMissing(ran)) {
      there = await listRemote(work, remote, there, call);
      if (there.length === 0) return new Set();
      ran = await get(there, '');
    }
    if (ran.code === 0) return new Set(there);
    if (ran.code === 1) {
      const known = await readRefs(
        work,
        there.map((name) => remoteRef(remote.name, name)),
      );
      for (const [ref, { oid }] of known) {
        await keepTip(work, { what: 'fetch', branch: ref.slice('refs/remotes/'.length), oid });
      }
      ran = await get(there, '+');
      if (ran.code === 0) return new Set(there);
    }
    // Says it in words.
    await work.network(remote, ['ls-remote', '--end-of-options', remote.name, 'HEAD'], call);
    throw new CairnError('git-failed', 'git could not fetch from the remote. The log says why.', {
      detail: ran.stderr.slice(-500),
    });
  } catch (error) {
    if (error instanceof CairnError && error.code === 'offline') return null;
    throw error;
  }
}

function isMissing({ code, stderr }: Ran): boolean {
  return code === 128 && stderr.includes("couldn't find remote ref");
}

/** Which of these branches the remote has. */
export async function listRemote(
  work: Work,
  remote: { name: string; url: string },
  branches: readonly string[],
  call: { signal?: AbortSignal } = {},
): Promise<string[]> {
  const refs = branches.map(localRef);
  const { stdout } = await work.network(
    remote,
    ['ls-remote', '--end-of-options', remote.name, ...refs],
    call,
  );
  const names = new Set(
    stdout
      .toString('utf8')
      .split('\n')
      .map((line) => line.slice(line.indexOf('\t') + 1)),
  );
  return branches.filter((name) => names.has(localRef(name)));
}
