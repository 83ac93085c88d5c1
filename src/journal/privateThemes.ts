import type { JournalEvent, NewEvent } from '../model/events.ts';

/**
 * The themes that are made of private feedback alone: their names are words of it, as a rule, and stay with it.
 * @param makings of themes; other events are passed over
 * @param placed by feedback its theme, before these events
 * @param isPrivate records that are kept private
 */
export function privateThemes(
  makings: readonly (JournalEvent | NewEvent)[],
  placed: ReadonlyMap<string, string | null>,
  isPrivate: ReadonlySet<string>,
): string[] {
  const named = new Set(makings.flatMap((event) => (event.type === 'theme.made' ? event.payload.theme : [])));
  if (named.size === 0) return [];
  const now = new Map(placed);
  for (const { type, payload } of makings) {
    if (type === 'theme.placed') now.set(payload.feedback, payload.theme);
  }
  const made = new Map<string, boolean>();
  for (const [feedback, theme] of now) {
    if (theme !== null && named.has(theme))
      made.set(theme, (made.get(theme) ?? true) && isPrivate.has(feedback));
  }
  return [...made].flatMap(([theme, isAllPrivate]) => (isAllPrivate ? theme : []));
}
