import { type CodeCommit, isUnknown, type Unknown } from '../../model/codeHistory.ts';
import type { FollowThrough } from '../../model/growth.ts';
import { whose } from './byBase.ts';
import type { Region } from './code.ts';
import { elsewhere } from './elsewhere.ts';
import type { Memory } from './memory.ts';
import { isTold, stepOf } from './step.ts';

/** Some lines of a file at a commit. */
export type Place = { commit: string; path: string; content: string; region: Region };

/** Lines that are followed: where they stand, and what happened to them that is no answer. */
export type Trail = Place & {
  kind: 'trail';
  /** The commit that took them elsewhere first. */
  moved: CodeCommit | null;
  /** The base branch changed them; what they were since is followed. */
  isByBase: boolean;
};

/** The lines are no longer what they were. */
export type Outcome = { kind: 'changed' | 'removed'; commit: CodeCommit; place: Place | null };
export type Stop = { kind: 'stop'; reason: NonNullable<FollowThrough['reason']> };
export const stop = (reason: Stop['reason']): Stop => ({ kind: 'stop', reason });

/** Where two lines of work came together: what the other one was, and what both come from. */
export type Joined = { theirs: string; fork: string };

/**
 * Follows lines into the next commit.
 * @param joined for a merge: what came with it
 * @param since the commit before it, to tell what it renamed
 */
export async function advance(
  memory: Memory,
  trail: Trail,
  commit: CodeCommit,
  joined: Joined | null,
  since = trail.commit,
): Promise<Trail | Outcome | Stop> {
  const file = await fileAt(memory, { commit: since, path: trail.path }, commit.id);
  if (isUnknown(file)) return stop(file.unknown);
  const here = { ...trail, commit: commit.id };
  if (file === null) return (await isTakenBy(memory, trail.path, joined)) ? stop('base') : taken(null);
  const { path, content } = file;
  if (content === trail.content) return { ...here, path };
  const compared = await memory.map(trail.content, content);
  if (isUnknown(compared)) return stop(compared.unknown);
  const step = stepOf(compared.old, trail.region, compared.now, compared);
  if (step.kind === 'same') return { ...here, path, content, region: step.region };
  const place = step.region && { commit: commit.id, path, content, region: step.region };
  if (joined) {
    const by = await broughtBy(memory, trail, content, joined);
    if (isUnknown(by)) return stop(by.unknown);
    if (by === 'unsure' || (by === 'base' && !place)) return stop('base');
    if (by === 'base') return { ...here, ...place!, isByBase: true };
  }
  if (step.kind === 'unsure') return stop('ambiguous');
  if (step.kind === 'moved')
    return place ? { ...here, ...place, moved: trail.moved ?? commit } : stop('ambiguous');
  if (step.kind === 'altered') return { kind: 'changed', commit, place };
  return taken(path);

  /** They stand nowhere in their file, or it is gone: perhaps they stand in another one. */
  async function taken(path: string | null): Promise<Trail | Outcome | Stop> {
    const found = await inOtherFiles(memory, trail, commit.id, path, since);
    if (isUnknown(found)) return stop(found.unknown);
    if (found === null) return { kind: 'removed', commit, place: null };
    const moved = trail.moved ?? commit;
    if (found.isWhole) return found.place ? { ...here, ...found.place, moved } : stop('ambiguous');
    return { kind: 'changed', commit, place: found.place };
  }
}

/** Whether the base branch may be what took a file away. */
export async function isTakenBy(memory: Memory, path: string, joined: Joined | null): Promise<boolean> {
  if (!joined) return false;
  const [before, there] = await memory.files(
    [joined.fork, joined.theirs].map((commit) => ({ commit, path })),
  );
  return there === null ? before !== null : typeof there !== 'string';
}

/** What a path holds at a later commit, under its new name where it was renamed; `null` where it is gone. */
export async function fileAt(
  memory: Memory,
  { commit, path }: Pick<Place, 'commit' | 'path'>,
  later: string,
): Promise<{ path: string; content: string } | null | Unknown> {
  const content = await memory.file(later, path);
  if (isUnknown(content)) return content;
  if (content !== null) return { path, content };
  const changes = await memory.changes(commit, later);
  if (isUnknown(changes)) return changes;
  const change = changes.find(({ before }) => before?.path === path);
  if (!change) return { unknown: 'commit-gone' };
  if (!change.after) return null;
  const renamed = change.after.content ?? (await memory.file(later, change.after.path));
  if (isUnknown(renamed)) return renamed;
  return renamed === null ? { unknown: 'commit-gone' } : { path: change.after.path, content: renamed };
}

