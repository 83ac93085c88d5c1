import type { Excerpt } from './events.ts';
import type { Feedback } from './state.ts';

/** Longest excerpt of a comment that the journal keeps, in UTF-16 code units. */
export const excerptLength = 500;

/**
 * What the journal keeps of a comment, so that a tag stands on its own if the pull request goes away.
 * @param isPrivate whether its repository is private; `null` when that is not known.
 */
export function excerptOf(feedback: Feedback, isPrivate: boolean | null): Excerpt {
  const cut = (text: string, longest: number) => text.slice(0, longest).toWellFormed();
  return {
    kind: feedback.kind,
    author: cut(feedback.author, 200),
    text: cut(feedback.body, excerptLength),
    url: feedback.url === null || feedback.url.length > 2000 ? null : feedback.url,
    repository: feedback.pullRequest?.repository ?? null,
    isPrivate,
    number: feedback.pullRequest?.number ?? null,
    title: feedback.pullRequest ? cut(feedback.pullRequest.title, 500) : null,
    path: feedback.path === null ? null : cut(feedback.path, 4000),
    line: feedback.line ?? feedback.originalLine,
    createdAt: feedback.createdAt,
  };
}
