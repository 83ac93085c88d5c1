import type { Facts } from '../reading/facts.ts';
import type { CoachOptions, Found } from '../types.ts';

/** Ideas in one comment, and threads in one round, from which on it is too much. */
const ideas = 4;
const threads = 10;

/** The fourth idea in one comment, or the tenth thread of a round. */
export function tooMuch(facts: Facts, options: CoachOptions): Found[] {
  const fourth = facts.isAnswer ? undefined : facts.requests[ideas - 1];
  if (fourth) {
    return [
      {
        code: 'too-much',
        start: fourth.sentence.start,
        end: fourth.sentence.end,
        message: 'This is the fourth idea here; which one to three matter most this round?',
        isSure: facts.requests.filter(({ how }) => how !== 'soft').length >= ideas,
      },
    ];
  }
  const [first] = facts.sentences;
  if (!first || (options.threadsInRound ?? 0) < threads - 1 || facts.requests.length === 0) return [];
  return [
    {
      code: 'too-much',
      start: first.start,
      end: first.end,
      message: 'This is at least the tenth thread of this round; could some of them wait for the next one?',
      isSure: true,
    },
  ];
}
