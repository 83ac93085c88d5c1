import { type CodeCommit, type CodeHistory, isUnknown } from '../../model/codeHistory.ts';
import type { FollowThrough } from '../../model/growth.ts';
import type { PullRequestRecord, ThreadRecord } from '../../model/pullRequest.ts';
import { acrossRewrite, begin, type Result, standsAt, through } from './along.ts';
import { changedByHunk } from './byHunk.ts';
import { findHunk, linesOfThread, locate, sideOfHunk } from './hunk.ts';
import { Memory } from './memory.ts';
import { followRemoved } from './removed.ts';
import { sinceMerge } from './sinceMerge.ts';
import { type Outcome, type Place, type Stop, stop, type Trail } from './trail.ts';

/** What became of the lines of a thread. */
export type Answer = Omit<FollowThrough, 'feedbackId'>;

/**
 * What became of the lines that each thread of a pull request stands on, by the thread's id.
 *
 * The lines are those of the commit that was commented on. They are followed commit by commit to the pull request's
 * newest one, and, where nothing became of them and it was merged, for 90 days on the base branch. Lines that were
 * changed and put back are unchanged; lines that were moved are followed where they went. What a merge or a rebase
 * brought from the base branch is no answer to a comment: then lines count as unchanged, with the reason 'base', or,
 * where nobody can tell, as unknown with the same reason. Whitespace counts, ends of lines do not.
 *
 * A comment on removed code (`LEFT`) is about the removal: it is `changed` once lines of it stand there again, and
 * `unchanged` while they stay out.
 * @param pace lets others have their turn, before each thread
 * @throws CairnError as `CodeHistory` does: 'cancelled', 'offline', …
 */
export async function followThreads(
  history: CodeHistory,
  record: PullRequestRecord,
  threads: readonly ThreadRecord[] = record.threads,
  pace: () => Promise<void> | undefined = () => undefined,
): Promise<Map<string, Answer>> {
  const memory = new Memory(history);
  const answers = new Map<string, Answer>();
  // One after the other: what the first asks for the others mostly know then.
  for (const thread of threads) {
    await pace();
    answers.set(thread.id, await followThread(memory, record, thread));
  }
  return answers;
}

async function followThread(
  memory: Memory,
  record: PullRequestRecord,
  thread: ThreadRecord,
): Promise<Answer> {
  const lines = linesOfThread(thread);
  if (!lines) return unknown('no-lines');
  const commit = thread.comments[0]?.originalCommit;
  if (!commit || record.headSha === null) return unknown('not-pulled');
  const start =
    thread.side === 'LEFT'
      ? await followRemoved(memory, record, thread, lines)
      : await startOf(memory, record, thread);
  if (start.kind === 'stop') return unknown(start.reason);
  if (start.kind === 'out') return { ...unknown(null), status: 'unchanged' };
  return start.kind === 'trail' ? followTo(memory, start, record) : answered(start, false, record);
}

/** Where the commented lines stand, in the commit that was commented on or in another one that has them. */
async function startOf(
  memory: Memory,
  record: PullRequestRecord,
  thread: ThreadRecord,
): Promise<Trail | Result | Stop> {
  const [lines, commit] = [linesOfThread(thread)!, thread.comments[0]!.originalCommit!];
  const side = sideOfHunk(thread.comments[0]!.diffHunk, 'RIGHT');
  const { path } = thread;
  const content = await memory.file(commit, path);
  if (isUnknown(content)) return inAnother(content.unknown);
  // The path is the file's name today, so it may have another one there.
  if (content === null) return inAnother('commit-gone');
  const code = await memory.code(content);
  if (isUnknown(code)) return stop(code.unknown);
  const region = locate(lines, side, code);
  return region ? begin({ commit, path, content, region }) : stop('ambiguous');

  /** The commit was pushed away, or never came here: its lines may stand in one of those that took its place. */
  async function inAnother(reason: Stop['reason']): Promise<Trail | Result | Stop> {
    const isPushedAway = reason === 'commit-gone' && (record.changes?.forcePushes?.length ?? 0) > 0;
    const gone = stop(isPushedAway ? 'force-pushed' : reason);
    if (reason === 'offline' || !side) return gone;
    const ids = [...new Set([...(record.changes?.commits ?? []).map(({ sha }) => sha), record.headSha!])];
    const newest = ids.slice(-mostTried).reverse();
    const files = await memory.files(newest.map((id) => ({ commit: id, path })));
    for (const [i, found] of files.entries()) {
      if (typeof found !== 'string') continue;
      const code = await memory.code(found);
      const region = isUnknown(code) ? null : findHunk(lines, side, code);
      if (region) return begin({ commit: newest[i]!, path, content: found, region });
    }
    return (isPushedAway && (await changedByHunk(memory, record, thread, lines, side))) || gone;
  }
}

