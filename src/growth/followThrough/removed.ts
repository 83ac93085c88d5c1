import { type CodeCommit, isUnknown } from '../../model/codeHistory.ts';
import type { PullRequestRecord, ThreadRecord } from '../../model/pullRequest.ts';
import { basesOf, begin, type Result } from './along.ts';
import type { Region } from './code.ts';
import { locate, sideOfHunk } from './hunk.ts';
import type { Memory } from './memory.ts';
import { nameBefore, type Outcome, type Place, type Stop, stop, type Trail } from './trail.ts';

/** Whether lines that a pull request takes out are out of a commit: `back` where some of them stand there. */
type Removal = { kind: 'out' } | { kind: 'back'; place: Place; lines: Int32Array } | Stop;

/** The removal is as it was. */
export type Out = { kind: 'out' };

/**
 * What became of a removal that was commented on: taken back, or not.
 * @param lines in the old code
 * @returns a trail where the lines are not removed at all, so that they can be followed like any other
 */
export async function followRemoved(
  memory: Memory,
  record: PullRequestRecord,
  thread: ThreadRecord,
  lines: Region,
): Promise<Out | Trail | Outcome | Result | Stop> {
  const commit = thread.comments[0]!.originalCommit!;
  const old = await oldCode(memory, record, thread, lines);
  if ('kind' in old) return old;
  const first = await removalAt(memory, old, commit, thread.path);
  if (first.kind === 'stop') return first;
  if (first.kind === 'back') {
    const isKept = first.lines.every((line, i) => line >= 0 && (i === 0 || line === first.lines[i - 1]! + 1));
    return isKept ? begin(first.place) : stop('ambiguous');
  }
  const last = await removalAt(memory, old, record.headSha!, thread.path);
  if (last.kind !== 'back') return last;
  const way = await memory.way(commit, record.headSha!);
  if (isUnknown(way)) return stop(way.unknown);
  const commits = way.kind === 'line' ? way.commits : [];
  const back = await takenBackIn(memory, old, commits, thread.path);
  const place = last.place;
  return back
    ? { kind: 'changed', commit: back, place }
    : { kind: 'changed', commit: null, place, reason: 'force-pushed' };
}

/** The lines where the pull request's code parted from the base branch: that is what a diff shows on its left. */
async function oldCode(
  memory: Memory,
  record: PullRequestRecord,
  { path, comments }: ThreadRecord,
  lines: Region,
): Promise<Place | Stop> {
  const { originalCommit, diffHunk } = comments[0]!;
  let reason: Stop['reason'] = 'commit-gone';
  for (const base of await basesOf(memory, record)) {
    const commit = await memory.mergeBase(originalCommit!, base);
    if (isUnknown(commit)) reason = commit.unknown;
    if (isUnknown(commit) || commit === originalCommit) continue;
    const before = await nameBefore(memory, { commit: originalCommit!, path }, commit);
    if (isUnknown(before)) return stop(before.unknown);
    const name = before ?? path;
    const content = await memory.file(commit, name);
    if (isUnknown(content)) return stop(content.unknown);
    const code = content === null ? null : await memory.code(content);
    if (isUnknown(code)) return stop(code.unknown);
    const region = code && locate(lines, sideOfHunk(diffHunk, 'LEFT'), code);
    return region ? { commit, path: name, content: content!, region } : stop('ambiguous');
  }
  return stop(reason);
}

async function removalAt(memory: Memory, old: Place, commit: string, path: string): Promise<Removal> {
  const content = await memory.file(commit, path);
  if (isUnknown(content)) return stop(content.unknown);
  if (content === null) {
    // It may have its old name there.
    return path === old.path ? { kind: 'out' } : removalAt(memory, old, commit, old.path);
  }
  const compared = await memory.map(old.content, content);
  if (isUnknown(compared)) return stop(compared.unknown);
  const { from, to } = old.region;
  const lines = compared.map.slice(from, to);
  const there = lines.filter((line) => line >= 0);
  if (there.length > 0) {
    const region = { from: there[0]!, to: there.at(-1)! + 1 };
    return { kind: 'back', place: { commit, path, content, region }, lines };
  }
  // What says the same may be these lines.
  const marks = new Set(compared.now.lines.marks);
  const isSomewhere = compared.old.lines.marks
    .subarray(from, to)
    .some((mark) => mark !== 0 && marks.has(mark));
  return isSomewhere ? stop('ambiguous') : { kind: 'out' };
}

/** The first of the commits in which lines stand again that were taken out before. */
async function takenBackIn(
  memory: Memory,
  old: Place,
  commits: readonly CodeCommit[],
  path: string,
): Promise<CodeCommit | null> {
  for (const commit of commits)
    if ((await removalAt(memory, old, commit.id, path)).kind === 'back') return commit;
  return null;
}
