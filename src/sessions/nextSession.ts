import { dayOf } from '../model/isoDate.ts';
import type { Session, SessionKind } from '../model/session.ts';
import type { Mentorship, State } from '../model/state.ts';

/** The meeting that comes next. */
export type NextSession = {
  kind: SessionKind;
  /** ISO date, `yyyy-mm-dd`. */
  date: string;
  /** What was planned; `null` where only the rhythm says so. */
  session: Session | null;
  /** Its day is over, and nobody has said that it was held. */
  isOverdue: boolean;
};

/**
 * The meeting that comes next: the earliest that is planned, or the check-in that the agreed rhythm asks for, whichever is
 * first. A check-in that is planned stands for the rhythm's. `null` where nothing is planned and no rhythm agreed.
 * Where a rhythm is agreed and none was held so far, the first one is due today, or on the day on which the mentorship
 * begins. What is paused or over asks for none by itself.
 */
export function nextSession(
  { sessions, mentorship }: Pick<State, 'sessions' | 'mentorship'>,
  now: Date,
): NextSession | null {
  const today = dayOf(now);
  const lastHeld = new Map<SessionKind, string>();
  for (const { kind, date, heldAt } of sessions) {
    if (heldAt !== null && date <= today && date > (lastHeld.get(kind) ?? '')) lastHeld.set(kind, date);
  }
  // What was planned and is over counts until another of its kind was held.
  const candidates: Omit<NextSession, 'isOverdue'>[] = sessions
    .filter(({ kind, date, heldAt }) => heldAt === null && date > (lastHeld.get(kind) ?? ''))
    .map((session) => ({ kind: session.kind, date: session.date, session }));
  const rhythm = isResting(mentorship, today) ? null : (mentorship?.rhythmDays ?? null);
  if (rhythm !== null && !candidates.some(({ kind }) => kind === 'check-in')) {
    const last = lastHeld.get('check-in');
    const first = mentorship?.startsOn ?? '';
    const date = last !== undefined ? daysLater(last, rhythm) : first > today ? first : today;
    candidates.push({ kind: 'check-in', date, session: null });
  }
  // Sorting keeps the order of those of one day.
  const [next] = candidates.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return next ? { ...next, isOverdue: next.date < today } : null;
}

/** Over, or paused and the day until when has not come. */
const isResting = (mentorship: Mentorship | null, today: string): boolean =>
  mentorship?.status === 'ended' ||
  (mentorship?.status === 'paused' && (mentorship.statusUntil === null || mentorship.statusUntil > today));

/** The ISO date so many days after an ISO date. */
export function daysLater(date: string, days: number): string {
  const later = new Date(`${date}T00:00:00Z`);
  later.setUTCDate(later.getUTCDate() + days);
  return later.toISOString().slice(0, 10);
}
