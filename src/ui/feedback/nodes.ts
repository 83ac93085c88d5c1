import type { FeedbackGroup } from '../../model/group.ts';
import type { Feedback } from '../../model/state.ts';

/** A row of the Feedback view. */
export type Node =
  | { type: 'group'; group: FeedbackGroup }
  | { type: 'feedback'; item: Feedback; group: FeedbackGroup }
  /** Stands for the rest of a long group. */
  | { type: 'more'; group: FeedbackGroup; left: number };

/** Whether this is what the Feedback view hands to its commands. */
export function isFeedbackNode(value: unknown): value is Extract<Node, { type: 'feedback' }> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'feedback' &&
    'item' in value
  );
}
