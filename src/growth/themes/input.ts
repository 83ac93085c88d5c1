import type { Feedback } from '../../model/state.ts';
import type { ThemeInput } from './types.ts';

/** Nobody says more than this about one thing; the rest of a longer comment is not read. */
const longestBody = 20_000;
/** Enough for the lines that a comment stands on and a few before them. */
const longestHunk = 2_000;

/**
 * What themes are made of: feedback that is neither set aside nor a bot's. What Cairn suggests to set aside is left
 * out as well, unless somebody tagged it or linked it to a goal. `null` for what is left out.
 */
export function themeInputOf(item: Feedback): ThemeInput | null {
  if (item.isBot || item.isSetAside) return null;
  const isChosen = item.tag !== null || item.goalIds.length > 0;
  if (item.isSetAsideSuggested && !isChosen) return null;
  return {
    id: item.id,
    body: item.body.slice(0, longestBody),
    tag: item.tag ?? item.suggestedTag,
    goalIds: [...item.goalIds],
    path: item.path,
    diffHunk: item.diffHunk?.slice(-longestHunk) ?? null,
    at: item.createdAt,
    pullRequest: item.pullRequest && {
      repository: item.pullRequest.repository,
      number: item.pullRequest.number,
    },
  };
}
