import { isUnknown } from '../../model/codeHistory.ts';
import type { PullRequestRecord } from '../../model/pullRequest.ts';
import { standsAt } from './along.ts';
import type { Memory } from './memory.ts';
import { advance, type Outcome, type Stop, type Trail } from './trail.ts';

/** How long after a merge the base branch is looked at, and how many commits there that touched the file. */
const [days, most] = [90, 50];
/** So often a file may be renamed meanwhile. */
const mostNames = 5;

/** `partly`: why it is not known what came after. */
export type SinceMerge = { end: Trail | Outcome; isAfterMerge: boolean; partly: Stop['reason'] | null };

/** What became of lines in the merge and on the base branch after it; they stood in the pull request's last commit. */
export async function sinceMerge(
  memory: Memory,
  trail: Trail,
  record: PullRequestRecord,
): Promise<SinceMerge> {
  const still = (end: Trail, partly: SinceMerge['partly']): SinceMerge => ({
    ...{ end, partly, isAfterMerge: end.moved !== null && trail.moved === null },
  });
  if (record.state !== 'MERGED') return still(trail, null);
  const { mergeCommit = null, base = null, mergedAt = null } = record.changes ?? {};
  if (mergeCommit === null || base === null || mergedAt === null) return still(trail, 'not-pulled');
  const merge = await memory.commit(mergeCommit);
  if (isUnknown(merge)) return still(trail, merge.unknown);
  let now = trail;
  if (merge.id !== trail.commit) {
    const theirs = merge.parents[0];
    const fork = theirs ? await memory.mergeBase(trail.commit, theirs) : null;
    if (fork === null || isUnknown(fork)) return still(trail, fork === null ? 'ambiguous' : fork.unknown);
    const next = await advance(memory, trail, merge, { theirs: theirs!, fork });
    if (next.kind === 'stop') return still(trail, next.reason === 'base' ? 'ambiguous' : next.reason);
    // The merge is what was merged.
    if (next.kind !== 'trail') return { end: next, isAfterMerge: false, partly: null };
    now = { ...next, moved: trail.moved };
  }
  const merged = Date.parse(mergedAt);
  if (Number.isNaN(merged)) return still(now, 'ambiguous');
  const until = new Date(merged + days * 86_400_000).toISOString();
  for (let names = 0; names < mostNames; names++) {
    const { path, commit: after } = now;
    const commits = await memory.later({ branch: base, after, path, until, most });
    if (isUnknown(commits)) return still(now, commits.unknown);
    const last = commits.at(-1);
    if (!last) return still(now, null);
    const stands = await standsAt(memory, now, last.id);
    if (stands && stands.path === path) return still({ ...now, ...stands }, null);
    for (const commit of commits) {
      const next = await advance(memory, now, commit, null, commit.parents[0]);
      if (next.kind === 'stop') return still(now, next.reason);
      if (next.kind !== 'trail') return { end: next, isAfterMerge: true, partly: null };
      now = next;
      if (now.path !== path) break;
    }
    if (now.path === path) return still(now, null);
  }
  return still(now, 'too-large');
}
