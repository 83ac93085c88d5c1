import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { Session } from '../../model/session.ts';
import { minutesWords, peopleWords } from '../sessions/sessionSteps.ts';
import { loadSessions, titleOf } from '../sessions/texts.ts';
import { unmarked } from '../words/spaces.ts';
import { pick, textArgument } from './ask.ts';
import type { Deps } from './deps.ts';

/**
 * The session that a command is about: by id, by a row (`{ session }`, the id or the record), else asked, the newest
 * first. Throws 'not-found', 'invalid-argument', 'cancelled'.
 */
export async function chosenSession(deps: Deps, argument: unknown, prompt: string): Promise<Session> {
  const { store } = deps;
  await loadSessions(deps);
  const named = textArgument(idOf(argument), 'session', 200);
  if (named !== undefined) return sessionById(deps, named);
  const sessions = store.sessions.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  if (sessions.length === 0) {
    const words = vscode.l10n.t('There is no session yet. Log one with "Cairn: Log Session".');
    throw new CairnError('not-found', words);
  }
  return pick(
    prompt,
    sessions.map((session) => ({
      label: unmarked(titleOf(deps, session)),
      description: [
        session.heldAt === null ? vscode.l10n.t('planned') : '',
        session.minutes === null ? '' : minutesWords(session.minutes),
        session.isPrivate ? vscode.l10n.t('private') : '',
      ]
        .filter(Boolean)
        .join(' · '),
      detail: peopleWords(session.entries.map(({ topic }) => topic).filter(Boolean)).slice(0, 200),
      value: session,
    })),
  );
}

/** Throws 'not-found'. */
export function sessionById({ store }: Pick<Deps, 'store'>, id: string): Session {
  const session = store.sessions.find((one) => one.id === id);
  if (session) return session;
  throw new CairnError('not-found', vscode.l10n.t('There is no session with the id {0}.', id.slice(0, 60)));
}

/** Rows of views hand over an object. */
function idOf(argument: unknown): unknown {
  if (typeof argument !== 'object' || argument === null || !('session' in argument)) return argument;
  const { session } = argument;
  return typeof session === 'object' && session !== null && 'id' in session ? session.id : session;
}
