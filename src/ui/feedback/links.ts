import type { Feedback } from '../../model/state.ts';

type Linked = Pick<Feedback, 'id' | 'goalIds'>;

/** The goals that all of these pieces are linked to. */
export function goalsOfAll(items: readonly Linked[]): string[] {
  const [first, ...others] = items;
  return first?.goalIds.filter((goal) => others.every((item) => item.goalIds.includes(goal))) ?? [];
}

/**
 * What changes when these goals are ticked for these pieces and all of them were linked to `before`: a goal that
 * was ticked and is no more is unlinked; one that only some were linked to stays where it was not ticked.
 */
export function linkChanges<T extends Linked>(
  items: readonly T[],
  ticked: readonly string[],
  before: readonly string[],
): { item: T; goal: string; isLinked: boolean }[] {
  const gone = before.filter((goal) => !ticked.includes(goal));
  return items.flatMap((item) => [
    ...ticked.filter((goal) => !item.goalIds.includes(goal)).map((goal) => ({ item, goal, isLinked: true })),
    ...gone.map((goal) => ({ item, goal, isLinked: false })),
  ]);
}
