import { ulid } from 'ulid';
import type { NewEvent } from '../../model/events.ts';
import { dayOf } from '../../model/isoDate.ts';
import type { Session } from '../../model/session.ts';
import { addRow, readRow } from '../../model/sessionText/row.ts';
import type { SessionParts } from './register.ts';
import { blankText, isMe, myName, ownText, savedEvents } from './texts.ts';

/** What is to be logged. */
export type ToLog = Pick<Session, 'kind' | 'minutes' | 'goalIds' | 'link'> & {
  /** With or without the user. */
  people: readonly string[];
  /** ISO date. */
  date: string;
  /** ISO time, `null` where it is planned only. */
  heldAt: string | null;
  /** One line each. */
  rows: readonly string[];
  /** Instead of rows: the whole text. */
  text?: string | undefined;
  isPrivate: boolean;
};

/**
 * Logs a session as one act: what it was, the text with its rows, and what that says of next actions and feedback.
 * @param planned the session that was planned; its text goes on
 * @throws CairnError 'journal-unwritable', 'invalid-argument': nothing was logged
 */
export async function logToJournal(
  parts: Pick<SessionParts, 'store' | 'signIn'>,
  toLog: ToLog,
  planned?: Session,
): Promise<{ id: string }> {
  const { kind, date, heldAt, minutes, goalIds, link, isPrivate } = toLog;
  const others = toLog.people.filter((name) => !isMe(parts, name));
  const people = [myName(parts), ...others];
  const id = planned?.id ?? ulid();
  const status = { kind, people, date, heldAt, minutes, goals: goalIds, link };
  const made: NewEvent = planned
    ? { type: 'session.edited', payload: { session: id, ...status } }
    : { type: 'session.logged', payload: { session: id, ...status, pairing: null } };
  const now = () => {
    const known = parts.store.sessions.find((one) => one.id === id);
    return { id, people, goalIds, heldAt, texts: known?.texts ?? [] };
  };
  const before = planned && ownText(parts, planned)?.text;
  const rows = toLog.rows.filter((row) => row.trim() !== '');
  const begun = before ?? titleLine(blankText(parts, { kind, date, people }));
  const after =
    toLog.text ?? (rows.length > 0 ? rows.reduce((text, row) => addRow(text, readRow(row)), begun) : before);
  const written = after === undefined ? [] : await savedEvents(parts, now, after);
  await parts.store.perform([made, ...written], { isPrivate });
  return { id };
}

/** When a session of a day was: now for today's, noon for one of another day. */
export function heldOn(date: string, now: Date): string {
  return date === dayOf(now) ? now.toISOString() : new Date(`${date}T12:00:00`).toISOString();
}

/** The table begins with the first row. */
const titleLine = (text: string) => `${text.split('\n', 1)[0]}\n`;
