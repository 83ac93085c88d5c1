import { CairnError } from '../../model/errors.ts';
import type { Feedback } from '../../model/state.ts';
import { isFeedbackNode } from './nodes.ts';

type Sources = {
  store: { getFeedback(id: string): Feedback | undefined };
  view: { selection(): Feedback[] };
};

/**
 * The feedback that a command's arguments mean: an id, a list of ids, a tree item with the whole selection, or a
 * comment thread; without any, what is selected in the Feedback view. Throws 'not-found' for an id that is none,
 * 'invalid-argument' for anything else.
 */
export function feedbackOf(args: readonly unknown[], { store, view }: Sources): Feedback[] {
  const [first, all] = args;
  if (first === undefined || first === null) return view.selection();
  if (isFeedbackNode(first)) {
    const nodes = Array.isArray(all) ? all.filter(isFeedbackNode) : [];
    // A click on a row outside of the selection means that row.
    return unique(nodes.includes(first) ? nodes.map(({ item }) => item.id) : [first.item.id]);
  }
  return unique(Array.isArray(first) && first.length > 0 ? first.map(idOf) : [idOf(first)]);

  function unique(ids: string[]): Feedback[] {
    return [...new Set(ids)].map((id) => {
      const found = store.getFeedback(id);
      if (!found)
        throw new CairnError('not-found', `There is no feedback with the id ${id.slice(0, 80)}. Pull first?`);
      return found;
    });
  }
}

/**
 * The argument after the feedback: a tag, a goal. A row comes with the selection there and a thread with what the
 * editor likes, neither of which is one.
 */
export function argumentAfter([first, second]: readonly unknown[]): unknown {
  const isOfEditor = isFeedbackNode(first) || threadId(first) !== undefined;
  return isOfEditor && typeof second === 'object' ? undefined : second;
}

function idOf(value: unknown): string {
  if (isFeedbackNode(value)) return value.item.id;
  const id = typeof value === 'string' ? value : threadId(value);
  if (id === undefined)
    throw new CairnError('invalid-argument', 'Feedback is named by its id, or a list of ids.');
  return id;
}

/** A comment thread of ours carries the id of its feedback in one of its comments; a comment carries it itself. */
function threadId(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('feedbackId' in value) return typeof value.feedbackId === 'string' ? value.feedbackId : undefined;
  const { comments } = ('thread' in value ? (value.thread ?? {}) : value) as { comments?: unknown };
  if (!Array.isArray(comments)) return undefined;
  const drawn = comments.filter((comment) => typeof comment?.feedbackId === 'string');
  // The menu of the thread means the comment that was opened.
  return (drawn.find(({ isMeant }) => isMeant) ?? drawn[0])?.feedbackId;
}
