import { CairnError } from '../../model/errors.ts';
import type { Feedback } from '../../model/state.ts';
import { isFeedbackNode } from './nodes.ts';

type Sources = {
  store: { getFeedback(id: string): Feedback | undefined };
  view: { selection(): Feedback[] };
};

/**
 * The feedback that a command's arguments mean: an id, a list of ids, a tree item with the whole selection, or a
 * comment thread; without any, what is selected in the Feedback view. Throws 'not-found' for an id that is none.
 */
export function feedbackOf(args: readonly unknown[], { store, view }: Sources): Feedback[] {
  const [first, all] = args;
  if (Array.isArray(all) && all.some(isFeedbackNode) && isFeedbackNode(first)) {
    const nodes = all.filter(isFeedbackNode);
    // A click on a row outside of the selection means that row.
    return nodes.includes(first) ? [...new Set(nodes.map((node) => node.item))] : [first.item];
  }
  if (isFeedbackNode(first)) return [first.item];
  if (Array.isArray(first)) return first.flatMap((one) => feedbackOf([one], { store, view }));
  if (typeof first === 'string') return [byId(first)];
  if (typeof first === 'object' && first !== null) {
    const id =
      'feedbackId' in first ? first.feedbackId : 'thread' in first ? threadId(first.thread) : threadId(first);
    if (typeof id === 'string') return [byId(id)];
  }
  return first === undefined || first === null ? view.selection() : [];

  function byId(id: string): Feedback {
    const found = store.getFeedback(id);
    if (!found)
      throw new CairnError('not-found', `There is no feedback with the id ${id.slice(0, 80)}. Pull first?`);
    return found;
  }
}

/** A comment thread of ours carries the id of its feedback in its first comment's context value. */
function threadId(thread: unknown): string | undefined {
  const comments = (thread as { comments?: readonly { feedbackId?: unknown }[] } | null)?.comments;
  const id = comments?.map((comment) => comment.feedbackId).find((one) => typeof one === 'string');
  return id as string | undefined;
}
