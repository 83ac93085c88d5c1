import type { Facts } from '../reading/facts.ts';
import type { CoachOptions, Found } from '../types.ts';

/** Ideas in one comment, and threads in one round, from which on it is too much. */
const ideas = 4;
const threads = 10;

/** Said to wait: what says so is none of the ideas of this round. */
const waits =
  /\b(?:later round|(?:can|could|may) wait|follow.?up|for (?:later|another (?:pr|patch|change|time|day))|non-blocking|not blocking|optional(?:ly)?)\b/;

/** The fourth idea in one comment, or the tenth thread of a round. */
export function tooMuch(facts: Facts, options: CoachOptions): Found[] {
  const asked = facts.isAnswer ? [] : facts.requests.filter(({ sentence }) => !waits.test(sentence.text));
  const fourth = asked[ideas - 1];
  if (fourth) {
    return [
      {
        code: 'too-much',
        start: fourth.sentence.start,
        end: fourth.sentence.end,
        message: 'This is the fourth idea here; which one to three matter most this round?',
        isSure: asked.filter(({ how }) => how === 'order' || how === 'must').length >= ideas,
      },
    ];
  }
  const [first] = facts.sentences;
  if (!first || (options.threadsInRound ?? 0) < threads - 1 || asked.length === 0) return [];
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
