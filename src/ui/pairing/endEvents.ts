import { ulid } from 'ulid';
import type { EndHow } from '../../git/pairing/index.ts';
import type { NewEvent } from '../../model/events.ts';
import { dayOf } from '../../model/isoDate.ts';
import type { SessionKind } from '../../model/session.ts';
import { timeAtKeyboard } from '../../sessions/keyboard.ts';
import type { Deps } from '../commands/deps.ts';
import { blankText } from '../sessions/texts.ts';
import { everybody } from './people.ts';
import { type Ended, sessionText } from './sessionText.ts';

type Ending = Ended & { how: EndHow; commit: string | null; isLogged: boolean };

/** What the journal is told of the end: one act. `session` is `null` where none is logged. */
export function endEvents(
  parts: Pick<Deps, 'store' | 'signIn'>,
  ending: Ending,
): { events: NewEvent[]; session: string | null } {
  const { pairing, how, commit, now, isLogged } = ending;
  const session = isLogged ? ulid() : null;
  const ended: NewEvent = {
    type: 'pairing.ended',
    payload: { pairing: pairing.id, session, how, commit, endedAt: now.toISOString() },
  };
  if (session === null) return { events: [ended], session };
  const kind = kindOf(pairing.style);
  const people = everybody(pairing);
  const date = dayOf(new Date(pairing.startedAt));
  const minutes = Math.round(timeAtKeyboard([pairing], now).time / 60_000);
  return {
    session,
    events: [
      {
        type: 'session.logged',
        payload: {
          ...{ session, kind, people, date, heldAt: pairing.startedAt },
          minutes: Math.min(Math.max(minutes, 1), 10_000),
          goals: pairing.goalId === null ? [] : [pairing.goalId],
          ...{ link: null, pairing: pairing.id },
        },
      },
      {
        type: 'session.written',
        payload: {
          session,
          text: sessionText(ending, blankText(parts, { kind, date, people })),
        },
      },
      ended,
    ],
  };
}

const kindOf = (style: string): SessionKind =>
  style === 'shadowing' || style === 'reverse-shadowing' ? style : 'pairing';
