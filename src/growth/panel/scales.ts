import { type Scale, type ScaleAnswer, scales } from '../../model/growth.ts';
import type { PullRequestRecord } from '../../model/pullRequest.ts';
import { isIn, type Period, timeOf } from './period.ts';

/** What a mentee says of themselves, over time. */
export type OwnScales = {
  scales: { scale: Scale; answers: { at: number; value: number; isPrivate: boolean }[] }[];
  /** Whether nobody else sees any of it. */
  isPrivate: boolean;
  undated: number;
  firstApproved: FirstApproved[];
};

/** From the first pull request in a repository to the first one that somebody approved, whenever that was. */
export type FirstApproved = {
  repository: string;
  /** Weeks, not whole; `null`: nothing was approved so far, or the clocks do not tell. */
  weeks: number | null;
  isApproved: boolean;
  /** What was approved first. */
  pullRequest: { number: number; title: string; url: string } | null;
  /** When it was approved, ISO. */
  at: string | null;
};

const week = 7 * 86_400_000;

export function ownScalesOf(
  { answers, pullRequests, mentee, goal, now }: ScalesInput,
  period: Pick<Period, 'from' | 'to'>,
): OwnScales {
  let undated = 0;
  const kept = answers.flatMap((answer) => {
    const at = timeOf(answer.answeredAt, now);
    if (at === null) undated++;
    // What is said of no goal is said of all.
    const isAsked = goal === null || answer.goalId === null || answer.goalId === goal;
    return isIn(at, period) && isAsked ? [{ ...answer, at }] : [];
  });
  return {
    scales: scales.flatMap((scale) => {
      const some = kept.filter((answer) => answer.scale === scale).sort((a, b) => a.at - b.at);
      const points = some.map(({ at, value, isPrivate }) => ({ at, value, isPrivate }));
      return points.length === 0 ? [] : [{ scale, answers: points }];
    }),
    isPrivate: kept.every((answer) => answer.isPrivate),
    undated,
    firstApproved: firstApproved(pullRequests, mentee, now),
  };
}

type ScalesInput = {
  answers: readonly ScaleAnswer[];
  pullRequests: readonly PullRequestRecord[];
  mentee: string | null;
  goal: string | null;
  now: Date;
};

/** By repository; those in which nothing was asked of anybody are left out. */
function firstApproved(
  pullRequests: readonly PullRequestRecord[],
  mentee: string | null,
  now: Date,
): FirstApproved[] {
  const own = new Map<string, PullRequestRecord[]>();
  for (const record of pullRequests) {
    if (mentee === null || record.author?.login.toLowerCase() !== mentee.toLowerCase()) continue;
    const there = own.get(record.repository);
    if (there) there.push(record);
    else own.set(record.repository, [record]);
  }
  return [...own]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([repository, records]) => {
      const opened = records.map(({ createdAt }) => timeOf(createdAt, now));
      const approvals = records.flatMap((record) =>
        record.reviews
          .filter(
            ({ verdict, author }) =>
              verdict === 'APPROVED' && !author?.isBot && author?.login !== record.author?.login,
          )
          .map(({ createdAt }) => ({ record, createdAt, at: timeOf(createdAt, now) })),
      );
      const none = { repository, weeks: null, pullRequest: null, at: null };
      if (approvals.length === 0) return { ...none, isApproved: false };
      // One time that cannot be makes it unknown which one was the first.
      if (opened.includes(null) || approvals.some(({ at }) => at === null))
        return { ...none, isApproved: true };
      const first = approvals.reduce((one, other) => (other.at! < one.at! ? other : one));
      const begin = opened.reduce((least, at) => Math.min(least!, at!), Number.POSITIVE_INFINITY)!;
      if (first.at! < begin) return { ...none, isApproved: true };
      const { number, title, url } = first.record;
      return {
        repository,
        weeks: (first.at! - begin) / week,
        isApproved: true,
        pullRequest: { number, title, url },
        at: first.createdAt,
      };
    });
}
