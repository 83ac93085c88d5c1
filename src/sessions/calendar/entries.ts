import { dayOf, isDate } from '../../model/isoDate.ts';
import { plainLine } from '../../model/plainLine.ts';
import type { Session, SessionKind } from '../../model/session.ts';
import type { State } from '../../model/state.ts';
import { nextSession } from '../nextSession.ts';

/** An entry of a calendar. */
export type CalendarEntry = {
  /** The same for the same record each time, so that a calendar that reads the file again changes what it has. */
  uid: string;
  title: string;
  /** ISO date of a whole day, or the ISO time at which it began. */
  start: string;
  isAllDay: boolean;
  /** How long it took, `null` where nobody said. */
  minutes: number | null;
  /** Of the call; a web address. */
  location: string | null;
  description: string | null;
  /** Only the rhythm says so; nothing is agreed yet. */
  isTentative: boolean;
  /** Takes no room: due dates, and what was planned for a day only. */
  isFree: boolean;
};

/** The words of a calendar, in the user's language. */
export type CalendarWords = {
  kinds: Record<SessionKind, string>;
  session(kind: string, people: string): string;
  /** What the rhythm proposes. */
  proposed(kind: string): string;
  due(text: string, owner: string | null): string;
  targetDate(goal: string): string;
  goals(titles: string): string;
};

export type CalendarState = Pick<State, 'sessions' | 'actions' | 'goals' | 'mentorship'>;

/**
 * Sessions held and planned, the next one by the rhythm, and the due dates of open promises and active goals. Private
 * records take part as far as the caller has left them in.
 * @param space what tells this space's next meeting from another's
 */
export function calendarEntries(
  state: CalendarState,
  { now, space }: { now: Date; space: string },
  words: CalendarWords,
): CalendarEntry[] {
  const entries = state.sessions.flatMap((session) => ofSession(session, state, words));
  const next = nextSession(state, now);
  if (next && !next.session) {
    // What is overdue is to be made up for: a calendar looks ahead.
    const start = next.isOverdue ? dayOf(now) : next.date;
    entries.push(
      wholeDay(`next.${space}`, start, words.proposed(words.kinds[next.kind]), { isTentative: true }),
    );
  }
  for (const { id, text, owner, dueDate, doneAt } of state.actions) {
    if (dueDate === null || doneAt !== null || !isDate(dueDate)) continue;
    entries.push(wholeDay(`due.${id}`, dueDate, words.due(line(text), owner === null ? null : line(owner))));
  }
  for (const { id, title, targetDate, status } of state.goals) {
    if (targetDate === null || status !== 'active' || !isDate(targetDate)) continue;
    entries.push(wholeDay(`goal.${id}`, targetDate, words.targetDate(line(title))));
  }
  return entries;
}

function ofSession(session: Session, { goals }: CalendarState, words: CalendarWords): CalendarEntry[] {
  const { id, kind, people, date, heldAt, minutes, goalIds, link } = session;
  const titles = goals.filter((goal) => goalIds.includes(goal.id)).map(({ title }) => line(title));
  const more = {
    location: isWeb(link) ? link : null,
    description: titles.length > 0 ? words.goals(titles.join('; ')) : null,
  };
  const title = words.session(words.kinds[kind], people.map(line).filter(Boolean).join(', '));
  const uid = `session.${id}`;
  const at = heldAt === null ? Number.NaN : Date.parse(heldAt);
  // Outside of these years calendars have no way to write a time.
  if (at > 0 && at < Date.parse('9999-01-01')) {
    const start = new Date(at).toISOString();
    return [{ ...wholeDay(uid, start, title, more), isAllDay: false, isFree: false, minutes }];
  }
  return isDate(date) ? [wholeDay(uid, date, title, more)] : [];
}

function wholeDay(
  uid: string,
  start: string,
  title: string,
  more: Partial<CalendarEntry> = {},
): CalendarEntry {
  return {
    ...{ uid: `${safeId(uid)}@cairn.invalid`, title, start, isAllDay: true, minutes: null },
    ...{ location: null, description: null, isTentative: false, isFree: true },
    ...more,
  };
}

/** Ids are anybody's text, too. */
const safeId = (id: string) => encodeURIComponent(id.toWellFormed());
const line = (text: string) => plainLine(text, 200);

function isWeb(link: string | null): boolean {
  if (link === null || /[\s\p{C}]/u.test(link)) return false;
  try {
    return /^https?:$/.test(new URL(link).protocol);
  } catch {
    return false;
  }
}
