/** Fewer than these of a kind could be somebody whom a reader knows. */
export const fewest = 5;

/** How many there are of one kind, or of several that are told together. */
export type Group<K extends string> = { kinds: K[]; count: number };

/**
 * Counts by kind in which nobody stands out: kinds with fewer than five are told together, and as long as even these are
 * fewer than five, with the smallest of the others; so that nothing follows by taking the others from the whole.
 * `null` where there is nothing to break down: fewer than five in all, or all in one group.
 */
export function grouped<K extends string>(counts: readonly (readonly [K, number])[]): Group<K>[] | null {
  const present = counts.filter(([, count]) => count > 0);
  const large = present.filter(([, count]) => count >= fewest).sort((a, b) => b[1] - a[1]);
  const small = present.filter(([, count]) => count < fewest);
  const sum = () => small.reduce((all, [, count]) => all + count, 0);
  while (small.length > 0 && sum() < fewest && large.length > 0) small.push(large.pop()!);
  if (small.length > 0 && sum() < fewest) return null;
  const groups: Group<K>[] = large.map(([kind, count]) => ({ kinds: [kind], count }));
  if (small.length > 0) groups.push({ kinds: small.map(([kind]) => kind), count: sum() });
  return groups.length === 0 || (groups.length === 1 && present.length > 1) ? null : groups;
}
