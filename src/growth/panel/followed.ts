import type { FollowThrough } from '../../model/growth.ts';
import type { Feedback } from '../../model/state.ts';
import { isIn, type Period, timeOf } from './period.ts';
import { type Spread, spreadOf } from './spread.ts';

export const followStatuses = ['changed', 'removed', 'moved', 'unchanged', 'unknown'] as const;

/** From feedback to action: what became of commented lines, and how long that took. */
export type Followed = {
  /** Line comments of the period that were looked at. */
  looked: number;
  /** Line comments that nobody has looked at yet. */
  pending: number;
  counts: Record<FollowThrough['status'], number>;
  /** Of those that were changed or removed: before the merge, after it, and where that is not known. */
  merge: { before: number; after: number; unknown: number };
  /** Days from the comment to the commit, of what was changed or removed. */
  days: number[];
  /** `null`: not enough yet. */
  spread: Spread | null;
  /** Changed or removed before the comment was made, by their clocks, or at no known time. */
  undated: number;
  /** How many of `days` are at most so many; the last one has no end (`null`). */
  bins: { upTo: number | null; count: number }[];
};

const limits = [1, 3, 7, 14, 30, null];
const day = 86_400_000;

/** @param follow what is known by feedback id; `null` while it is being worked out */
export function followedOf(
  { feedback, follow, goal, now }: FollowedInput,
  period: Pick<Period, 'from' | 'to'>,
): Followed {
  const counts = { changed: 0, removed: 0, moved: 0, unchanged: 0, unknown: 0 };
  const merge = { before: 0, after: 0, unknown: 0 };
  const days: number[] = [];
  let [looked, pending, undated] = [0, 0, 0];
  for (const piece of feedback) {
    if (piece.kind !== 'line' || piece.isBot || piece.isSetAside || piece.inReplyTo !== null) continue;
    if (goal !== null && !piece.goalIds.includes(goal)) continue;
    const said = timeOf(piece.createdAt, now);
    if (!isIn(said, period)) continue;
    const found = follow.get(piece.id);
    if (!found) {
      pending++;
      continue;
    }
    looked++;
    counts[found.status]++;
    if (found.status !== 'changed' && found.status !== 'removed') continue;
    merge[found.isBeforeMerge === null ? 'unknown' : found.isBeforeMerge ? 'before' : 'after']++;
    const done = found.at === null ? null : timeOf(found.at, now);
    if (done === null || done < said) undated++;
    else days.push((done - said) / day);
  }
  const bins = limits.map((upTo, i) => ({
    upTo,
    count: days.filter((each) => each > (limits[i - 1] ?? -1) && (upTo === null || each <= upTo)).length,
  }));
  return { looked, pending, counts, merge, days, spread: spreadOf(days), undated, bins };
}

type FollowedInput = {
  feedback: readonly Feedback[];
  follow: ReadonlyMap<string, FollowThrough>;
  goal: string | null;
  now: Date;
};
