import type { FollowThrough, Recurrence, Theme } from '../../model/growth.ts';
import type { Feedback } from '../../model/state.ts';

/** What is known of feedback beside its own words; all of it may be missing. */
export type Known = {
  themeOf(feedbackId: string): Theme | undefined;
  /** By theme id. */
  recurrences: ReadonlyMap<string, Recurrence>;
  followThrough(feedbackId: string): FollowThrough | undefined;
};

/**
 * How much it is worth to be reminded of feedback, the first the most: it came up again after it was learned; it asks
 * for something; it is not sorted yet; it was seen to; it was praise.
 */
export const worths = ['recurred', 'open', 'untagged', 'done', 'keep'] as const;
export type Worth = (typeof worths)[number];

/**
 * What feedback is worth as a reminder, `null` for none: set aside or nearly so, a bot's, chatter in a thread, or what
 * counts as learned by now.
 */
export function worthOf(item: Feedback, theme: Theme | null, known: Known): Worth | null {
  if (item.isSetAside || item.isMinimized) return null;
  if (item.isBot && item.tag === null && item.goalIds.length === 0) return null;
  const tag = item.tag ?? item.suggestedTag;
  // An answer in a thread says little by itself; the comment that began it stands for both.
  if (item.tag === null && (item.isSetAsideSuggested || item.inReplyTo !== null)) return null;
  const standing = theme && known.recurrences.get(theme.id)?.standing;
  if (standing === 'learned') return null;
  if (tag === 'keep') return 'keep';
  if (standing === 'recurred') return 'recurred';
  const isAddressed = isSeenTo(known.followThrough(item.id));
  if (item.tag === null) return item.isResolved || isAddressed ? null : 'untagged';
  return item.isResolved || isAddressed ? 'done' : 'open';
}

function isSeenTo(follow: FollowThrough | undefined): boolean {
  return follow?.status === 'changed' || follow?.status === 'removed';
}
