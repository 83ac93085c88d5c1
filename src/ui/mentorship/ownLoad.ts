import type { OwnLoad } from '../../programme/health/index.ts';
import type { HealthStore } from './look.ts';

/** The user's own hours of this month over all mentorships; `null` where they are not known. */
export async function ownLoad(_store: HealthStore, _now: Date): Promise<OwnLoad | null> {
  return null;
}