/** So many of a pull request's newest commits are searched for lines whose own commit is gone. */
const mostTried = 50;

async function followTo(memory: Memory, start: Trail, record: PullRequestRecord): Promise<Answer> {
  const head = record.headSha!;
  const stands = start.commit === head ? start : await standsAt(memory, start, head);
  const end = stands ? { ...start, ...stands } : await followAnswer(memory, start, head, record);
  if (end.kind === 'stop') return unknown(end.reason);
  if (end.kind !== 'trail') return answered(await inNewest(memory, end, head), false, record);
  const later = await sinceMerge(memory, end, record);
  return later.end.kind === 'trail'
    ? stillThere(later.end, later.isAfterMerge, later.partly, record)
    : answered(later.end, later.isAfterMerge, record);
}

async function followAnswer(
  memory: Memory,
  start: Trail,
  head: string,
  record: PullRequestRecord,
): Promise<Trail | Outcome | Result | Stop> {
  const way = await memory.way(start.commit, head);
  if (isUnknown(way)) return stop(way.unknown);
  return way.kind === 'apart'
    ? acrossRewrite(memory, start, head, record)
    : through(memory, start, way.commits);
}

/** With the place of what stands there instead, where it is to be found in the newest commit. */
async function inNewest<T extends Outcome | Result>(memory: Memory, end: T, head: string): Promise<T> {
  if (!end.place || end.place.commit === head) return end;
  return { ...end, place: await standsAt(memory, end.place, head) };
}

function answered(end: Outcome | Result, isAfterMerge: boolean, record: PullRequestRecord): Answer {
  const { kind: status, commit, place } = end;
  return {
    ...told(commit),
    status,
    isBeforeMerge: record.state === 'MERGED' ? !isAfterMerge : null,
    place: place && shown(place),
    reason: commit === null ? end.reason : null,
  };
}

function stillThere(
  trail: Trail,
  isAfterMerge: boolean,
  partly: Answer['reason'],
  record: PullRequestRecord,
): Answer {
  const place = shown(trail);
  const reason = partly ?? (trail.isByBase ? 'base' : null);
  if (!trail.moved) return { ...told(null), status: 'unchanged', isBeforeMerge: null, place, reason };
  const isBeforeMerge = record.state === 'MERGED' ? !isAfterMerge : null;
  // After a rewrite there is no commit of which it could be said.
  if (trail.moved.at === '') {
    return { ...told(null), status: 'moved', isBeforeMerge, place, reason: 'force-pushed' };
  }
  return { ...told(trail.moved), status: 'moved', isBeforeMerge, place, reason };
}

const unknown = (reason: Answer['reason']): Answer => ({
  ...{ status: 'unknown', commit: null, at: null, isBeforeMerge: null, place: null, reason },
});
const told = (commit: CodeCommit | null) => ({ commit: commit?.id ?? null, at: commit?.at ?? null });
const shown = ({ path, region }: Place) => ({ path, line: region.from + 1 });
