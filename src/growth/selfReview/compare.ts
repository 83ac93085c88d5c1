import type { Expectation, Guess } from '../../model/growth.ts';
import type { Feedback } from '../../model/state.ts';
import { pullKey } from './held.ts';
import { type About, aboutOf, likeness } from './words.ts';

/** What became of an expectation. `isJudged`: its author said so, it is not worked out. */
export type Hit = { expectation: Expectation; feedback: Feedback; isJudged: boolean };
export type Miss = { expectation: Expectation; isJudged: boolean };

/** A guess held against what was said. */
export type Comparison = {
  /** What was expected and said. */
  hits: Hit[];
  /** What was expected and not said. */
  misses: Miss[];
  /** What was said and not expected, in the order in which it was said. */
  surprises: Feedback[];
  /** Nobody has said anything yet: then nothing was missed either. */
  isWaiting: boolean;
};

/** From here on somebody said what was expected. */
const enough = 0.5;
/** What the same file adds, and another one takes away, where a file was named. */
const pathWorth = 0.25;

/** The feedback that a guess is held against: what people said on its pull request and that asks for something. */
export function saidOn(
  guess: Pick<Guess, 'repository' | 'number'>,
  feedback: readonly Feedback[],
): Feedback[] {
  const key = pullKey(guess);
  return feedback
    .filter(
      ({ pullRequest, isBot, isSetAside, isSetAsideSuggested, tag }) =>
        pullRequest !== null &&
        pullKey(pullRequest) === key &&
        !isBot &&
        !isSetAside &&
        (tag !== null || !isSetAsideSuggested),
    )
    .sort((a, b) => compareTexts(a.createdAt, b.createdAt) || compareTexts(a.id, b.id));
}

/**
 * Finds what was hit, missed and surprising, by words and paths. What the guess's author judged stands; what they judged
 * as said by feedback that is gone counts as if they had not. The same input gives the same answer in any order.
 * @param feedback all of the mentee's
 */
export function compareGuess(guess: Guess, feedback: readonly Feedback[]): Comparison {
  const said = saidOn(guess, feedback);
  const byId = new Map(said.map((item) => [item.id, item]));
  const abouts = new Map(said.map((item) => [item, aboutOf(item.body)]));
  const hits: Hit[] = [];
  const misses: Miss[] = [];
  const expected = new Set<Feedback>();
  for (const expectation of guess.expectations) {
    const { feedbackId } = expectation;
    const judged = feedbackId == null ? undefined : byId.get(feedbackId);
    if (judged) {
      hits.push({ expectation, feedback: judged, isJudged: true });
      expected.add(judged);
      continue;
    }
    const alike = feedbackId === null ? [] : alikeOf(expectation, said, abouts);
    for (const { item } of alike) expected.add(item);
    const [best] = alike;
    if (best) hits.push({ expectation, feedback: best.item, isJudged: false });
    else misses.push({ expectation, isJudged: feedbackId === null });
  }
  return {
    hits,
    misses: said.length > 0 ? misses : [],
    surprises: said.filter((item) => !expected.has(item)),
    isWaiting: said.length === 0,
  };
}

/** The feedback that says what was expected, what says it best first. */
function alikeOf(
  { text, path }: Expectation,
  said: readonly Feedback[],
  abouts: ReadonlyMap<Feedback, About>,
): { item: Feedback; score: number }[] {
  const about = aboutOf(text);
  return said
    .map((item) => ({ item, score: scoreOf(likeness(about, abouts.get(item)!), path, item.path) }))
    .filter(({ score }) => score >= enough)
    .sort((a, b) => b.score - a.score);
}

/** A file that was named matters only beside words: otherwise every comment in it would be the one that was expected. */
function scoreOf(words: number, expected: string | null, said: string | null): number {
  if (expected === null || said === null || words === 0) return words;
  return words + (isSameFile(expected, said) ? pathWorth : -pathWorth);
}

/** People write the end of a path. */
function isSameFile(written: string, path: string): boolean {
  const [one, other] = [written.toLowerCase(), path.toLowerCase()];
  return one === other || other.endsWith(`/${one}`);
}

const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
