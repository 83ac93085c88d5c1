import { dayOf } from '../../model/isoDate.ts';
import type { Session } from '../../model/session.ts';
import { readSession } from '../../model/sessionText/readSession.ts';
import { daysAfter } from './days.ts';
import type { Look, SignOf } from './types.ts';

/** So many check-ins in a row, and the last of them not long ago. */
const [row, recentDays] = [3, 60];

/** Whether a mentee brought a question, a goal or an example, as far as the session's text tells. */
export function isPrepared(
  { texts }: Pick<Session, 'texts'>,
  { mentorship, isSame }: Pick<Look, 'mentorship' | 'isSame'>,
): boolean {
  const mentees = mentorship?.mentees ?? [];
  return texts
    .filter(({ by }) => mentees.length === 0 || mentees.some((name) => isSame(name, by)))
    .some(({ text }) => Object.values(readSession(text).prepared).some((part) => part.trim() !== ''));
}

/** The last three check-ins began without anything prepared; said to both sides, since both sat in them. */
export function preparationSign(look: Look): SignOf<'preparation'> | null {
  const today = dayOf(look.now);
  const last = look.state.sessions
    .filter(({ kind, heldAt, date }) => kind === 'check-in' && heldAt !== null && date <= today)
    .slice(-row);
  const [first, newest] = [last[0], last.at(-1)];
  if (last.length < row || first === undefined || newest === undefined) return null;
  if (newest.date < daysAfter(today, -recentDays)) return null;
  if (last.some((session) => isPrepared(session, look))) return null;
  return { kind: 'preparation', about: null, count: row, from: first.date, to: newest.date };
}
