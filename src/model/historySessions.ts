import type { JournalEvent, Payload } from './events.ts';

/** What an act changed in a session, a pairing or a scaffold. */
export type SessionChange =
  | {
      what: 'logged';
      kind: Payload<'session.logged'>['kind'];
      date: string;
      isHeld: boolean;
    }
  | { what: 'sessionEdited'; fields: { field: SessionField; to: string | string[] | number | null }[] }
  | { what: 'written'; text: string }
  | { what: 'withdrawn'; isWithdrawn: boolean }
  | { what: 'pairingStarted'; id: string; style: Payload<'pairing.started'>['style']; people: string[] }
  | { what: 'handedOff'; driver: string; next: string | null; todo: string }
  | { what: 'takenOver'; driver: string }
  | { what: 'pairingEnded'; how: Payload<'pairing.ended'>['how'] }
  | {
      what: 'step';
      step: Payload<'scaffold.reached'>['step'];
      part: string | null;
      isReached: boolean;
    };

export const sessionFields = ['kind', 'people', 'date', 'heldAt', 'minutes', 'goals', 'link'] as const;
export type SessionField = (typeof sessionFields)[number];

/** What an event changed in these; `null` for all others. */
export function sessionChange({ type, payload }: JournalEvent): SessionChange | null {
  switch (type) {
    case 'session.logged': {
      const { kind, date, heldAt } = payload;
      return { what: 'logged', kind, date, isHeld: heldAt !== null };
    }
    case 'session.edited':
      return {
        what: 'sessionEdited',
        fields: sessionFields.flatMap((field) => {
          const to = payload[field];
          return to === undefined ? [] : { field, to };
        }),
      };
    case 'session.written':
      return { what: 'written', text: payload.text };
    case 'record.withdrawn':
      return { what: 'withdrawn', isWithdrawn: payload.isWithdrawn };
    case 'pairing.started': {
      const { pairing: id, style, people } = payload;
      return { what: 'pairingStarted', id, style, people };
    }
    case 'pairing.handedOff': {
      const { driver, next, todo } = payload;
      return { what: 'handedOff', driver, next, todo };
    }
    case 'pairing.takenOver':
      return { what: 'takenOver', driver: payload.driver };
    case 'pairing.ended':
      return { what: 'pairingEnded', how: payload.how };
    case 'scaffold.reached': {
      const { step, part, reachedAt } = payload;
      return { what: 'step', step, part, isReached: reachedAt !== null };
    }
    default:
      return null;
  }
}
