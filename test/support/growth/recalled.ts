import type { Theme } from '../../../src/model/growth.ts';
import type { Feedback } from '../../../src/model/state.ts';
import { manyFeedback } from './manyFeedback.ts';

export const recallRepository = 'ada-wren/beacon';

/** Much feedback as the state holds it, with fifty themes: for what is recalled before a push. */
export function manyPieces(count: number): { feedback: Feedback[]; themes: Theme[] } {
  const feedback = manyFeedback(count).map((input, index): Feedback => {
    const { id, body, tag, path, diffHunk, at } = input;
    const number = input.pullRequest?.number ?? 1;
    return {
      ...{ id, body, path, diffHunk, isResolved: index % 3 === 0, isOutdated: false, isMinimized: false },
      ...{ kind: path === null ? 'conversation' : 'line', url: null, author: `reviewer-${index % 7}` },
      ...{ isBot: false, line: 2, startLine: null, side: 'RIGHT', originalLine: 2, threadId: `thread ${id}` },
      ...{ inReplyTo: null, createdAt: at, updatedAt: at, suggestedTag: null, isSetAsideSuggested: false },
      ...{ tag, taggedBy: null, tagClaimedBy: null, goalIds: [], isSetAside: index % 11 === 0, rating: null },
      ...{ createdBy: null, claimedBy: null, isPrivate: false },
      pullRequest: { repository: recallRepository, number, title: `Change ${number}`, url: '' },
    };
  });
  const themes = Array.from({ length: 50 }, (_, theme) => ({
    ...{ id: `theme-${theme}`, name: `Theme ${theme}`, isNamed: false, words: [] },
    feedbackIds: feedback.filter((_, index) => index % 50 === theme).map(({ id }) => id),
  }));
  return { feedback, themes };
}

/** The files that most was said about, the first ones first. */
export function pathsIn(feedback: readonly Feedback[], most: number): string[] {
  return [...new Set(feedback.flatMap(({ path }) => path ?? []))].slice(0, most);
}
