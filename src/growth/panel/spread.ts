/** Fewer values than these say nothing of what is usual. */
export const enough = 5;

/** What is usual among values: their middle and the middle half, and how many there are. */
export type Spread = { count: number; median: number; low: number; high: number };

/** `null` where there are fewer than `enough`. */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length < enough) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return { count: sorted.length, median: at(sorted, 0.5), low: at(sorted, 0.25), high: at(sorted, 0.75) };
}

/** The value below which a share of the sorted values lies, between two neighbours in proportion. */
function at(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return low + (high - low) * (place - Math.floor(place));
}
