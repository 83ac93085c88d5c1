import type { JournalEvent } from './events.ts';

/** What an act changed in a theme, a guess, thanks or an answer on a scale. */
export type GrowthChange =
  | { what: 'themeNamed'; name: string }
  /** `theme: null`: it belongs to none. */
  | { what: 'placed'; feedback: string; theme: string | null }
  | { what: 'merged'; theme: string; into: string }
  | { what: 'guessed'; repository: string; number: number; expectations: number }
  /** `feedback: null`: nobody said it. */
  | { what: 'judged'; guess: string; feedback: string | null }
  | { what: 'answered'; id: string; scale: string; value: number }
  | { what: 'thanked'; id: string; to: string; text: string };

/** What an event changed in these; `null` for all others. */
export function growthChange({ type, payload }: JournalEvent): GrowthChange | null {
  switch (type) {
    case 'theme.made':
      return { what: 'themeNamed', name: payload.name };
    case 'theme.placed':
      return { what: 'placed', feedback: payload.feedback, theme: payload.theme };
    case 'theme.merged':
      return { what: 'merged', theme: payload.theme, into: payload.into };
    case 'guess.made': {
      const { repository, number, expectations } = payload;
      return { what: 'guessed', repository, number, expectations: expectations.length };
    }
    case 'guess.judged':
      return { what: 'judged', guess: payload.guess, feedback: payload.feedback };
    case 'scale.answered':
      return { what: 'answered', id: payload.answer, scale: payload.scale, value: payload.value };
    case 'kudos.given':
      return { what: 'thanked', id: payload.kudos, to: payload.to, text: payload.text };
    default:
      return null;
  }
}
