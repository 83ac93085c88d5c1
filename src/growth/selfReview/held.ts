import type { Guess } from '../../model/growth.ts';
import type { Feedback, PullRequestRef } from '../../model/state.ts';

/** A pull request whose review waits for its author's own guess. */
export type HeldPull = PullRequestRef & {
  /** What waits, in the order of the feedback. */
  feedbackIds: string[];
};

type Asked = {
  /** All feedback of the mentee. */
  feedback: readonly Feedback[];
  guesses: readonly Guess[];
  /** ISO time since when self-review first is agreed; `null` where it is not in force. */
  since: string | null;
  /** Whether a name is the mentee's, who is the user. */
  isMe: (name: string) => boolean;
  /** Whether a pull request is still under review: after that a guess would come too late. */
  isOpen: (pull: HeldPull) => boolean;
  /** Whether the mentee asked to see a pull request's review without a guess, by `pullKey`. */
  isShown: (key: string) => boolean;
};

/** One name for a pull request, whichever way its repository is written. */
export const pullKey = ({ repository, number }: Pick<PullRequestRef, 'repository' | 'number'>): string =>
  `${repository.toLowerCase()}#${number}`;

/**
 * The open pull requests whose review is not shown to their author yet: those that people began to review after the agreement,
 * and for which there is no guess. One whose review had begun before stays as it was: a guess would come too late. What
 * bots say waits for nobody.
 */
export function heldBack({ feedback, guesses, since, isMe, isOpen, isShown }: Asked): HeldPull[] {
  if (since === null) return [];
  const guessed = new Set(
    guesses.flatMap((guess) =>
      guess.claimedBy === null && guess.createdBy !== null && isMe(guess.createdBy) ? pullKey(guess) : [],
    ),
  );
  const pulls = new Map<string, HeldPull & { isEarlier: boolean }>();
  for (const { id, isBot, pullRequest, createdAt } of feedback) {
    if (pullRequest === null || isBot) continue;
    const key = pullKey(pullRequest);
    if (guessed.has(key)) continue;
    let pull = pulls.get(key);
    if (!pull) {
      pull = { ...pullRequest, feedbackIds: [], isEarlier: false };
      pulls.set(key, pull);
    }
    pull.feedbackIds.push(id);
    // A time that nobody can read holds nothing back.
    pull.isEarlier ||= !(Date.parse(createdAt) > Date.parse(since));
  }
  return [...pulls].flatMap(([key, { isEarlier, ...pull }]) =>
    isEarlier || isShown(key) || !isOpen(pull) ? [] : pull,
  );
}
