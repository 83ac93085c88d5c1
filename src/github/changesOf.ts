import type * as z from 'zod/mini';
import type { PullRequestChanges } from '../model/pullRequest.ts';
import { changedFileShape, committedShape, forcePushShape } from './shapes.ts';
import type { RawPull } from './toRecord.ts';

/** The items of a list as far as they came; `null`: not to be had, or not whole. */
export type Items = unknown[] | null;

/** So many of a list are asked for; a longer one counts as not known. GitHub itself ends at these for the first two. */
export const longest = { commits: 250, files: 3000, timelineItems: 1000 };

/**
 * What happened to the code of a pull request. A list in which anything is missing or cannot be read is `null`: one
 * that looks whole and is not would say that a commit is gone, or a file untouched.
 */
export function changesOf(
  raw: RawPull,
  lists: { commits: Items; timelineItems: Items; files: Items },
): PullRequestChanges {
  const commits = allOf(committedShape, lists.commits, raw.commits?.totalCount);
  const forcePushes = allOf(forcePushShape, lists.timelineItems);
  const files = allOf(changedFileShape, lists.files, raw.files?.totalCount);
  return {
    mergedAt: raw.mergedAt,
    closedAt: raw.closedAt,
    mergeCommit: raw.mergeCommit?.oid ?? null,
    base: raw.baseRefName,
    commits: commits?.map(({ commit }) => ({ sha: commit.oid, committedAt: commit.committedDate })) ?? null,
    forcePushes:
      forcePushes?.map(({ createdAt, beforeCommit, afterCommit }) => ({
        at: createdAt,
        before: beforeCommit?.oid ?? null,
        after: afterCommit?.oid ?? null,
      })) ?? null,
    files,
    fileCount: raw.changedFiles ?? raw.files?.totalCount ?? null,
  };
}

function allOf<T extends z.ZodMiniType>(shape: T, items: Items, total?: number | null): z.infer<T>[] | null {
  if (items === null || (typeof total === 'number' && total !== items.length)) return null;
  const read: z.infer<T>[] = [];
  for (const item of items) {
    const { success, data } = shape.safeParse(item);
    if (!success) return null;
    read.push(data);
  }
  return read;
}
