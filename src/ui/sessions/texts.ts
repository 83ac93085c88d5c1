import { ulid } from 'ulid';
import * as vscode from 'vscode';
import type { Space } from '../../journal/space.ts';
import { CairnError } from '../../model/errors.ts';
import type { NewEvent } from '../../model/events.ts';
import { isSamePerson } from '../../model/fold.ts';
import type { Session, SessionText } from '../../model/session.ts';
import { madeBySession } from '../../model/sessionsOf.ts';
import { authorName } from '../author.ts';
import { kindName } from '../words/sessions.ts';
import { day, localDay } from '../words/time.ts';
import { nameWord } from '../words/whose.ts';
import type { SessionParts } from './register.ts';

/** Longest text of a session, in UTF-16 code units, as the journal takes it. */
export const longestText = 65_536;

type Parts = Pick<SessionParts, 'store' | 'signIn'>;

/** Under which name each space was written in last from here: who is signed out still has their own texts. */
const owners = new WeakMap<Space, string | null>();

/** Reads the records, and whose they are; `isMe` and `myName` are asked after it. Throws 'journal-unwritable'. */
export async function loadSessions({ store }: Pick<Parts, 'store'>): Promise<void> {
  await store.load();
  const { space } = store;
  // Once somebody has begun the folder, all their names lead to the same person.
  if (space && !owners.get(space)) owners.set(space, await space.owner());
}

/** Whether a name is the user's own, also one of those under which they wrote before. */
export function isMe({ store, signIn }: Parts, name: string): boolean {
  const { space } = store;
  if (!space) return name === authorName(signIn);
  const owner = owners.get(space) ?? null;
  return space.isMe(name) || (owner !== null && isSamePerson(space.records, name, owner));
}

/** The login, or the name under which the user wrote before they signed out. */
export function myName({ store, signIn }: Parts): string {
  const owner = store.space && owners.get(store.space);
  return (isSignedIn(signIn) ? null : owner) ?? authorName(signIn);
}

function isSignedIn(signIn: Parts['signIn']): boolean {
  try {
    return signIn.login() !== null;
  } catch {
    // With a bad server address nobody is.
    return false;
  }
}

/** What this user has written about a session. */
export function ownText(parts: Parts, session: Session): SessionText | undefined {
  return session.texts.findLast(({ by }) => isMe(parts, by));
}

/** What a session's document says before anything was written in it. */
export function blankText(parts: Parts, session: Pick<Session, 'kind' | 'date' | 'people'>): string {
  return `# ${titleOf(parts, session)}\n\n| Topic | Insight | Next action |\n| --- | --- | --- |\n`;
}

/** "Check-in with theo-flint, Nov 20": a session within a line. */
export function titleOf(
  parts: Parts,
  { kind, date, people }: Pick<Session, 'kind' | 'date' | 'people'>,
): string {
  const others = people.filter((name) => !isMe(parts, name)).map(nameWord);
  const when = day(localDay(date), new Date());
  return others.length > 0
    ? vscode.l10n.t('{0} with {1}, {2}', kindName(kind), others.join(', '), when)
    : vscode.l10n.t('{0}, {1}', kindName(kind), when);
}

/**
 * The acts that keep a new text of this user about a session: the text, and what it says of next actions and feedback.
 * What is asked of the state is asked at once after the code was loaded, so that nothing comes in between.
 * @param sessionNow the session as it stands then
 * @throws CairnError 'invalid-argument' where it is too long
 */
export async function savedEvents(
  parts: Parts,
  sessionNow: () => Pick<Session, 'id' | 'people' | 'goalIds' | 'heldAt' | 'texts'>,
  after: string,
): Promise<NewEvent[]> {
  const [{ savedActs }, { readDate }] = await Promise.all([
    import('../../sessions/saved.ts'),
    import('../../sessions/dates.ts'),
  ]);
  if (after.length > longestText) {
    const words = vscode.l10n.t(
      'A session’s text may have {0} characters, and this one has {1}. Shorten it; nothing of it is lost.',
      longestText,
      after.length,
    );
    throw new CairnError('invalid-argument', words);
  }
  const { store } = parts;
  const session = sessionNow();
  const before = session.texts.findLast(({ by }) => isMe(parts, by))?.text ?? null;
  if (before === after) return [];
  const acts = savedActs({
    ...{ session, before, after, readDate },
    state: { ...madeBySession(store.records, session.id), mentee: store.mentee, goals: store.goals },
    isMe: (name) => isMe(parts, name),
    me: myName(parts),
    today: new Date(),
    newId: () => ulid(),
  });
  return [{ type: 'session.written', payload: { session: session.id, text: after } }, ...acts];
}
