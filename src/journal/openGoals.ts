import type { NewEvent } from '../model/events.ts';

/**
 * A session goes to the others without its private goals: that it is about these, too, is said once more in the private
 * journal, after it.
 * @param events of one act that go into the shared journal
 * @param isPrivate records that are kept private
 */
export function openGoals(
  events: readonly NewEvent[],
  isPrivate: ReadonlySet<string>,
): { open: NewEvent[]; kept: NewEvent[] } {
  const kept: NewEvent[] = [];
  const open = events.map((event): NewEvent => {
    if (event.type !== 'session.logged' && event.type !== 'session.edited') return event;
    const { session, goals } = event.payload;
    if (!goals?.some((goal) => isPrivate.has(goal))) return event;
    kept.push({ type: 'session.edited', payload: { session, goals } });
    const shown = goals.filter((goal) => !isPrivate.has(goal));
    return { ...event, payload: { ...event.payload, goals: shown } } as NewEvent;
  });
  return { open, kept };
}
