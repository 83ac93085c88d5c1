import type { NewEvent } from '../model/events.ts';
import type { Session } from '../model/session.ts';
import { readSession } from '../model/sessionText/readSession.ts';
import type { Feedback, NextAction } from '../model/state.ts';
import type { ReadDate } from './dates.ts';
import { readNextAction } from './nextActionLine.ts';

/** Next actions and feedback of the space; those that were withdrawn too, where they are known: they can come back. */
export type Standing = {
  actions: readonly (Pick<
    NextAction,
    'id' | 'text' | 'owner' | 'dueDate' | 'doneAt' | 'createdBy' | 'sessionId'
  > & {
    isWithdrawn?: boolean;
  })[];
  feedback: readonly (Pick<Feedback, 'id' | 'author' | 'body' | 'tag' | 'goalIds' | 'createdBy'> & {
    sessionId?: string | null;
    isWithdrawn?: boolean;
  })[];
  /** Whose growth the space is about, where that is known. */
  mentee?: string | null;
};

export type Saved = {
  session: Pick<Session, 'id' | 'people' | 'goalIds' | 'heldAt'>;
  /** The writer's text as it stood, `null` where they had none. */
  before: string | null;
  after: string;
  state: Standing;
  /** Login or name of whose text it is. */
  me: string;
  /** The day from which dates in words count. */
  today: Date;
  /** That of `dates.ts`, which is loaded on first use. */
  readDate: (words: string, reference: Date) => ReadDate;
  newId: () => string;
};

/**
 * What somebody's text of a session says of next actions and of keep, stop and start, as events beside the
 * `session.written` of the same act (which is not among them): what is new in it, what changed, what was ticked, what
 * was taken out and what came back. Nothing where nothing changed. Private sessions: `perform` with `isPrivate`.
 */
export function savedActs({ session, before, after, today, readDate, newId }: Saved): NewEvent[] {
  const known = new Set(readSession(before ?? '').actions.map(({ line }) => line));
  return readSession(after).actions.flatMap(({ line }): NewEvent[] => {
    if (known.has(line)) return [];
    const read = readNextAction(line, today, readDate);
    if ('problem' in read) return [];
    return [{ type: 'action.added', payload: { ...read, action: newId(), goal: null, session: session.id } }];
  });
}
