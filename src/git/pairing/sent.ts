import { CairnError } from '../../model/errors.ts';
import type { Work } from '../work/work.ts';
import { fetchBranches } from './fetch.ts';
import { remoteFor } from './push.ts';
import { remoteRef } from './refs.ts';
import type { PreparedHandOff } from './types.ts';

/**
 * A push whose answer got lost may have arrived. @returns the commit, where it is this very handoff, made a moment
 * earlier; else `null`
 */
export async function sentAs(
  work: Work,
  { draft, message }: PreparedHandOff,
  commit: string,
): Promise<string | null> {
  const { stdout } = await work.read(['log', '-1', '--format=%H%x00%T%x00%P%x00%B', commit, '--']);
  const [oid = '', tree, parents, body = ''] = stdout.toString('utf8').split('\0');
  return tree === draft.tree && parents === draft.head && body.trim() === message.trim() ? oid : null;
}

/** The same after a push that was refused since the remote has something else than was seen. */
export async function sentInSpite(
  work: Work,
  before: PreparedHandOff,
  error: unknown,
): Promise<string | null> {
  if (!(error instanceof CairnError) || error.code !== 'pairing-newer-push') return null;
  const remote = before.state.config.remote;
  const there = await fetchBranches(work, remoteFor(work, remote), [before.branch]).catch(() => null);
  return there?.has(before.branch) ? sentAs(work, before, remoteRef(remote, before.branch)) : null;
}
