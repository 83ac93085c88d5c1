import type { JournalEvent } from './events.ts';

/** What an act changed in a charter, a pulse, a check, a rating of a skill, a knowledge note or a question. */
export type MentorshipChange =
  | { what: 'charterWritten' }
  | { what: 'charterAccepted'; isAccepted: boolean }
  /** `isPart`: what its author lets others see. */
  | { what: 'pulsed'; isPart: boolean }
  | { what: 'tried'; day: number; isPart: boolean }
  | { what: 'skillRated'; skill: string; person: string; level: number | null }
  | { what: 'noted'; text: string }
  | { what: 'noteEdited'; text: string | null; why: string | null; topics: string[] | null }
  | { what: 'askedHelp'; topic: string; of: string | null };

/** What an event changed in these; `null` for all others, and for what became of a nudge. */
export function mentorshipChange({ type, payload }: JournalEvent): MentorshipChange | null {
  switch (type) {
    case 'charter.written':
      return { what: 'charterWritten' };
    case 'charter.accepted':
      return { what: 'charterAccepted', isAccepted: payload.isAccepted };
    case 'pulse.given':
      return { what: 'pulsed', isPart: payload.of !== null };
    case 'trial.answered':
      return { what: 'tried', day: payload.day, isPart: payload.of !== null };
    case 'skill.rated': {
      const { skill, person, level } = payload;
      return { what: 'skillRated', skill, person, level };
    }
    case 'knowledge.noted':
      return { what: 'noted', text: payload.what };
    case 'knowledge.edited': {
      const { what, why, topics } = payload;
      return { what: 'noteEdited', text: what ?? null, why: why ?? null, topics: topics ?? null };
    }
    case 'help.asked':
      return { what: 'askedHelp', topic: payload.topic, of: payload.of };
    default:
      return null;
  }
}
