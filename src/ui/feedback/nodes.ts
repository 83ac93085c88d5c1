import type { HeldPull } from '../../growth/selfReview/held.ts';
import type { FeedbackGroup } from '../../model/group.ts';
import type { Feedback } from '../../model/state.ts';

/** A row of the Feedback view. */
export type Node =
  | { type: 'group'; group: FeedbackGroup }
  | { type: 'feedback'; item: Feedback; group: FeedbackGroup }
  /** Stands for the rest of a long group. */
  | { type: 'more'; group: FeedbackGroup; left: number }
  /** A pull request whose review waits for the mentee's own guess. */
  | { type: 'held'; pull: HeldPull };

/** Whether this is a row of the Feedback view. */
export function isNode(value: unknown): value is Node {
  if (typeof value !== 'object' || value === null) return false;
  const { type, group } = value as { type?: unknown; group?: unknown };
  if (isHeldNode(value)) return true;
  return (type === 'group' || type === 'feedback' || type === 'more') && typeof group === 'object';
}

/** Whether this is a row that stands for a review which waits for a guess. */
export function isHeldNode(value: unknown): value is Extract<Node, { type: 'held' }> {
  if (typeof value !== 'object' || value === null) return false;
  const { type, pull } = value as { type?: unknown; pull?: { repository?: unknown } | null };
  return type === 'held' && typeof pull?.repository === 'string';
}

/** The theme that a group is; `undefined` for other groups, also for what is in no theme. */
export function themeIdOf({ id, kind }: FeedbackGroup): string | undefined {
  return (kind === 'theme' && id.slice('theme:'.length)) || undefined;
}

/** Whether this is a row of the Feedback view that stands for feedback. */
export function isFeedbackNode(value: unknown): value is Extract<Node, { type: 'feedback' }> {
  return isNode(value) && value.type === 'feedback' && typeof value.item?.id === 'string';
}
