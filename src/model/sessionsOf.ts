import { actionOf } from './overlay.ts';
import type { SessionRecord, SpaceRecords, TextRecord } from './records.ts';
import type { LogEntry, Session } from './session.ts';
import { readSession } from './sessionText/readSession.ts';
import type { NextAction, Tag } from './state.ts';

/** So many rows of one text are told of: nobody writes more, and a stranger's thousands hold up no window. */
export const mostEntries = 500;
/** So much of what one person wrote is read for its rows, in characters, the newest sessions first: many years of it. */
export const mostRead = 4_000_000;

/** Sessions in the order of their dates. Goals and a pairing that are not there are left out. */
export function sessionsOf(records: SpaceRecords): Session[] {
  const read = new Map<string, number>();
  const inOrder = [...records.sessions.values()].sort(compare);
  return inOrder
    .reverse()
    .map((record) => sessionOf(record, records, read))
    .reverse();
}

function sessionOf(record: SessionRecord, records: SpaceRecords, read: Map<string, number>): Session {
  const { goals, pairing, texts, created, ...rest } = record;
  const { isPrivate } = records;
  const entries = texts.flatMap((text): LogEntry[] => {
    const { by } = text.written;
    const length = (read.get(by) ?? 0) + text.text.length;
    read.set(by, length);
    return length > mostRead ? [] : rowsOf(text).map((row) => ({ ...row, by }));
  });
  return {
    ...rest,
    people: rest.people.slice(),
    goalIds: goals.filter((id) => records.goals.has(id)),
    pairingId: pairing !== null && records.pairings.has(pairing) ? pairing : null,
    texts: texts.map(({ written, ...text }) => ({ ...text, by: written.by, claimedBy: written.claimedBy })),
    entries,
    createdBy: created.by,
    claimedBy: created.claimedBy,
    isPrivate: isPrivate.has(rest.id) || (pairing !== null && isPrivate.has(pairing)),
  };
}

function compare(a: SessionRecord, b: SessionRecord): number {
  const [left, right] = [a, b].map(({ date, heldAt, createdAt, id }) => [date, heldAt ?? '', createdAt, id]);
  const at = left!.findIndex((value, i) => value !== right![i]);
  return at < 0 ? 0 : left![at]! < right![at]! ? -1 : 1;
}

type Row = Omit<LogEntry, 'by'>;
/** What a text says, read once as long as it stands; and after a new fold, which makes new records of the same texts. */
const rowsOfRecord = new WeakMap<TextRecord, { text: string; rows: Row[] }>();
/** Characters of text in `late`, at most. */
const mostKept = 8_000_000;
let late = new Map<string, Row[]>();
let before = new Map<string, Row[]>();
let kept = 0;

function rowsOf(record: TextRecord): Row[] {
  const { text } = record;
  const known = rowsOfRecord.get(record);
  if (known?.text === text) return known.rows;
  const rows = late.get(text) ?? before.get(text) ?? readSession(text).entries.slice(0, mostEntries);
  rowsOfRecord.set(record, { text, rows });
  if (late.has(text)) return rows;
  if (kept > mostKept) {
    before = late;
    late = new Map();
    kept = 0;
  }
  late.set(text, rows);
  kept += text.length + 100;
  return rows;
}

/** A next action or a piece of feedback that a session's text made, whether or not it still stands in the text. */
export type MadeBySession = {
  actions: (NextAction & { isWithdrawn: boolean })[];
  feedback: {
    id: string;
    author: string;
    body: string;
    tag: Tag | null;
    goalIds: string[];
    createdBy: string;
    sessionId: string;
    isWithdrawn: boolean;
  }[];
};

/** What a session's texts have made so far, so that saving a text knows which of its lines are new, or come back. */
export function madeBySession(records: SpaceRecords, session: string): MadeBySession {
  const made: MadeBySession = { actions: [], feedback: [] };
  for (const action of records.actions.values()) {
    if (action.session !== session) continue;
    made.actions.push({ ...actionOf(action, records), isWithdrawn: action.isWithdrawn });
  }
  for (const { id, author, body, entered, isWithdrawn, session: of } of records.entered.values()) {
    if (of !== session) continue;
    const mark = records.marks.get(id);
    const marked = { tag: mark?.tag ?? null, goalIds: mark?.goalIds.slice() ?? [] };
    made.feedback.push({
      ...{ id, author, body, ...marked, createdBy: entered.by, sessionId: session, isWithdrawn },
    });
  }
  return made;
}
