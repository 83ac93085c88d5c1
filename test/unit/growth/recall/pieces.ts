import type { FollowThrough, Recurrence, Theme } from '../../../../src/model/growth.ts';
import type { Feedback } from '../../../../src/model/state.ts';

const nothing = {
  ...{ startLine: null, side: 'RIGHT' as const, originalLine: null, diffHunk: null, inReplyTo: null },
  ...{ isResolved: false, isOutdated: false, isMinimized: false, suggestedTag: null, isSetAside: false },
  ...{ isSetAsideSuggested: false, tag: null, taggedBy: null, tagClaimedBy: null, goalIds: [], rating: null },
  ...{ createdBy: null, claimedBy: null, isPrivate: false, isBot: false, url: null, line: null },
};

/** A line comment of a reviewer on one file, in a thread of its own. */
export function piece(id: string, changes: Partial<Feedback> = {}): Feedback {
  const createdAt = changes.createdAt ?? '2026-10-01T10:00:00Z';
  return {
    ...nothing,
    ...{ id, kind: 'line', author: 'sol-marten', body: `Words of ${id}.`, path: 'src/a.ts' },
    ...{ threadId: `thread of ${id}`, createdAt, updatedAt: createdAt },
    pullRequest: pullRequest('harbour-lights/beacon'),
    ...changes,
  };
}

export const pullRequest = (repository: string, number = 1) => ({
  ...{ repository, number, title: `Pull request ${number}` },
  url: `https://github.com/${repository}/pull/${number}`,
});

export function theme(id: string, ...feedbackIds: string[]): Theme {
  return { id, name: `Theme ${id}`, isNamed: false, words: [], feedbackIds };
}

/** What is known beside the feedback: themes, where they stand, what became of lines. */
export function known(
  options: {
    themes?: Theme[];
    standings?: Record<string, Recurrence['standing']>;
    follows?: Record<string, Partial<FollowThrough>>;
  } = {},
) {
  const { themes = [], standings = {}, follows = {} } = options;
  const unknown = { status: 'unknown' as const, commit: null, at: null, isBeforeMerge: null, place: null };
  const nowhere = { occurrences: [], clear: [], unknown: 0, needed: 3, learnedAt: null, intervals: [] };
  return {
    themeOf: (id: string) => themes.find(({ feedbackIds }) => feedbackIds.includes(id)),
    recurrences: new Map(
      Object.entries(standings).map(([themeId, standing]) => [
        themeId,
        { themeId, tag: 'start' as const, standing, ...nowhere },
      ]),
    ),
    followThrough: (feedbackId: string) => {
      const follow = follows[feedbackId];
      return follow && { feedbackId, reason: null, ...unknown, ...follow };
    },
  };
}
