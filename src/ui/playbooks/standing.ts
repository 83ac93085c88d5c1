import { type Made, madeBefore } from '../../programme/playbooks/index.ts';
import type { Store } from '../store.ts';
import { untilChange } from './keep.ts';

/** What was made by steps of playbooks in the space that is shown, as the files say just now. */
export async function madeHere(store: Store): Promise<Made> {
  const events = await store.events();
  const ids = (some: readonly { id: string }[]) => new Set(some.map(({ id }) => id));
  return madeBefore(events, {
    goals: ids(store.goals),
    actions: ids(store.actions),
    sessions: ids(store.sessions),
  });
}

const keepers = new WeakMap<Store, () => Promise<Made>>();

/** The same, kept until the store changes, another space included: an editor asks at each stop in typing. */
export function madeToShow(store: Store): Promise<Made> {
  let keeper = keepers.get(store);
  if (!keeper) {
    keeper = untilChange(store.onDidChange, () => madeHere(store));
    keepers.set(store, keeper);
  }
  return keeper();
}
