import type { Person, PullRequestRecord } from '../../model/pullRequest.ts';
import { isIn, type Period, timeOf } from './period.ts';

/** Who reviews which part of the code: how knowledge spreads in the team. It counts pull requests, never people. */
export type Reviewing = {
  /** The mentee's pull requests of the period, and those that somebody else reviewed. */
  pullRequests: number;
  reviewed: number;
  /** Reviewers by name. */
  people: { name: string; pullRequests: number }[];
  /** Areas with the most reviewed pull requests first; `people` by name. */
  areas: Area[];
  /** Further areas that are left out. */
  moreAreas: number;
  /** Areas that all reviewed pull requests of were looked at by one and the same person, where there were enough. */
  alone: { area: string; name: string; pullRequests: number }[];
  /** Pull requests of which it is not known what they touch: where they are, there may be more. */
  unknownFiles: number;
};
export type Area = {
  /** A folder, at most two deep; `''` for files that stand in none. */
  area: string;
  pullRequests: number;
  people: { name: string; pullRequests: number }[];
};

/** Fewer pull requests than these say nothing about who knows an area. */
const enough = 5;
const mostAreas = 12;

export function reviewingOf(
  { pullRequests, mentee, now }: ReviewingInput,
  period: Pick<Period, 'from' | 'to'>,
): Reviewing {
  const names = new Map<string, string>();
  const people = new Map<string, number>();
  const areas = new Map<string, { all: number; people: Map<string, number> }>();
  let [all, reviewed, unknownFiles] = [0, 0, 0];
  const isMentee = (person: Person | null) =>
    mentee === null || person?.login.toLowerCase() === mentee.toLowerCase();
  for (const record of pullRequests) {
    if (!isMentee(record.author) || !isIn(timeOf(record.createdAt, now), period)) continue;
    all++;
    const reviewers = reviewersOf(record);
    if (reviewers.size === 0) continue;
    reviewed++;
    for (const [key, name] of reviewers) {
      names.set(key, names.get(key) ?? name);
      people.set(key, (people.get(key) ?? 0) + 1);
    }
    const files = record.changes?.files ?? null;
    if (files === null) unknownFiles++;
    const paths = [...(files ?? []).map(({ path }) => path), ...record.threads.map(({ path }) => path)];
    for (const area of new Set(paths.map(areaOf))) {
      const known = areas.get(area) ?? { all: 0, people: new Map<string, number>() };
      areas.set(area, known);
      known.all++;
      for (const key of reviewers.keys()) known.people.set(key, (known.people.get(key) ?? 0) + 1);
    }
  }
  const named = (counts: ReadonlyMap<string, number>) =>
    [...counts]
      .map(([key, count]) => ({ name: names.get(key)!, pullRequests: count }))
      .sort((a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()));
  const sorted = [...areas].sort((a, b) => b[1].all - a[1].all || compare(a[0], b[0]));
  const alone = sorted.flatMap(([area, { all, people }]) =>
    people.size === 1 && all >= enough ? [{ area, name: named(people)[0]!.name, pullRequests: all }] : [],
  );
  return {
    ...{ pullRequests: all, reviewed, people: named(people), alone, unknownFiles },
    areas: sorted
      .slice(0, mostAreas)
      .map(([area, { all, people }]) => ({ area, pullRequests: all, people: named(people) })),
    moreAreas: Math.max(0, sorted.length - mostAreas),
  };
}

type ReviewingInput = { pullRequests: readonly PullRequestRecord[]; mentee: string | null; now: Date };

/** Who submitted a review or wrote at a line; by the name in small letters, since GitHub's are alike then. */
function reviewersOf({ author, reviews, threads }: PullRequestRecord): Map<string, string> {
  const found = new Map<string, string>();
  const own = author?.login.toLowerCase();
  const add = (person: Person | null) => {
    const key = person?.login.toLowerCase();
    if (person && key !== undefined && !person.isBot && key !== own) found.set(key, person.login);
  };
  for (const { author: by, verdict } of reviews) if (verdict !== 'PENDING') add(by);
  for (const { comments } of threads) for (const { author: by } of comments) add(by);
  return found;
}

function areaOf(path: string): string {
  return path.split('/').slice(0, -1).slice(0, 2).join('/');
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
