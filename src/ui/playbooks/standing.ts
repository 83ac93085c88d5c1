import { type Made, madeBefore } from '../../programme/playbooks/index.ts';
import type { Store } from '../store.ts';

/** What was made by steps of playbooks in the space that is shown. */
export async function madeHere(store: Store): Promise<Made> {
  const events = await store.events();
  const ids = (some: readonly { id: string }[]) => new Set(some.map(({ id }) => id));
  return madeBefore(events, {
    goals: ids(store.goals),
    actions: ids(store.actions),
    sessions: ids(store.sessions),
  });
}
