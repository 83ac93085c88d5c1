import type { NewEvent } from '../model/events.ts';
import type { Session } from '../model/session.ts';
import { readSession } from '../model/sessionText/readSession.ts';
import type { Feedback, NextAction } from '../model/state.ts';
import type { ReadDate } from './dates.ts';
import { savedActions } from './savedActions.ts';
import { savedFeedback } from './savedFeedback.ts';

/** What the texts of the session have made so far, withdrawn things included: they can come back. See `madeBySession`. */
export type Standing = {
  actions: readonly StandingAction[];
  feedback: readonly StandingFeedback[];
  /** Whose growth the space is about, where that is known. */
  mentee?: string | null;
  /** Those of the space: a next action of a session with one goal serves it, unless only one person knows of the goal. */
  goals?: readonly { id: string; isPrivate: boolean }[];
};
export type StandingAction = Pick<
  NextAction,
  'id' | 'text' | 'owner' | 'dueDate' | 'doneAt' | 'createdBy' | 'sessionId'
> & { isWithdrawn?: boolean };
export type StandingFeedback = Pick<Feedback, 'id' | 'author' | 'body' | 'tag' | 'goalIds' | 'createdBy'> & {
  sessionId?: string | null;
  isWithdrawn?: boolean;
};

export type Saved = {
  session: Pick<Session, 'id' | 'people' | 'goalIds' | 'heldAt'>;
  /** The writer's text as it stood, `null` where they had none. */
  before: string | null;
  after: string;
  state: Standing;
  /** Login or name of whose text it is. */
  me: string;
  /** Whether a name is the writer's, also an older one; where left out, only `me` is. */
  isMe?: (name: string) => boolean;
  /** Now: the local day from which dates in words count. */
  today: Date;
  /** That of `dates.ts`, which is loaded on first use. */
  readDate: (words: string, reference: Date) => ReadDate;
  newId: () => string;
};

/**
 * What somebody's text of a session says of next actions and of keep, stop and start, as events beside the
 * `session.written` of the same act (which is not among them): what is new in it, what changed, what was ticked, what
 * was taken out and what came back. Only what differs from the text before says something: what was changed elsewhere
 * meanwhile stays. Nothing where nothing changed. What is said in a private session becomes private with it.
 */
export function savedActs(saved: Saved): NewEvent[] {
  if (saved.before === saved.after) return [];
  const [before, after] = [readSession(saved.before ?? ''), readSession(saved.after)];
  return [
    ...savedActions(saved, before.actions, after.actions),
    ...savedFeedback(saved, before.feedback, after.feedback),
  ];
}

/** The things that this writer's text has made: in the text as it stood, and withdrawn ones. */
export function ownOf<
  T extends { createdBy: string | null; sessionId?: string | null; isWithdrawn?: boolean },
>(all: readonly T[], { session, me, isMe }: Saved): { live: T[]; withdrawn: T[] } {
  const isOwn = isMe ?? ((name: string) => name.toLowerCase() === me.toLowerCase());
  const own = all.filter(
    ({ createdBy, sessionId }) => sessionId === session.id && createdBy !== null && isOwn(createdBy),
  );
  return {
    live: own.filter(({ isWithdrawn }) => isWithdrawn !== true),
    withdrawn: own.filter(({ isWithdrawn }) => isWithdrawn === true),
  };
}
