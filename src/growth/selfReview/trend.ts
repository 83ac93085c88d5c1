import type { Guess } from '../../model/growth.ts';
import type { Feedback } from '../../model/state.ts';
import { compareGuess, saidOn } from './compare.ts';

/** How much of what reviewers said had been expected. */
export type Foreseen = {
  pullRequests: number;
  /** Pieces of feedback that were expected, and all. */
  expected: number;
  said: number;
};

/** How that changes. `null`: not enough pull requests yet to say so. */
export type GuessTrend = {
  /** Guesses about pull requests on which somebody said something. */
  pullRequests: number;
  needed: number;
  change: { earlier: Foreseen; later: Foreseen } | null;
};

/** With fewer the halves would be one pull request each. */
const needed = 4;

/**
 * The earlier half of the pull requests beside the later one, as counts: nothing is made of them. One pull request for
 * which there are several guesses counts with the oldest.
 */
export function trendOf(guesses: readonly Guess[], feedback: readonly Feedback[]): GuessTrend {
  const first = new Map<string, Guess>();
  for (const guess of [...guesses].sort(
    (a, b) => compareTexts(a.madeAt, b.madeAt) || compareTexts(a.id, b.id),
  )) {
    const key = `${guess.repository.toLowerCase()}#${guess.number}`;
    if (!first.has(key)) first.set(key, guess);
  }
  const compared = [...first.values()].flatMap((guess) => {
    const { isWaiting, surprises, said } = withSaid(guess, feedback);
    return isWaiting ? [] : [{ said, expected: said - surprises.length }];
  });
  const sum = (some: { said: number; expected: number }[]): Foreseen => ({
    pullRequests: some.length,
    expected: some.reduce((all, { expected }) => all + expected, 0),
    said: some.reduce((all, { said }) => all + said, 0),
  });
  const half = Math.floor(compared.length / 2);
  const change =
    compared.length < needed
      ? null
      : { earlier: sum(compared.slice(0, half)), later: sum(compared.slice(-half)) };
  return { pullRequests: compared.length, needed, change };
}

function withSaid(guess: Guess, feedback: readonly Feedback[]) {
  const comparison = compareGuess(guess, feedback);
  return { ...comparison, said: saidOn(guess, feedback).length };
}

const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
