import type { OwnLoad } from '../../programme/health/index.ts';
import type { LoadStore } from '../programme/load/spaces.ts';

/** The user's own hours of this month over all mentorships; `null` as long as nobody has read the other spaces. */
export async function ownLoad(store: LoadStore, now: Date): Promise<OwnLoad | null> {
  const { ownBudget } = await import('../programme/load/index.ts');
  return ownBudget(store, now);
}
