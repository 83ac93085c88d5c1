import type { Help } from '../../model/mentorship.ts';
import { openQuestions, waitingQuestions } from '../../programme/help/index.ts';
import type { Deps } from '../commands/deps.ts';
import { isMe } from '../sessions/texts.ts';

type Parts = Pick<Deps, 'store' | 'signIn'>;

/** The user's questions that no thank-you has closed, the oldest first. After `loadSessions`. */
export const ownOpenQuestions = (parts: Parts): Help[] =>
  openQuestions(parts.store.help, (name) => isMe(parts, name));

/** Those of them that have been open for two weeks: for a quiet line somewhere, with "Cairn: Thank for Help". */
export const ownWaitingQuestions = (parts: Parts, now = new Date()): Help[] =>
  waitingQuestions(parts.store.help, (name) => isMe(parts, name), now);