/** So many files of a commit are searched for lines that were taken out of another one. */
const mostSearched = 40;

/** Looks for lines among what is new in the other files that a commit changed. `null`: there are none. */
export async function inOtherFiles(
  memory: Memory,
  from: Place,
  later: string,
  apart: string | null,
  since: string,
): Promise<{ isWhole: boolean; place: Place | null } | null | Unknown> {
  const old = await memory.code(from.content);
  if (isUnknown(old)) return old;
  if (!isTold(old, from.region)) return null;
  const changes = await memory.changes(since, later);
  if (isUnknown(changes)) return changes;
  const others = changes.filter(({ after }) => after && after.path !== apart);
  if (others.length > mostSearched) return { unknown: 'too-large' };
  const befores = await memory.files(
    others.flatMap(({ before }) => (before && !before.content ? [{ commit: since, path: before.path }] : [])),
  );
  const afters = await memory.files(
    others.flatMap(({ after }) => (after!.content ? [] : [{ commit: later, path: after!.path }])),
  );
  const whole: Place[] = [];
  const part: (Place | null)[] = [];
  let isInMany = false;
  for (const { before, after } of others) {
    const content = after!.content ?? afters.shift() ?? null;
    const previous = before && (before.content ?? befores.shift() ?? null);
    if (isUnknown(content)) return content;
    if (isUnknown(previous)) return previous;
    if (content === null || content === previous) continue;
    const compared = previous === null ? null : await memory.map(previous, content);
    const code = compared && !isUnknown(compared) ? compared.now : await memory.code(content);
    if (isUnknown(code)) {
      if (code.unknown === 'binary') continue;
      return code;
    }
    const map = compared && !isUnknown(compared) ? compared.map : null;
    const found = elsewhere(old, from.region, code, map);
    if (found.kind === 'none') continue;
    const place = found.region && { commit: later, path: after!.path, content, region: found.region };
    if (found.kind === 'part') part.push(place);
    else if (place) whole.push(place);
    else isInMany = true;
  }
  if (isInMany || whole.length > 0) {
    return { isWhole: true, place: !isInMany && whole.length === 1 ? whole[0]! : null };
  }
  return part.length === 0 ? null : { isWhole: false, place: part.length === 1 ? part[0]! : null };
}

/** See `whose`; by what the base branch made of the same file meanwhile. */
export async function broughtBy(
  memory: Memory,
  from: Place,
  content: string,
  { theirs, fork }: Joined,
): Promise<'own' | 'base' | 'unsure' | Unknown> {
  const own = await memory.map(from.content, content);
  if (isUnknown(own)) return own;
  const path = await nameBefore(memory, from, fork);
  if (isUnknown(path)) return path;
  if (path === null) return 'own';
  const [before, after] = await memory.files([
    { commit: fork, path },
    { commit: theirs, path },
  ]);
  if (isUnknown(before)) return before;
  if (isUnknown(after)) return after;
  if (before === after) return 'own';
  if (before === null || after === null) return 'unsure';
  const [forked, base] = [await memory.map(before!, from.content), await memory.map(before!, after!)];
  if (isUnknown(forked)) return forked;
  if (isUnknown(base)) return base;
  return whose(from.region, own, forked, base);
}

/** The name of a file at an earlier commit; `null` where it was not there yet. */
export async function nameBefore(
  memory: Memory,
  { commit, path }: Pick<Place, 'commit' | 'path'>,
  earlier: string,
): Promise<string | null | Unknown> {
  const content = await memory.file(earlier, path);
  if (isUnknown(content)) return content;
  if (content !== null) return path;
  const changes = await memory.changes(earlier, commit);
  if (isUnknown(changes)) return changes;
  const change = changes.find(({ after }) => after?.path === path);
  return change?.before?.path ?? null;
}
