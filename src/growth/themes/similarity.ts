import type { Reading } from './reading.ts';

/** How alike two pieces of feedback are, 0 to 1; depends on these two alone. */
export function similarity(one: Reading, other: Reading): number {
  let shared = 0;
  const [few, many] =
    one.terms.size <= other.terms.size ? [one.terms, other.terms] : [other.terms, one.terms];
  for (const [term, weight] of few) shared += weight * (many.get(term) ?? 0);
  const isSameTopic = one.topic >= 0 && one.topic === other.topic;
  const isSameKind =
    one.kind !== null && one.kind.role === other.kind?.role && one.kind.language === other.kind.language;
  const hasSameGoal = one.goalIds.some((id) => other.goalIds.includes(id));
  return 0.6 * shared + (isSameTopic ? 0.2 : 0) + (isSameKind ? 0.1 : 0) + (hasSameGoal ? 0.1 : 0);
}
