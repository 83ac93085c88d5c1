import { type CodeCommit, isUnknown } from '../../model/codeHistory.ts';
import type { PullRequestRecord } from '../../model/pullRequest.ts';
import type { Memory } from './memory.ts';
import { stepOf } from './step.ts';
import {
  advance,
  broughtBy,
  fileAt,
  inOtherFiles,
  isTakenBy,
  type Joined,
  type Outcome,
  type Place,
  type Stop,
  stop,
  type Trail,
} from './trail.ts';

/** An outcome whose commit is not in the branch any more: only the result is known. */
export type Result = {
  kind: 'changed' | 'removed';
  commit: null;
  place: Place | null;
  reason: 'force-pushed' | 'ambiguous';
};

export const begin = (place: Place): Trail => ({ ...place, kind: 'trail', moved: null, isByBase: false });

/**
 * Follows lines through commits of a pull request that come one after the other, up to the first that makes others of
 * them.
 */
export async function through(
  memory: Memory,
  start: Trail,
  commits: readonly CodeCommit[],
): Promise<Trail | Outcome | Stop> {
  // One question for all of them.
  const files = await memory.files(commits.map(({ id }) => ({ commit: id, path: start.path })));
  const contents = [...new Set(files.filter((file) => typeof file === 'string'))];
  if (contents.length <= mostAtOnce) await memory.codes([start.content, ...contents]);
  let trail = start;
  for (const commit of commits) {
    const next = await advance(memory, trail, commit, await joinedBy(memory, commit));
    if (next.kind !== 'trail') return next;
    trail = next;
  }
  return trail;
}

const mostAtOnce = 30;

async function joinedBy(memory: Memory, { parents }: CodeCommit): Promise<Joined | null> {
  const [first, theirs] = parents;
  if (!first || !theirs) return null;
  const fork = await memory.mergeBase(first, theirs);
  // Without what both come from, `broughtBy` compares them with each other and is not sure.
  return { theirs, fork: isUnknown(fork) ? theirs : fork };
}

/** Whether the lines stand in a later commit as they stood, whatever happened in between. */
export async function standsAt(memory: Memory, place: Place, commit: string): Promise<Place | null> {
  const file = await fileAt(memory, place, commit);
  if (isUnknown(file) || file === null) return null;
  const compared = await memory.map(place.content, file.content);
  if (isUnknown(compared)) return null;
  const step = stepOf(compared.old, place.region, compared.now, compared);
  return step.kind === 'same' ? { commit, ...file, region: step.region } : null;
}

/**
 * What became of lines in a branch that does not come from their commit any more: it was amended or rebased. What the
 * base branch brought is told apart by comparing what it had when each of both parted from it.
 */
export async function acrossRewrite(
  memory: Memory,
  start: Trail,
  head: string,
  record: PullRequestRecord,
): Promise<Trail | Outcome | Result | Stop> {
  const joined = await forks(memory, start.commit, head, record);
  if (!joined) return stop('force-pushed');
  const file = await fileAt(memory, start, head);
  if (isUnknown(file)) return stop(file.unknown);
  const end: CodeCommit = { id: head, parents: [], at: '' };
  const isRebased = joined.fork !== joined.theirs;
  let place: Place | null = null;
  let kind: Result['kind'] = 'removed';
  if (file) {
    const compared = await memory.map(start.content, file.content);
    if (isUnknown(compared)) return stop(compared.unknown);
    const step = stepOf(compared.old, start.region, compared.now, compared);
    place = step.region && { commit: head, ...file, region: step.region };
    if (step.kind === 'same') return { ...start, ...place! };
    if (isRebased) {
      const by = await broughtBy(memory, start, file.content, joined);
      if (isUnknown(by)) return stop(by.unknown);
      if (by === 'base' && place) return { ...start, ...place, isByBase: true };
      if (by !== 'own') return stop('base');
    }
    if (step.kind === 'unsure') return stop('ambiguous');
    if (step.kind === 'moved') return place ? { ...start, ...place, moved: end } : stop('ambiguous');
    if (step.kind === 'altered') kind = 'changed';
  } else if (isRebased && (await isTakenBy(memory, start.path, joined))) return stop('base');
  if (kind === 'removed') {
    const since = isRebased ? joined.theirs : start.commit;
    const found = await inOtherFiles(memory, start, head, file?.path ?? null, since);
    if (isUnknown(found)) return stop(found.unknown);
    if (found?.isWhole) return found.place ? { ...start, ...found.place, moved: end } : stop('ambiguous');
    if (found) [kind, place] = ['changed', found.place];
  }
  return within();

  /** The first commit of today's branch that no longer has lines which the one before it had. */
  async function within(): Promise<Outcome | Result> {
    const way = await memory.way(joined!.theirs, head);
    const commits = !isUnknown(way) && way.kind === 'line' ? way.commits : [];
    for (let i = commits.length - 2; i >= 0; i--) {
      if (!(await standsAt(memory, start, commits[i]!.id))) continue;
      return { kind, commit: commits[i + 1]!, place };
    }
    return { kind, commit: null, place, reason: 'force-pushed' };
  }
}

/** What the base branch had when the old and the new commits parted from it; `null` where that cannot be told. */
async function forks(
  memory: Memory,
  old: string,
  now: string,
  record: PullRequestRecord,
): Promise<Joined | null> {
  for (const base of await basesOf(memory, record)) {
    const [fork, theirs] = [await memory.mergeBase(old, base), await memory.mergeBase(now, base)];
    if (isUnknown(fork) || isUnknown(theirs) || fork === old || theirs === now) continue;
    return { fork, theirs };
  }
  return null;
}

/** Commits of the base branch that may tell where a pull request's commits parted from it, the best first. */
export async function basesOf(memory: Memory, record: PullRequestRecord): Promise<string[]> {
  const bases: string[] = [];
  const { mergeCommit = null, commits = null } = record.changes ?? {};
  const merged = mergeCommit === null ? null : await memory.commit(mergeCommit);
  if (merged && !isUnknown(merged) && merged.parents[0]) bases.push(merged.parents[0]);
  if (record.baseSha) bases.push(record.baseSha);
  const first = commits?.[0] ? await memory.commit(commits[0].sha) : null;
  if (first && !isUnknown(first) && first.parents[0]) bases.push(first.parents[0]);
  return bases;
}
