import { type Feedback, type Goal, type Tag, tags } from '../../model/state.ts';
import { type Bin, binAt, isIn, type Period, timeOf } from './period.ts';

export type TaggedBin = Bin & { counts: Record<Tag, number> };

/** Keep, stop and start over time. */
export type Tagged = {
  /** One entry for each of the period's bins. */
  bins: TaggedBin[];
  counts: Record<Tag, number>;
  /** In the order of the goals; goals without any are left out. `goalId: null` is what serves no goal. */
  byGoal: { goalId: string | null; title: string; counts: Record<Tag, number>; bins: TaggedBin[] }[];
  /** Said in the period, neither tagged nor set aside, and not by a bot. */
  untagged: number;
  /** Tagged at all, with a time that cannot be: in no period but counted here. */
  undated: number;
};

export const noTags = (): Record<Tag, number> => ({ keep: 0, stop: 0, start: 0 });
export const sumOf = (counts: Record<Tag, number>): number =>
  tags.reduce((total, tag) => total + counts[tag], 0);

/** Counts each piece once; only among the goals it counts with each goal that it is linked to. */
export function taggedOf(
  { feedback, goals, goal, now }: TaggedInput,
  period: Pick<Period, 'from' | 'to' | 'bins'>,
): Tagged {
  const blank = () => ({ counts: noTags(), bins: period.bins.map((bin) => ({ ...bin, counts: noTags() })) });
  const { counts, bins } = blank();
  const under = new Map<string | null, ReturnType<typeof blank>>(goals.map(({ id }) => [id, blank()]));
  under.set(null, blank());
  let [untagged, undated] = [0, 0];
  for (const piece of feedback) {
    if (piece.isSetAside || (goal !== null && !piece.goalIds.includes(goal))) continue;
    const time = timeOf(piece.createdAt, now);
    if (piece.tag === null) {
      if (!piece.isBot && isIn(time, period)) untagged++;
      continue;
    }
    if (time === null) undated++;
    if (!isIn(time, period)) continue;
    counts[piece.tag]++;
    const at = binAt(bins, time);
    bins[at]!.counts[piece.tag]++;
    const known = piece.goalIds.filter((id) => under.has(id));
    for (const id of known.length > 0 ? known : [null]) {
      const each = under.get(id)!;
      each.counts[piece.tag]++;
      each.bins[at]!.counts[piece.tag]++;
    }
  }
  const titles = new Map(goals.map(({ id, title }) => [id, title]));
  const byGoal = [...under]
    .filter(([id, each]) => sumOf(each.counts) > 0 && (goal === null || id === goal))
    .map(([goalId, each]) => ({ goalId, title: titles.get(goalId ?? '') ?? '', ...each }));
  return { bins, counts, byGoal, untagged, undated };
}

type TaggedInput = {
  feedback: readonly Feedback[];
  goals: readonly Pick<Goal, 'id' | 'title'>[];
  goal: string | null;
  now: Date;
};
